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

/** Writes each email as an {@code .eml} file, for a house without a relay. */
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
      public DeliveryResult send(WrittenMessage mail, BooleanSupplier ours) {
        return write(mail);
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
  public Duration patience() {
    return Duration.ZERO;
  }

  /** A file appears whole or not at all; writing the same email again replaces its file. */
  private DeliveryResult write(WrittenMessage written) {
    OutgoingMessage mail = written.mail();
    String name = mail.on() + "-" + mail.person() + "-" + mail.id() + ".eml";
    try {
      Path unfinished = Files.createTempFile(folder, ".email-", ".tmp");
      try {
        Files.writeString(unfinished, written.text(), StandardCharsets.US_ASCII);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return new DeliveryResult(DeliveryResult.Result.ACCEPTED, "written to " + name);
    } catch (IOException e) {
      log.warn("Email {} cannot be written to {}", mail.id(), folder, e);
      return new DeliveryResult(DeliveryResult.Result.REFUSED_FOR_NOW, String.valueOf(e));
    }
  }
}
