package eu.jalon.reminder.email;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.Resends;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
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
 * Sends an email again that did not reach its reader. It takes up the same reminders and says what
 * is still true of them: what was done meanwhile is left out, and where nothing is left there is no
 * second email. It counts as given like any other, so that the next round does not repeat it.
 */
@Service
@Transactional
public class ResendService {

  /** Of itself such an email still goes out, or is going out right now. */
  private static final Set<EmailStatus> ON_ITS_WAY =
      EnumSet.of(EmailStatus.QUEUED, EmailStatus.SENDING, EmailStatus.RETRY);

  private final Resends emails;
  private final EmailComposers composer;
  private final JdbcReminders reminders;
  private final PeopleToRemind readers;
  private final UndeliverableAddresses refusals;
  private final Clock clock;

  ResendService(
      Resends emails,
      EmailComposers composer,
      JdbcReminders reminders,
      PeopleToRemind readers,
      UndeliverableAddresses refusals,
      Clock clock) {
    this.emails = emails;
    this.composer = composer;
    this.reminders = reminders;
    this.readers = readers;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * What can be done about an email.
   *
   * @param all the email that was planned and whatever sent it again, the first one first
   * @param to where it would go now; absent where nobody can be written to
   * @param mayHaveArrived whether its reader may have one of them, so that it takes a confirmation
   * @param against why it cannot be sent again now, if that is so
   */
  public record Choice(
      List<Email> all,
      @Nullable EmailAddress to,
      boolean mayHaveArrived,
      @Nullable ValidationError against) {

    public Choice {
      all = List.copyOf(all);
    }
  }

  /** Whether and how an email can be sent again, as things stand; coordinators only. */
  @Transactional(readOnly = true)
  public Choice choice(UUID id, Person by) {
    Viewer.requireCoordinator(by);
    List<Email> all = emails.all(id);
    Optional<EmailAddress> to = reader(all).flatMap(Person::address);
    ValidationError against = null;
    try {
      checked(all, by);
    } catch (ValidationError refusal) {
      against = refusal;
    }
    return new Choice(all, to.orElse(null), mayHaveArrived(all), against);
  }

  /**
   * Sends an email again, to the address its reader has now. Refuses what is another country's to
   * send, what is still on its way, what may have arrived unless that is confirmed, an address that
   * is known not to work, a second time on a day, and an email with nothing left to say.
   *
   * @param why for the record, ten characters at least
   * @param sure whether it goes out although its reader may have it
   */
  public Email send(UUID id, String why, boolean sure, Person by) {
    Viewer.requireCoordinator(by);
    String reason = FreeText.reason(why);
    List<Email> all = emails.hold(id);
    Person reader = checked(all, by);
    if (mayHaveArrived(all) && !sure) {
      throw ValidationError.conflict("email.mayHaveArrived");
    }
    EmailAddress to = reader.address().orElseThrow();
    Email anew = emails.put(all, new Resends.Anew(to, reader.language(), today()), by.id(), reason);
    reminders.repeat(all.get(0).id(), anew.id(), today());
    if (composer.compose(List.of(anew), EmailComposer.Purpose.READING).isEmpty()) {
      throw ValidationError.conflict("email.nothingLeft", all.get(0).subject());
    }
    return anew;
  }

  private Person checked(List<Email> all, Person by) {
    Email first = all.get(0);
    Person reader =
        reader(all).orElseThrow(() -> ValidationError.conflict("email.noReader", first.person()));
    if (!mayWriteTo(reader, by)) {
      throw ValidationError.forbidden("email.otherCountry");
    }
    if (all.stream().anyMatch(email -> ON_ITS_WAY.contains(email.status()))) {
      throw ValidationError.conflict("email.onItsWay");
    }
    EmailAddress to =
        reader
            .address()
            .orElseThrow(() -> ValidationError.conflict("people.noAddress", reader.id()));
    if (refusals.of(to).isPresent()) {
      throw ValidationError.conflict("email.addressRefused", to);
    }
    if (all.stream().anyMatch(email -> email.again() != null && email.on().equals(today()))) {
      throw ValidationError.conflict("email.againToday");
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

  private static boolean mayHaveArrived(List<Email> all) {
    return all.stream().anyMatch(Email::mayHaveArrived);
  }

  private Optional<Person> reader(List<Email> all) {
    return readers.on(today()).person(all.get(0).person());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
