package eu.jalon.simulation;

import eu.jalon.mail.message.OutgoingMessage;
import eu.jalon.mail.message.WrittenMessage;
import eu.jalon.mail.smtp.DeliveryResult;
import eu.jalon.mail.smtp.Relay;
import eu.jalon.mail.smtp.RelayAway;
import eu.jalon.mail.smtp.RelayUnreachableException;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes every email at once and remembers what it says; on some days it cannot be reached. */
final class RecordingRelay implements Relay {

  /**
   * An email as its reader has it.
   *
   * @param items the action items that its text links to
   */
  record Sent(UUID email, PersonId person, LocalDate on, Instant at, Set<String> items) {}

  private static final Pattern LINK = Pattern.compile("/tasks/([A-Za-z0-9-]+)");

  private final List<Sent> sent = new ArrayList<>();
  private final Map<EmailAddress, Consumer<OutgoingMessage>> gone = new HashMap<>();
  private boolean away;

  void away(boolean now) {
    away = now;
  }

  boolean isAway() {
    return away;
  }

  /** From now on a mailbox is not there any more, and somebody hears of each attempt. */
  void lose(EmailAddress address, Consumer<OutgoingMessage> told) {
    gone.put(address, told);
  }

  void restore(EmailAddress address) {
    gone.remove(address);
  }

  boolean isGone(EmailAddress address) {
    return gone.containsKey(address);
  }

  /** What was taken since the last time. */
  List<Sent> drain() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  @Override
  public Connection open() throws RelayUnreachableException {
    if (away) {
      throw RelayAway.from(destination());
    }
    return new Connection() {
      @Override
      public DeliveryResult send(WrittenMessage written, BooleanSupplier ours) {
        OutgoingMessage mail = written.mail();
        Consumer<OutgoingMessage> told = gone.get(mail.to());
        if (told != null) {
          told.accept(mail);
          return new DeliveryResult(DeliveryResult.Result.REFUSED, "550 5.1.1 User unknown");
        }
        sent.add(new Sent(mail.id(), mail.person(), mail.on(), mail.date(), items(mail.text())));
        return new DeliveryResult(DeliveryResult.Result.ACCEPTED, "250 2.0.0 Ok");
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  private static Set<String> items(String text) {
    return LINK.matcher(text)
        .results()
        .map((MatchResult link) -> link.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String destination() {
    return "the relay of the decade";
  }

  @Override
  public Duration replyTimeout() {
    return Duration.ZERO;
  }
}
