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
 * An opaque mark of the current state of the data, which changes with every change. It is read from
 * the database, so that it is the same on all nodes.
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

  /** The mark, read with a fixed number of short statements. */
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
