package eu.jalon.directory;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * A government, or an institution, that takes part in series of meetings. Its coordinating ministry
 * is the one that {@link Directory#coordinationOf} returns.
 *
 * @param zone the time zone in which its working days and hours are counted
 * @param calendar the id of its public holidays in Jollyday, for example {@code be}
 * @param bridgingDays days off of its administration that are not public holidays
 * @param version the number of changes since it was entered
 */
public record Party(
    PartyCode code,
    LocalText name,
    ZoneId zone,
    String calendar,
    Set<LocalDate> bridgingDays,
    int version) {

  public Party {
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, Person.LONGEST_NAME));
    if (!WorkingDays.isKnown(calendar)) {
      throw ValidationError.invalid("party.calendar", code, calendar);
    }
    bridgingDays = Set.copyOf(bridgingDays);
  }

  /** Describes a party; a version is given to it when it is stored. */
  public Party(
      PartyCode code, LocalText name, ZoneId zone, String calendar, Set<LocalDate> bridgingDays) {
    this(code, name, zone, calendar, bridgingDays, 0);
  }

  /**
   * Returns the time zone with an id of the IANA database.
   *
   * @throws ValidationError {@code party.zone} for any other id
   */
  public static ZoneId zone(PartyCode code, String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw ValidationError.invalid("party.zone", code, id);
    }
    return ZoneId.of(id);
  }

  WorkingDays.Calendar workingCalendar() {
    return new WorkingDays.Calendar(calendar, zone, bridgingDays);
  }
}
