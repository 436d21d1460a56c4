package eu.jalon.overview.activity;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What concerns a person's ministry: reports of the other parties, its own reports, questions. */
@Service
@Transactional(readOnly = true)
public class MinistryActivity {

  private static final int DECIDED_DAYS = 60;

  private final JdbcMinistryActivity activity;
  private final Viewers viewers;
  private final Clock clock;

  MinistryActivity(JdbcMinistryActivity activity, Viewers viewers, Clock clock) {
    this.activity = activity;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Reports, latest first.
   *
   * @param own those of the ministry, also on commitments that it no longer leads
   * @param others those of other parties on commitments that the ministry leads or is associated
   *     with
   */
  public record Reports(List<ReportLine> own, List<ReportLine> others) {}

  /** Returns the latest reports, so many of each kind. */
  public Reports reports(Person person, int most) {
    return activity.reports(ministry(person), viewers.lists(person), most);
  }

  /**
   * Returns the unanswered questions from or to the party of the ministry on commitments in
   * progress that the ministry leads, oldest first.
   */
  public List<QuestionLine> questions(Person person, int most) {
    return activity.questions(ministry(person), viewers.lists(person), most);
  }

  /**
   * Returns the requests of the ministry's party on commitments that the ministry leads: those that
   * wait for a decision and those decided in the last {@value #DECIDED_DAYS} days, latest first.
   */
  public List<RequestLine> requests(Person person, int most) {
    return activity.requests(
        ministry(person),
        viewers.lists(person),
        clock.instant().minus(Duration.ofDays(DECIDED_DAYS)),
        most);
  }

  private static MinistryCode ministry(Person person) {
    return person.workplace().orElseThrow(() -> ValidationError.forbidden("settings.noWorkplace"));
  }
}
