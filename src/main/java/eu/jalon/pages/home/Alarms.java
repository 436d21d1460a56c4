package eu.jalon.pages.home;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.people.DirectoryFlaws;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailFailures;
import eu.jalon.mail.MailQueue;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.reminder.round.ReminderRound;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Problems that keep emails from being sent, for the coordinators' home page. */
@Component
class Alarms {

  private static final int DAYS = 7;

  private final ReminderRound round;
  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final DirectoryFlaws directory;
  private final PageFormatter format;

  Alarms(
      ReminderRound round,
      Viewers viewers,
      MailQueue mailQueue,
      DirectoryFlaws directory,
      PageFormatter format) {
    this.round = round;
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.directory = directory;
    this.format = format;
  }

  /**
   * The current problems.
   *
   * @param missing the day whose round did not run
   * @param silentSince the time since which the mail server has not answered
   * @param waiting the number of emails waiting for it
   * @param refusedTable whether a newer reminder policy was refused
   * @param directory whether a ministry of the coordinator's party has no recipient, or an address
   *     is that of several accounts
   */
  record Raised(
      @Nullable LocalDate missing,
      @Nullable Instant silentSince,
      int waiting,
      boolean refusedTable,
      boolean directory) {

    public boolean any() {
      return missing != null || silentSince != null || refusedTable || directory;
    }
  }

  /** The failures of the last days with e-mails that the person may see. */
  MailFailures mail(Person person) {
    return mailQueue.failures(
        EmailFilter.since(format.today().minusDays(DAYS))
            .inSeries(viewers.coordinatorLists(person).series()));
  }

  Raised raised(MailFailures mail, Person person) {
    ReminderRound.RoundFailures reminders = round.failures();
    return new Raised(
        reminders.missing(),
        mail.silentSince(),
        mail.waiting(),
        reminders.policyRefused(),
        directory.of(person).any());
  }
}
