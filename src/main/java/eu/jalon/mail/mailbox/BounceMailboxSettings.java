package eu.jalon.mail.mailbox;

import eu.jalon.shared.InvalidSettingException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Properties of the mailbox of delivery reports and replies, read by IMAP (RFC 9051).
 *
 * @param host empty to read none
 * @param port 0 for the default port of the protocol
 * @param ssl whether to use implicit TLS; otherwise STARTTLS if the server offers it
 * @param folder the folder with new messages
 * @param processed the folder that messages are moved to, created if missing; empty to delete them
 */
@ConfigurationProperties("jalon.mail.bounces")
@Validated
public record BounceMailboxSettings(
    @DefaultValue("") String host,
    @DefaultValue("0") @Min(0) @Max(65_535) int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("true") boolean ssl,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("Processed") String processed) {

  public BounceMailboxSettings {
    if (folder.isBlank() || folder.equalsIgnoreCase(processed)) {
      throw new InvalidSettingException(
          "jalon.mail.bounces.folder is \"%s\": it must not be empty or the processed folder"
              .formatted(folder));
    }
  }

  public boolean isConfigured() {
    return !host.isBlank();
  }

  String protocol() {
    return ssl ? "imaps" : "imap";
  }

  /** The URL of the mailbox, without user and password. */
  @Override
  public String toString() {
    return protocol() + "://" + host + (port == 0 ? "" : ":" + port) + "/" + folder;
  }
}
