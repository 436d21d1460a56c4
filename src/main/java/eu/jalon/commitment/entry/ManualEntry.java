package eu.jalon.commitment.entry;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what two governments agreed on outside a declaration. */
@Service
@Transactional
public class ManualEntry {

  /** The longest summary, in characters of each language. */
  public static final int MAX_SUMMARY = 2000;

  private final CommitmentEntry register;
  private final Meetings summits;
  private final JdbcLineage lineages;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Clock clock;

  ManualEntry(
      CommitmentEntry register,
      Meetings summits,
      JdbcLineage lineages,
      Directory directory,
      WorkingDays calendar,
      Clock clock) {
    this.register = register;
    this.summits = summits;
    this.lineages = lineages;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A commitment without a declaration.
   *
   * @param origin the meeting that agreed on it
   * @param theme one that the meeting has already
   */
  public record Entered(
      MeetingId origin,
      int theme,
      LocalText title,
      @Nullable LocalText summary,
      Track track,
      Leads owners,
      DeadlineRule deadline) {

    public Entered {
      title = title.map(text -> TextPolicy.SINGLE_LINE.checked("title", text));
      if (title.nl() == null || title.nl().isBlank()) {
        throw ValidationError.invalid("commitment.titleMissing");
      }
      if (summary != null) {
        summary = summary.map(text -> TextPolicy.MULTI_LINE.checked("summary", text, MAX_SUMMARY));
      }
    }
  }

  /**
   * Enters it at the next free position of its theme and starts its process, all or nothing.
   * Coordinators only. Refuses a theme that does not exist, a title that stands in it already, a
   * coordination as lead, and a deadline that has passed.
   */
  public CommitmentRef enter(Entered entered, Person by) {
    Viewer.requireCoordinator(by);
    MeetingId origin = entered.origin();
    refuseUnknownTheme(entered);
    refuseCoordinations(entered.owners());
    refusePast(entered);
    summits.lockTheme(origin, entered.theme());
    String title = entered.title().fr();
    lineages
        .titled(origin, entered.theme(), title)
        .ifPresent(
            same -> {
              throw ValidationError.conflict("commitment.sameTitle", same);
            });
    CommitmentRef ref =
        CommitmentRef.of(
            origin, entered.theme(), lineages.lastPosition(origin, entered.theme()) + 1);
    register.enter(
        List.of(
            new NewCommitment(
                ref,
                entered.title(),
                entered.summary(),
                entered.track(),
                entered.owners(),
                entered.deadline(),
                null,
                null)),
        by.id());
    return ref;
  }

  private void refuseUnknownTheme(Entered entered) {
    boolean known =
        summits.themes().stream()
            .anyMatch(
                theme ->
                    theme.origin().equals(entered.origin()) && theme.number() == entered.theme());
    if (!known) {
      throw ValidationError.notFound("theme.unknown", entered.origin(), entered.theme());
    }
  }

  private void refuseCoordinations(Leads owners) {
    var ministries = directory.ministriesByCode();
    for (MinistryCode lead : List.of(owners.leadBe(), owners.leadFr())) {
      if (Optional.ofNullable(ministries.get(lead)).filter(Ministry::coordination).isPresent()) {
        throw ValidationError.invalid("request.coordination", lead);
      }
    }
  }

  private void refusePast(Entered entered) {
    Optional<LocalDate> summit = summits.next().flatMap(Meeting::heldOn);
    entered
        .deadline()
        .dueOn(summit, entered.owners().accountable(), calendar)
        .filter(due -> due.isBefore(BrusselsTime.today(clock)))
        .ifPresent(
            due -> {
              throw ValidationError.invalid("request.past", due);
            });
  }
}
