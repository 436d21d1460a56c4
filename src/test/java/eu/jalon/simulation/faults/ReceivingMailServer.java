package eu.jalon.simulation.faults;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.jalon.shared.BrusselsTime;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real mail server at the end of the lines; what counts is what it was given. */
final class ReceivingMailServer implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(FaultRegister.BASE_URL) + "/tasks/([A-Za-z0-9-]+)");

  /** An email at the server, with the day it was written on and the items it names. */
  record Arrived(String to, LocalDate on, String messageId, Set<String> items) {}

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Arrived> arrived = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final List<Long> takenAt = new CopyOnWriteArrayList<>();
  private volatile Duration answerTime = Duration.ZERO;

  ReceivingMailServer() {
    server.start();
    MessageDeliveryHandler mailboxes = server.getUserManager().getMessageDeliveryHandler();
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, to) -> {
              Duration time = answerTime;
              begun.incrementAndGet();
              GreenMailUser user = mailboxes.handle(message, to);
              LockSupport.parkNanos(time.toNanos());
              takenAt.add(System.nanoTime());
              return user;
            });
  }

  /** Sets how long the server takes over the next messages before it says yes to them. */
  void answerAfter(Duration time) {
    answerTime = time;
  }

  /** How many messages have been given to the server as a whole, answered or not. */
  int begun() {
    return begun.get();
  }

  /** When each message was taken, in order, by {@link System#nanoTime}. */
  List<Long> takenAt() {
    return takenAt;
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** Everything that has arrived since the beginning; to be asked while nobody is sending. */
  List<Arrived> arrived() {
    try {
      for (MimeMessage message : server.getReceivedMessages()) {
        arrived.add(read(message));
      }
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException | MessagingException | IOException failed) {
      throw new IllegalStateException("An email cannot be read", failed);
    }
    return arrived;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Arrived read(MimeMessage message) throws MessagingException, IOException {
    ZonedDateTime written =
        ZonedDateTime.parse(message.getHeader("Date", null), DateTimeFormatter.RFC_1123_DATE_TIME);
    Object text = message.getContent();
    while (text instanceof MimeMultipart parts) {
      text = parts.getBodyPart(0).getContent();
    }
    Set<String> items = new TreeSet<>();
    Matcher links = LINK.matcher(text.toString());
    while (links.find()) {
      items.add(links.group(1));
    }
    return new Arrived(
        message.getRecipients(Message.RecipientType.TO)[0].toString(),
        written.withZoneSameInstant(BrusselsTime.ZONE).toLocalDate(),
        message.getMessageID(),
        items);
  }
}
