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
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads delivery reports and replies from an IMAP mailbox (RFC 9051). */
public final class BounceMailbox {

  private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

  /** Enough for a delivery report with the returned headers. */
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
   * Passes each message to the consumer, and then moves or deletes it. After a lost connection a
   * message may be passed again.
   */
  public void read(Consumer<IncomingMessage> consumer) throws MailboxUnreachableException {
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
          process(folder, folder.getMessage(number), processed, consumer);
        }
      }
    } catch (MessagingException e) {
      throw new MailboxUnreachableException(settings, e);
    }
  }

  private static void process(
      Folder folder,
      Message message,
      @Nullable Folder processed,
      Consumer<IncomingMessage> consumer)
      throws MessagingException {
    if (message.isSet(Flags.Flag.DELETED)) {
      return;
    }
    byte[] beginning = beginning(message);
    if (beginning == null) {
      return;
    }
    consumer.accept(IncomingMessage.of(beginning));
    if (processed != null) {
      folder.copyMessages(new Message[] {message}, processed);
    }
    message.setFlag(Flags.Flag.DELETED, true);
  }

  /** The first bytes of a message; null if the server cannot read the message. */
  private static byte @Nullable [] beginning(Message message) throws MessagingException {
    try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
      return in.readNBytes(MAX_BYTES);
    } catch (MessagingException | IOException e) {
      if (!message.getFolder().isOpen()) {
        throw new FolderClosedException(message.getFolder(), e.getMessage());
      }
      log.warn("Message {} of {} cannot be read", message.getMessageNumber(), message.getFolder());
      log.debug("Cause", e);
      return null;
    }
  }

  private @Nullable Folder processed(Store store) throws MessagingException {
    if (settings.processed().isBlank()) {
      return null;
    }
    Folder folder = store.getFolder(settings.processed());
    if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + settings.processed() + " cannot be created");
    }
    return folder;
  }

  /** Sets timeouts, since the default of JavaMail is none. */
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
