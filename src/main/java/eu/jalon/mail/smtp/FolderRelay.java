package eu.jalon.mail.smtp;

import eu.jalon.mail.message.OutgoingMessage;
import eu.jalon.mail.message.WrittenMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each e-mail to an {@code .eml} file; used without a mail relay. */
final class FolderRelay implements Relay {

  private static final Logger log = LoggerFactory.getLogger(FolderRelay.class);

  private final Path folder;

  FolderRelay(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Connection open() throws RelayUnreachableException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RelayUnreachableException(destination(), e);
    }
    return new Connection() {
      @Override
      public DeliveryResult send(WrittenMessage message, BooleanSupplier hasLease) {
        return write(message);
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String destination() {
    return folder.toString();
  }

  @Override
  public Duration replyTimeout() {
    return Duration.ZERO;
  }

  /** Writes the file atomically; the same e-mail replaces its earlier file. */
  private DeliveryResult write(WrittenMessage message) {
    OutgoingMessage mail = message.mail();
    String name = mail.on() + "-" + mail.person() + "-" + mail.id() + ".eml";
    try {
      Path unfinished = Files.createTempFile(folder, ".email-", ".tmp");
      try {
        Files.writeString(unfinished, message.text(), StandardCharsets.US_ASCII);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return new DeliveryResult(DeliveryResult.Result.ACCEPTED, "");
    } catch (IOException e) {
      log.warn("E-mail {} cannot be written to {}", mail.id(), folder, e);
      return new DeliveryResult(DeliveryResult.Result.REFUSED_FOR_NOW, String.valueOf(e));
    }
  }
}
