package eu.jalon.mail.message;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.InvalidSettingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The sender of e-mails.
 *
 * @param replyTo the address for replies; null for that of the sender
 * @param folder the folder used if no relay is configured
 */
public record SenderSettings(
    EmailAddress from, String fromName, @Nullable EmailAddress replyTo, Path folder) {

  public SenderSettings {
    if (!fromName.equals(HeaderText.of(fromName))) {
      throw new InvalidSettingException(
          "jalon.mail.from-name contains a control character: it must be one line of plain text");
    }
  }
}
