package eu.jalon.commitment.entry;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters commitments that were agreed outside a declaration. */
@Service
@Transactional
public class ManualEntry {

  /** Maximum length of a summary in each language, in code points. */
  public static final int MAX_SUMMARY = 2000;

  private final CommitmentEntry entry;
  private final Meetings meetings;
  private final JdbcLineage lineages;
  private final WorkingDays calendar;
  private final Today today;

  ManualEntry(
      CommitmentEntry entry,
      Meetings meetings,
      JdbcLineage lineages,
      WorkingDays calendar,
      Today today) {
    this.entry = entry;
    this.meetings = meetings;
    this.lineages = lineages;
    this.calendar = calendar;
    this.today = today;
  }

  /**
   * A commitment without a declaration.
   *
   * @param meeting the meeting at which it was agreed
   * @param theme the number of an existing theme of the meeting
   * @param deadline absent for the default deadline of the series
   * @param restricted whether it is restricted; absent for the default of the theme or series
   */
  public record ManualCommitment(
      MeetingId meeting,
      int theme,
      LocalText title,
      @Nullable LocalText summary,
      Track track,
      Leads leads,
      @Nullable DeadlineRule deadline,
      @Nullable Boolean restricted) {

    public ManualCommitment {
      title = title.map(text -> TextPolicy.SINGLE_LINE.checked("title", text));
      if (summary != null) {
        summary = summary.map(text -> TextPolicy.MULTI_LINE.checked("summary", text, MAX_SUMMARY));
      }
    }
  }

  /**
   * Enters the commitment at the next free position of its theme and starts its process instance,
   * in one transaction. Coordinators only. Rejects a theme that does not exist, a title that exists
   * in the theme, a coordinating team as lead, and a deadline in the past.
   */
  public CommitmentRef enter(ManualCommitment entered, Person by) {
    Viewer.requireCoordinator(by);
    MeetingId meeting = entered.meeting();
    requireKnownTheme(entered, by);
    requireTitles(entered);
    entry.requireNoCoordination(entered.leads());
    DeadlineRule deadline = deadline(entered);
    requireNotPast(entered, deadline);
    meetings.lockTheme(meeting, entered.theme());
    lineages
        .withTitle(meeting, entered.theme(), entered.title())
        .ifPresent(
            same -> {
              throw ValidationError.conflict("commitment.sameTitle", same);
            });
    CommitmentRef ref =
        CommitmentRef.of(
            meeting, entered.theme(), lineages.lastPosition(meeting, entered.theme()) + 1);
    entry.enter(
        List.of(
            new NewCommitment(
                ref,
                entered.title(),
                entered.summary(),
                entered.track(),
                entered.leads(),
                deadline,
                null,
                null,
                entered.restricted())),
        by.id());
    return ref;
  }

  private void requireKnownTheme(ManualCommitment entered, Person by) {
    boolean known =
        meetings.seenBy(by).test(entered.meeting())
            && meetings.themes(entered.meeting()).stream()
                .anyMatch(theme -> theme.number() == entered.theme());
    if (!known) {
      throw ValidationError.notFound("theme.unknown", entered.meeting(), entered.theme());
    }
  }

  private void requireTitles(ManualCommitment entered) {
    meetings
        .languages(entered.meeting())
        .forEach(
            language -> {
              if (entered.title().find(language).isEmpty()) {
                throw ValidationError.invalid("commitment.titleMissing", language);
              }
            });
  }

  private DeadlineRule deadline(ManualCommitment entered) {
    DeadlineRule given = entered.deadline();
    return given == null
        ? defaultDeadline(entered.meeting())
            .orElseThrow(() -> ValidationError.invalid("commitment.deadlineMissing"))
        : given;
  }

  /** Returns the deadline that is proposed for commitments of a meeting, if there is one. */
  private Optional<DeadlineRule> defaultDeadline(MeetingId meeting) {
    return Optional.ofNullable(meetings.seriesOf(meeting).defaultDeadline())
        .map(DeadlineRule::parse);
  }

  private void requireNotPast(ManualCommitment entered, DeadlineRule deadline) {
    Optional<LocalDate> summit =
        meetings.next(meetings.seriesOf(entered.meeting()).id()).flatMap(Meeting::heldOn);
    deadline
        .dueOn(summit, entered.leads().accountable(), calendar)
        .filter(due -> due.isBefore(today.of(entered.leads().accountable())))
        .ifPresent(
            due -> {
              throw ValidationError.invalid("request.past", due);
            });
  }
}
