package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterComposer;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.LettersAgain;
import eu.jalon.outbox.MailRefusals;
import eu.jalon.register.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a letter again that did not reach its reader. It takes up the same reminders and says what
 * is still true of them: what was done meanwhile is left out, and where nothing is left there is no
 * second letter. It counts as given like any other, so that the next round does not repeat it.
 */
@Service
@Transactional
public class SendingAgain {

  /** Of itself such a letter still goes out, or is going out right now. */
  private static final Set<LetterStatus> ON_ITS_WAY =
      EnumSet.of(LetterStatus.QUEUED, LetterStatus.SENDING, LetterStatus.RETRY);

  private final LettersAgain letters;
  private final LetterKinds composer;
  private final JdbcNudges nudges;
  private final Readers readers;
  private final MailRefusals refusals;
  private final Clock clock;

  SendingAgain(
      LettersAgain letters,
      LetterKinds composer,
      JdbcNudges nudges,
      Readers readers,
      MailRefusals refusals,
      Clock clock) {
    this.letters = letters;
    this.composer = composer;
    this.nudges = nudges;
    this.readers = readers;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * What can be done about a letter.
   *
   * @param all the letter that was planned and whatever sent it again, the first one first
   * @param to where it would go now; absent where nobody can be written to
   * @param mayHaveArrived whether its reader may have one of them, so that it takes a confirmation
   * @param against why it cannot be sent again now, if that is so
   */
  public record Choice(
      List<Letter> all,
      @Nullable EmailAddress to,
      boolean mayHaveArrived,
      @Nullable Refusal against) {

    public Choice {
      all = List.copyOf(all);
    }
  }

  /** Whether and how a letter can be sent again, as things stand; coordinators only. */
  @Transactional(readOnly = true)
  public Choice choice(UUID id, Person by) {
    Viewer.requireCoordinator(by);
    List<Letter> all = letters.all(id);
    Optional<EmailAddress> to = reader(all).flatMap(Person::address);
    Refusal against = null;
    try {
      checked(all, by);
    } catch (Refusal refusal) {
      against = refusal;
    }
    return new Choice(all, to.orElse(null), mayHaveArrived(all), against);
  }

  /**
   * Sends a letter again, to the address its reader has now. Refuses what is another country's to
   * send, what is still on its way, what may have arrived unless that is confirmed, an address that
   * is known not to work, a second time on a day, and a letter with nothing left to say.
   *
   * @param why for the record, ten characters at least
   * @param sure whether it goes out although its reader may have it
   */
  public Letter send(UUID id, String why, boolean sure, Person by) {
    Viewer.requireCoordinator(by);
    String reason = FreeText.reason(why);
    List<Letter> all = letters.hold(id);
    Person reader = checked(all, by);
    if (mayHaveArrived(all) && !sure) {
      throw Refusal.conflict("letter.mayHaveArrived");
    }
    EmailAddress to = reader.address().orElseThrow();
    Letter anew =
        letters.put(all, new LettersAgain.Anew(to, reader.language(), today()), by.id(), reason);
    nudges.repeat(all.get(0).id(), anew.id(), today());
    if (composer.compose(List.of(anew), LetterComposer.Purpose.READING).isEmpty()) {
      throw Refusal.conflict("letter.nothingLeft", all.get(0).subject());
    }
    return anew;
  }

  private Person checked(List<Letter> all, Person by) {
    Letter first = all.get(0);
    Person reader =
        reader(all).orElseThrow(() -> Refusal.conflict("letter.noReader", first.person()));
    if (!mayWriteTo(reader, by)) {
      throw Refusal.forbidden("letter.otherCountry");
    }
    if (all.stream().anyMatch(letter -> ON_ITS_WAY.contains(letter.status()))) {
      throw Refusal.conflict("letter.onItsWay");
    }
    EmailAddress to =
        reader.address().orElseThrow(() -> Refusal.conflict("people.noAddress", reader.id()));
    if (refusals.of(to).isPresent()) {
      throw Refusal.conflict("letter.addressRefused", to);
    }
    if (all.stream().anyMatch(letter -> letter.again() != null && letter.on().equals(today()))) {
      throw Refusal.conflict("letter.againToday");
    }
    return reader;
  }

  /** A coordinator writes to the people of his country. */
  private static boolean mayWriteTo(Person reader, Person by) {
    return by.is(Role.COORDINATOR)
        && reader
            .workplace()
            .map(MinistryCode::country)
            .equals(by.workplace().map(MinistryCode::country));
  }

  private static boolean mayHaveArrived(List<Letter> all) {
    return all.stream().anyMatch(Letter::mayHaveArrived);
  }

  private Optional<Person> reader(List<Letter> all) {
    return readers.on(today()).person(all.get(0).person());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
