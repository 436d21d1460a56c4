package eu.jalon.outbox.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that undeliverable letters are reported to, read by IMAP (RFC 9051).
 *
 * @param host without one, nothing is read
 * @param port the protocol's own where it is 0
 * @param ssl whether TLS comes first; otherwise it is begun where the server offers it
 * @param folder where reports arrive
 * @param processed where read messages are put, made if it is missing; empty deletes them
 */
@ConfigurationProperties("jalon.mail.bounces")
public record BounceSettings(
    @DefaultValue("") String host,
    @DefaultValue("0") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("true") boolean ssl,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("Processed") String processed) {

  public BounceSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("jalon.mail.bounces.port is " + port);
    }
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
