package eu.jalon.nudge;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterComposer;
import eu.jalon.register.ActionItems;
import eu.jalon.register.ReminderSheet;
import eu.jalon.register.SheetLine;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes digests from what is still true when they are sent, many in a few statements. */
@Service
@Transactional
class DigestComposer {

  private final JdbcNudges nudges;
  private final JdbcPauses pauses;
  private final JdbcHandNudges hands;
  private final ReminderSheet sheet;
  private final ActionItems items;
  private final Readers readers;
  private final Directory directory;
  private final WorkingDays calendar;
  private final DigestWriter writer;
  private final HandWriter handWriter;
  private final LetterTemplates templates;
  private final Clock clock;

  DigestComposer(
      JdbcNudges nudges,
      JdbcPauses pauses,
      JdbcHandNudges hands,
      ReminderSheet sheet,
      ActionItems items,
      Readers readers,
      Directory directory,
      WorkingDays calendar,
      DigestWriter writer,
      HandWriter handWriter,
      LetterTemplates templates,
      Clock clock) {
    this.nudges = nudges;
    this.pauses = pauses;
    this.hands = hands;
    this.sheet = sheet;
    this.items = items;
    this.readers = readers;
    this.directory = directory;
    this.calendar = calendar;
    this.writer = writer;
    this.handWriter = handWriter;
    this.templates = templates;
    this.clock = clock;
  }

  /** What is known of the present while letters are composed. */
  private record Present(
      LocalDate today,
      Recipients recipients,
      Map<MinistryCode, Ministry> ministries,
      Map<String, SheetLine> open,
      Set<String> done,
      Pauses pauses,
      Map<Long, HandNudge> byHand) {}

  /** Digests from the state of this moment; one with nothing left to say is absent. */
  public Map<UUID, ComposedLetter> compose(
      Collection<Letter> letters, LetterComposer.Purpose purpose) {
    Map<UUID, List<NudgeEntry>> planned =
        nudges.ofLetters(letters.stream().map(Letter::id).toList()).stream()
            .filter(entry -> entry.letterId() != null)
            .collect(Collectors.groupingBy(entry -> entry.letter().orElseThrow()));
    Present present = present(planned.values().stream().flatMap(List::stream).toList(), letters);
    Map<Long, @Nullable Outcome> changed = new HashMap<>();
    Map<UUID, ComposedLetter> composed = new LinkedHashMap<>();
    for (Letter letter : letters) {
      List<DigestItem> listed =
          stillTrue(planned.getOrDefault(letter.id(), List.of()), present, changed);
      present
          .recipients()
          .person(letter.person())
          .filter(person -> !listed.isEmpty())
          .ifPresent(
              person -> composed.put(letter.id(), composed(letter, person, listed, present)));
    }
    if (purpose == LetterComposer.Purpose.SENDING && !changed.isEmpty()) {
      nudges.outcomes(changed);
    }
    return composed;
  }

  /** The subject as things stand when the letter is planned. */
  String subject(Person person, List<Nudge> given, LocalDate today) {
    return writer.subject(person.language(), given.stream().map(DigestItem::of).toList(), today);
  }

  private Present present(List<NudgeEntry> planned, Collection<Letter> letters) {
    LocalDate today = BrusselsTime.today(clock);
    Set<String> ids = planned.stream().map(NudgeEntry::actionItemId).collect(Collectors.toSet());
    Map<String, SheetLine> open =
        sheet.stillOpen(ids).stream()
            .collect(Collectors.toMap(line -> line.item().id(), Function.identity()));
    List<String> closed = ids.stream().filter(id -> !open.containsKey(id)).toList();
    return new Present(
        today,
        readers.lately(today),
        directory.ministriesByCode(),
        open,
        items.done(closed),
        pauses.of(ids),
        hands.all(letters.stream().flatMap(letter -> byHand(letter).stream()).toList()));
  }

  /** Which nudge by hand a letter carries, where it is no digest of the day. */
  private static Optional<Long> byHand(Letter letter) {
    return LetterKind.of(letter) == LetterKind.HAND
        ? Optional.of(letter.aboutId())
        : Optional.empty();
  }

  private ComposedLetter composed(
      Letter letter, Person person, List<DigestItem> listed, Present present) {
    DigestWriter.Reader reader =
        new DigestWriter.Reader(
            person,
            present.ministries(),
            present.recipients().coordinatorsOf(Recipients.countryOf(person)),
            Ministry.isMailbox(person.id()));
    Digest digest =
        byHand(letter)
            .map(present.byHand()::get)
            .map(asked -> handWriter.write(reader, listed, asked, present.today()))
            .orElseGet(() -> writer.write(reader, listed, present.today()));
    return new ComposedLetter(
        digest.subject(),
        templates.text(digest),
        templates.html(digest),
        writer.calendar(reader, listed).orElse(null));
  }

  private List<DigestItem> stillTrue(
      List<NudgeEntry> planned, Present present, Map<Long, @Nullable Outcome> changed) {
    List<DigestItem> listed = new ArrayList<>();
    for (NudgeEntry entry : planned) {
      Outcome outcome = outcome(entry, present).orElse(null);
      if (outcome != entry.outcome()) {
        changed.put(entry.id(), outcome);
      }
      SheetLine line = present.open().get(entry.actionItemId());
      if (outcome == null && line != null) {
        Person absent =
            Optional.ofNullable(entry.standsFor())
                .flatMap(present.recipients()::person)
                .orElse(null);
        listed.add(
            new DigestItem(
                line.view(),
                entry.due(),
                entry.audience(),
                absent,
                line.dateChanges(),
                entry.firstTold()));
      }
    }
    return listed;
  }

  private Optional<Outcome> outcome(NudgeEntry entry, Present present) {
    SheetLine line = present.open().get(entry.actionItemId());
    if (line == null) {
      return Optional.of(
          present.done().contains(entry.actionItemId()) ? Outcome.DONE : Outcome.WITHDRAWN);
    }
    if (!line.item().dueOn().filter(entry.due()::equals).isPresent()) {
      return Optional.of(Outcome.REDATED);
    }
    if (!stillHears(entry, line, present)) {
      return Optional.of(Outcome.REASSIGNED);
    }
    if (entry.stage() == Stage.BY_HAND) {
      return Optional.empty();
    }
    boolean his = entry.audience() == Audience.OWNER || entry.audience() == Audience.SUBSTITUTE;
    return his && Snooze.covers(present.today(), line, present.pauses(), calendar)
        ? Optional.of(Outcome.SNOOZED)
        : Optional.empty();
  }

  private static boolean stillHears(NudgeEntry entry, SheetLine line, Present present) {
    Recipients recipients = present.recipients();
    LocalDate day = present.today();
    var country = line.item().ministry().country();
    if (entry.person() == null) {
      return false;
    }
    return switch (entry.audience()) {
      case OWNER, INFORMED -> recipients.owners(line.item(), day).holds(entry.person());
      case SUBSTITUTE ->
          entry.standsFor() != null && recipients.owners(line.item(), day).holds(entry.standsFor());
      case OTHER_LEAD ->
          recipients.ministry(line.owners().lead(Ladder.other(country)), day).holds(entry.person());
      case COORDINATOR ->
          recipients.coordinatorsOf(country, day).holds(entry.person())
              || recipients.coordinatorsOf(Ladder.other(country), day).holds(entry.person());
    };
  }
}
