package eu.jalon.mail.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox that undeliverable emails are reported to. */
public final class BounceMailbox {

  private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

  /** A notification and the headers it returns stand far before this. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int MAX_MESSAGES = 500;

  private final BounceMailboxSettings settings;

  public BounceMailbox(BounceMailboxSettings settings) {
    this.settings = settings;
  }

  public boolean isConfigured() {
    return settings.isConfigured();
  }

  /**
   * Hands over what each message reports, nothing for one that is no report, and puts the message
   * away right after. One that was handed over may come again where the line broke.
   */
  public void read(Consumer<Optional<DeliveryReport>> reader) throws MailboxUnreachableException {
    try (Store store = session().getStore(settings.protocol())) {
      store.connect(
          settings.host(),
          settings.port() == 0 ? -1 : settings.port(),
          settings.user(),
          settings.password());
      Folder processed = processed(store);
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        int last = Math.min(folder.getMessageCount(), MAX_MESSAGES);
        for (int number = 1; number <= last; number++) {
          take(folder, folder.getMessage(number), processed, reader);
        }
      }
    } catch (MessagingException e) {
      throw new MailboxUnreachableException(settings, e);
    }
  }

  private static void take(
      Folder folder,
      Message message,
      @Nullable Folder processed,
      Consumer<Optional<DeliveryReport>> reader)
      throws MessagingException {
    if (message.isSet(Flags.Flag.DELETED)) {
      return;
    }
    byte[] beginning = beginning(message);
    if (beginning == null) {
      return;
    }
    reader.accept(DeliveryReportReader.read(beginning));
    if (processed != null) {
      folder.copyMessages(new Message[] {message}, processed);
    }
    message.setFlag(Flags.Flag.DELETED, true);
  }

  /** The beginning of a message; null where the server cannot give it, though it is there. */
  private static byte @Nullable [] beginning(Message message) throws MessagingException {
    try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
      return in.readNBytes(MAX_BYTES);
    } catch (MessagingException | IOException e) {
      if (!message.getFolder().isOpen()) {
        throw new FolderClosedException(message.getFolder(), e.getMessage());
      }
      log.warn("Message {} of {} cannot be read", message.getMessageNumber(), message.getFolder());
      log.debug("Why", e);
      return null;
    }
  }

  private @Nullable Folder processed(Store store) throws MessagingException {
    if (settings.processed().isBlank()) {
      return null;
    }
    Folder folder = store.getFolder(settings.processed());
    if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + settings.processed() + " cannot be made");
    }
    return folder;
  }

  /** JavaMail waits for ever where it is not told otherwise. */
  private Session session() {
    String prefix = "mail." + settings.protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", "5000");
    properties.setProperty(prefix + "timeout", "30000");
    properties.setProperty(prefix + "writetimeout", "30000");
    properties.setProperty(prefix + "peek", "true");
    properties.setProperty(prefix + "fetchsize", String.valueOf(MAX_BYTES / 4));
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    return Session.getInstance(properties);
  }
}
