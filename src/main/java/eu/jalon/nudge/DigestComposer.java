package eu.jalon.nudge;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterComposer;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes a digest from what is still true when it is sent. */
@Service
@Transactional(readOnly = true)
class DigestComposer implements LetterComposer {

  /** The kind of letter that carries a person's nudges of the day. */
  static final String KIND = "DIGEST";

  private final JdbcNudges nudges;
  private final ActionItems items;
  private final Directory directory;
  private final DigestWriter writer;
  private final LetterTemplates templates;
  private final Clock clock;

  DigestComposer(
      JdbcNudges nudges,
      ActionItems items,
      Directory directory,
      DigestWriter writer,
      LetterTemplates templates,
      Clock clock) {
    this.nudges = nudges;
    this.items = items;
    this.directory = directory;
    this.writer = writer;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Optional<ComposedLetter> compose(Letter letter) {
    Recipients recipients = new Recipients(directory.staff());
    return recipients
        .person(letter.person())
        .flatMap(person -> compose(letter, person, recipients));
  }

  /** The subject as things stand when the letter is planned. */
  String subject(Person person, List<Nudge> given, LocalDate today) {
    return writer.subject(person.language(), given.stream().map(DigestItem::of).toList(), today);
  }

  private Optional<ComposedLetter> compose(Letter letter, Person person, Recipients recipients) {
    List<DigestItem> listed = stillTrue(letter, person, recipients);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    DigestWriter.Reader reader =
        new DigestWriter.Reader(
            person,
            directory.ministriesByCode(),
            recipients.coordinatorsOf(Recipients.countryOf(person)));
    Digest digest = writer.write(reader, listed, BrusselsTime.today(clock));
    return Optional.of(
        new ComposedLetter(digest.subject(), templates.text(digest), templates.html(digest)));
  }

  private List<DigestItem> stillTrue(Letter letter, Person person, Recipients recipients) {
    List<NudgeEntry> planned = nudges.ofLetter(letter.id());
    Map<String, ActionItemView> open =
        items.stillOpen(planned.stream().map(NudgeEntry::actionItemId).distinct().toList()).stream()
            .collect(Collectors.toMap(view -> view.item().id(), Function.identity()));
    List<DigestItem> listed = new ArrayList<>();
    for (NudgeEntry entry : planned) {
      ActionItemView view = open.get(entry.actionItemId());
      if (view != null && isStillFor(person, entry, view.item(), recipients)) {
        listed.add(new DigestItem(view, entry.due(), entry.audience()));
      }
    }
    return listed;
  }

  private static boolean isStillFor(
      Person person, NudgeEntry entry, ActionItem item, Recipients recipients) {
    List<Person> audience =
        entry.audience() == Audience.COORDINATOR
            ? recipients.coordinatorsOf(item.ministry().country())
            : recipients.owners(item);
    return entry.due().equals(item.due()) && audience.contains(person);
  }
}
