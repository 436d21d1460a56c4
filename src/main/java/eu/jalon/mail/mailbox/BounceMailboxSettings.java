package eu.jalon.mail.mailbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox that undeliverable emails are reported to, read by IMAP (RFC 9051).
 *
 * @param host without one, nothing is read
 * @param port the protocol's own where it is 0
 * @param ssl whether TLS comes first; otherwise it is begun where the server offers it
 * @param folder where reports arrive
 * @param processed where read messages are put, made if it is missing; empty deletes them
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
      throw new IllegalArgumentException(
          "jalon.mail.bounces.folder is \"%s\": it must be named, and not be the processed folder"
              .formatted(folder));
    }
  }

  public boolean isConfigured() {
    return !host.isBlank();
  }

  String protocol() {
    return ssl ? "imaps" : "imap";
  }

  /** Where the mailbox is, without its password. */
  @Override
  public String toString() {
    return protocol() + "://" + host + (port == 0 ? "" : ":" + port) + "/" + folder;
  }
}
