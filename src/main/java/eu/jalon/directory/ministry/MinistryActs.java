package eu.jalon.directory.ministry;

import eu.jalon.directory.Directory;
import eu.jalon.directory.DirectoryChange;
import eu.jalon.directory.JdbcMinistries;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and renames ministries, for administrators and the coordinators of the party. A name given
 * here prevails over the directory file.
 */
@Service
@Transactional
public class MinistryActs {

  private final JdbcMinistries ministries;
  private final Directory directory;
  private final ApplicationEventPublisher events;
  private final Today today;

  MinistryActs(
      JdbcMinistries ministries,
      Directory directory,
      ApplicationEventPublisher events,
      Today today) {
    this.ministries = ministries;
    this.directory = directory;
    this.events = events;
    this.today = today;
  }

  /**
   * A ministry.
   *
   * @param version the version to be sent with a change
   * @param upcoming the name that it will have from a later day on
   */
  public record Details(
      Ministry ministry, int version, Optional<JdbcMinistries.Renaming> upcoming) {}

  /**
   * Returns a ministry that the user manages.
   *
   * @throws ValidationError if it is unknown or of another party
   */
  @Transactional(readOnly = true)
  public Details details(MinistryCode code, Person by) {
    Ministry ministry = managed(code, by);
    return new Details(ministry, ministries.version(code), ministries.upcoming(code));
  }

  /** Adds a ministry that does not coordinate; rejects a code that is used. */
  public void add(MinistryCode code, LocalText name, Person by) {
    requireManager(by, code);
    if (directory.ministriesByCode().containsKey(code)) {
      throw ValidationError.conflict("ministry.exists", code);
    }
    directory.enter(List.of(new Ministry(code, false, name)), List.of());
    events.publishEvent(new DirectoryChange("ministry=" + code, List.of(), true, by.id()));
  }

  /**
   * Gives a ministry another name.
   *
   * @param from the first day of the name; today or later
   * @param version the version that the user saw
   */
  public void rename(MinistryCode code, LocalText name, LocalDate from, int version, Person by) {
    ministries.lock(code);
    Ministry ministry = managed(code, by);
    if (ministries.version(code) != version) {
      throw ValidationError.conflict("ministry.changed", code);
    }
    if (!ministry.isOpen()) {
      throw ValidationError.conflict("ministry.merged", code);
    }
    if (from.isBefore(today.of(code.party()))) {
      throw ValidationError.invalid("ministry.past", from);
    }
    Ministry renamed = new Ministry(code, ministry.coordination(), name, ministry.box());
    ministries.rename(code, renamed.name(), from);
    directory.mirror();
    events.publishEvent(
        new DirectoryChange("ministry=" + code, List.of("names from " + from), false, by.id()));
  }

  private Ministry managed(MinistryCode code, Person by) {
    requireManager(by, code);
    return Optional.ofNullable(directory.ministriesByCode().get(code))
        .orElseThrow(() -> ValidationError.notFound("ministry.unknown", code));
  }

  private static void requireManager(Person by, MinistryCode code) {
    PeopleRights.requireReader(by);
    if (!PeopleRights.mayChange(by, code.party())) {
      throw ValidationError.forbidden("people.otherParty");
    }
  }
}
