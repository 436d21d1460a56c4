package eu.jalon.mail.message;

import eu.jalon.shared.EmailAddress;
import java.nio.file.Path;

/** In whose name emails go out, and the folder that takes them where no relay is configured. */
public record SenderSettings(EmailAddress from, String fromName, Path folder) {

  public SenderSettings {
    if (!fromName.equals(HeaderText.of(fromName))) {
      throw new IllegalArgumentException(
          "jalon.mail.from-name holds a control character: a name is one line of plain text");
    }
  }
}
