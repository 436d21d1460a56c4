package eu.jalon.register;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
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
public class HandEntry {

  /** The longest summary, in characters of each language. */
  public static final int MAX_SUMMARY = 2000;

  private final Register register;
  private final Summits summits;
  private final JdbcLineage lineages;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Clock clock;

  HandEntry(
      Register register,
      Summits summits,
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
      OriginId origin,
      int theme,
      LocalText title,
      @Nullable LocalText summary,
      Track track,
      Owners owners,
      DeadlineRule deadline) {

    public Entered {
      title = title.map(text -> TextPolicy.SINGLE_LINE.checked("title", text));
      if (title.nl() == null || title.nl().isBlank()) {
        throw Refusal.invalid("commitment.titleMissing");
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
    OriginId origin = entered.origin();
    refuseUnknownTheme(entered);
    refuseCoordinations(entered.owners());
    refusePast(entered);
    lineages.lockTheme(origin, entered.theme());
    String title = entered.title().fr();
    lineages
        .titled(origin, entered.theme(), title)
        .ifPresent(
            same -> {
              throw Refusal.conflict("commitment.sameTitle", same);
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
      throw Refusal.notFound("theme.unknown", entered.origin(), entered.theme());
    }
  }

  private void refuseCoordinations(Owners owners) {
    var ministries = directory.ministriesByCode();
    for (MinistryCode lead : List.of(owners.leadBe(), owners.leadFr())) {
      if (Optional.ofNullable(ministries.get(lead)).filter(Ministry::coordination).isPresent()) {
        throw Refusal.invalid("request.coordination", lead);
      }
    }
  }

  private void refusePast(Entered entered) {
    Optional<LocalDate> summit = summits.next().flatMap(Summit::heldOn);
    entered
        .deadline()
        .dueOn(summit, entered.owners().accountable(), calendar)
        .filter(due -> due.isBefore(BrusselsTime.today(clock)))
        .ifPresent(
            due -> {
              throw Refusal.invalid("request.past", due);
            });
  }
}
