package eu.jalon.pages.home;

import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.RelayState;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.round.ReminderRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps emails from going out, for the coordinators' home; nothing while all is well. */
@Component
class Alarms {

  private static final int DAYS = 7;
  private static final List<EmailStatus> WAITING =
      List.of(EmailStatus.QUEUED, EmailStatus.SENDING, EmailStatus.RETRY, EmailStatus.UNKNOWN);

  private final ReminderRound round;
  private final MailQueue mailQueue;
  private final ReminderPolicies policy;
  private final PageFormatter format;

  Alarms(ReminderRound round, MailQueue mailQueue, ReminderPolicies policy, PageFormatter format) {
    this.round = round;
    this.mailQueue = mailQueue;
    this.policy = policy;
    this.format = format;
  }

  /**
   * What is wrong.
   *
   * @param missing the day whose round did not run
   * @param silentSince since when the relay does not answer
   * @param waiting how many emails wait for it
   * @param failed how many emails were given up lately
   * @param refusedTable whether a newer reminder policy was refused
   */
  record Raised(
      @Nullable LocalDate missing,
      @Nullable Instant silentSince,
      int waiting,
      int failed,
      boolean refusedTable) {

    public boolean any() {
      return missing != null || silentSince != null || refusedTable;
    }
  }

  Raised raised() {
    RelayState relay = mailQueue.relay();
    Map<EmailStatus, Integer> counts = mailQueue.counts(format.today().minusDays(DAYS));
    return new Raised(
        round.missing().orElse(null),
        relay.failures() > 0 ? relay.since().orElse(null) : null,
        WAITING.stream().mapToInt(status -> counts.getOrDefault(status, 0)).sum(),
        counts.getOrDefault(EmailStatus.FAILED, 0),
        policy.refused().isPresent());
  }
}
