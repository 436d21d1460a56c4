package eu.jalon.mail.message;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.InvalidSettingException;
import java.nio.file.Path;

/** The sender of e-mails, and the folder used if no relay is configured. */
public record SenderSettings(EmailAddress from, String fromName, Path folder) {

  public SenderSettings {
    if (!fromName.equals(HeaderText.of(fromName))) {
      throw new InvalidSettingException(
          "jalon.mail.from-name contains a control character: it must be one line of plain text");
    }
  }
}
