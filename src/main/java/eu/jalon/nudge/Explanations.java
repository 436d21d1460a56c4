package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.register.ReminderSheet;
import eu.jalon.register.SheetLine;
import eu.jalon.register.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains reminders, given and not given, from what is on record; where nothing is, from the table
 * in force and the state of today.
 */
@Service
@Transactional(readOnly = true)
public class Explanations {

  private static final int LATEST = 200;
  private static final int MOST_REASONS = 500;

  private final ActionItems items;
  private final ReminderSheet sheet;
  private final JdbcNudges nudges;
  private final JdbcPauses pauses;
  private final JdbcRounds rounds;
  private final Planner planner;
  private final Readers readers;
  private final CadenceKeeper cadence;
  private final Outbox outbox;
  private final Clock clock;

  Explanations(
      ActionItems items,
      ReminderSheet sheet,
      JdbcNudges nudges,
      JdbcPauses pauses,
      JdbcRounds rounds,
      Planner planner,
      Readers readers,
      CadenceKeeper cadence,
      Outbox outbox,
      Clock clock) {
    this.items = items;
    this.sheet = sheet;
    this.nudges = nudges;
    this.pauses = pauses;
    this.rounds = rounds;
    this.planner = planner;
    this.readers = readers;
    this.cadence = cadence;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The latest 200 nudges about an item, given and held back, latest first. */
  public List<Explanation.Said> history(String actionItemId, Person reader) {
    items.get(actionItemId, reader);
    return said(nudges.ofItem(actionItemId, LocalDate.of(2099, 12, 31), LATEST));
  }

  /** What a letter was planned to say, with what it left out; coordinators only. */
  public List<NudgeEntry> ofLetter(UUID letter, Person reader) {
    Viewer.requireCoordinator(reader);
    return nudges.ofLetters(List.of(letter));
  }

  /** What letters were planned to say about one commitment, by letter; coordinators only. */
  public Map<UUID, List<NudgeEntry>> ofLetters(
      Collection<UUID> letters, CommitmentRef about, Person reader) {
    Viewer.requireCoordinator(reader);
    return letters.isEmpty()
        ? Map.of()
        : nudges.ofLettersAbout(letters, about, MOST_REASONS).stream()
            .filter(entry -> entry.letter().isPresent())
            .collect(Collectors.groupingBy(entry -> entry.letter().orElseThrow()));
  }

  /** Why somebody was or will be reminded of an item on a day, or nobody is. */
  public Explanation explain(String actionItemId, LocalDate on, Person reader) {
    ActionItemView view = items.get(actionItemId, reader);
    LocalDate day = new DueDate(on).day();
    Explanation.Round round = round(view.item(), day);
    if (round == Explanation.Round.NOT_OPEN || round == Explanation.Round.CLOSED) {
      return new Explanation(view, day, round, List.of(), null);
    }
    List<Explanation.Said> said = new ArrayList<>();
    said.addAll(said(recorded(actionItemId, day)));
    SheetLine line = sheet.stillOpen(List.of(actionItemId)).stream().findFirst().orElse(null);
    if (line == null) {
      return new Explanation(view, day, round, said, null);
    }
    Ladder ladder = planner.ladder(day, readers.on(day), Set.of());
    said.addAll(unrecorded(line, day, ladder, said, round));
    return new Explanation(view, day, round, said, fitting(ladder, line));
  }

  private Explanation.Round round(ActionItem item, LocalDate day) {
    if (day.isBefore(date(item.createdAt()))) {
      return Explanation.Round.NOT_OPEN;
    }
    Instant closedAt = item.closedAt();
    if (closedAt != null && day.isAfter(date(closedAt))) {
      return Explanation.Round.CLOSED;
    }
    if (rounds.hasRun(day)) {
      return Explanation.Round.RAN;
    }
    return day.isBefore(BrusselsTime.today(clock))
        ? Explanation.Round.NONE
        : Explanation.Round.TO_COME;
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, BrusselsTime.ZONE);
  }

  private List<NudgeEntry> recorded(String actionItemId, LocalDate day) {
    return nudges.ofItem(actionItemId, day, LATEST).stream()
        .filter(entry -> entry.on().equals(day))
        .toList();
  }

  /** What was not written down because it is the usual course, or stands from an earlier day. */
  private List<Explanation.Said> unrecorded(
      SheetLine line,
      LocalDate day,
      Ladder ladder,
      List<Explanation.Said> recorded,
      Explanation.Round round) {
    List<String> ids = List.of(line.item().id());
    Set<@Nullable PersonId> named =
        recorded.stream()
            .filter(each -> each.stage() != Stage.BY_HAND)
            .map(Explanation.Said::person)
            .collect(Collectors.toSet());
    return ladder.climb(line, nudges.earlier(ids, day.minusDays(1)), pauses.of(ids)).stream()
        .filter(nudge -> !named.contains(nudge.recipient().map(Person::id).orElse(null)))
        .filter(nudge -> nudge.suppressed().isPresent() || round == Explanation.Round.TO_COME)
        .map(nudge -> said(nudge, day))
        .toList();
  }

  private CadenceTable.@Nullable Line fitting(Ladder ladder, SheetLine line) {
    return line.item()
        .dueOn()
        .map(due -> cadence.cadence().decide(ladder.situation(line, due)).rule())
        .flatMap(
            rule ->
                cadence.cadence().lines().stream()
                    .filter(each -> each.rule().equals(rule))
                    .findFirst())
        .orElse(null);
  }

  private static Explanation.Said said(Nudge nudge, LocalDate day) {
    return new Explanation.Said(
        day,
        nudge.recipient().map(Person::id).orElse(null),
        nudge.standsFor(),
        nudge.audience(),
        nudge.stage(),
        nudge.rule(),
        nudge.due(),
        nudge.suppressed().orElse(null),
        null,
        null);
  }

  private List<Explanation.Said> said(List<NudgeEntry> entries) {
    List<UUID> ids =
        entries.stream().map(NudgeEntry::letterId).filter(Objects::nonNull).distinct().toList();
    Map<UUID, Letter> letters =
        outbox.all(ids).stream().collect(Collectors.toMap(Letter::id, Function.identity()));
    return entries.stream()
        .map(
            entry ->
                new Explanation.Said(
                    entry.on(),
                    entry.person(),
                    entry.standsFor(),
                    entry.audience(),
                    entry.stage(),
                    entry.rule(),
                    entry.due(),
                    entry.suppression(),
                    entry.outcome(),
                    entry.letter().map(letters::get).orElse(null)))
        .toList();
  }
}
