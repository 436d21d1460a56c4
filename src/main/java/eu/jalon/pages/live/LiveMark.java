package eu.jalon.pages.live;

import eu.jalon.audit.AuditLog;
import eu.jalon.commitment.Commitments;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.round.ReminderRound;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A word for the present state of everything, another one after each change: what people did, what
 * the register wrote down, which emails went. It is read from the database, so that it is the same
 * on all nodes.
 */
@Component
class LiveMark {

  private final AuditLog acts;
  private final Commitments commitments;
  private final MailQueue emails;
  private final ReminderRound rounds;

  LiveMark(AuditLog acts, Commitments commitments, MailQueue emails, ReminderRound rounds) {
    this.acts = acts;
    this.commitments = commitments;
    this.emails = emails;
    this.rounds = rounds;
  }

  /** A handful of short statements, whatever the database holds. */
  String read() {
    return Stream.of(
            acts.lastAct(),
            commitments.lastChange(),
            emails.changeToken(),
            rounds.lastRound().orElse(null))
        .map(part -> Objects.toString(part, "0"))
        .collect(Collectors.joining("."));
  }
}
