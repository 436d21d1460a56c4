package eu.jalon.pages.home;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.people.DirectoryFlaws;
import eu.jalon.mail.EmailCounts;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.RelayState;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.round.ReminderRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Problems that keep emails from being sent, for the coordinators' home page. */
@Component
class Alarms {

  private static final int DAYS = 7;
  private static final List<EmailStatus> WAITING =
      List.of(EmailStatus.QUEUED, EmailStatus.SENDING, EmailStatus.RETRY, EmailStatus.UNKNOWN);

  private final ReminderRound round;
  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final ReminderPolicies policy;
  private final DirectoryFlaws directory;
  private final PageFormatter format;

  Alarms(
      ReminderRound round,
      Viewers viewers,
      MailQueue mailQueue,
      ReminderPolicies policy,
      DirectoryFlaws directory,
      PageFormatter format) {
    this.round = round;
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.policy = policy;
    this.directory = directory;
    this.format = format;
  }

  /**
   * The current problems.
   *
   * @param missing the day whose round did not run
   * @param silentSince the time since which the mail server has not answered
   * @param waiting the number of emails waiting for it
   * @param failed the number of emails that failed recently
   * @param refusedTable whether a newer reminder policy was refused
   * @param directory whether a ministry of the coordinator's party has no recipient, or an address
   *     is that of several accounts
   */
  record Raised(
      @Nullable LocalDate missing,
      @Nullable Instant silentSince,
      int waiting,
      int failed,
      boolean refusedTable,
      boolean directory) {

    public boolean any() {
      return missing != null || silentSince != null || refusedTable || directory;
    }
  }

  Raised raised(Person person) {
    RelayState relay = mailQueue.relay();
    EmailCounts counts =
        mailQueue.counts(
            EmailFilter.since(format.today().minusDays(DAYS))
                .inSeries(viewers.coordinatorLists(person).series()));
    return new Raised(
        round.missing().orElse(null),
        relay.failures() > 0 ? relay.since().orElse(null) : null,
        (int) WAITING.stream().mapToLong(counts::of).sum(),
        (int) counts.of(EmailStatus.FAILED),
        policy.refused().isPresent(),
        directory.of(person).any());
  }
}
