package eu.jalon.directory;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Today's date where a party or a person is, by the injected clock. */
@Component
public class Today {

  private final Parties parties;
  private final Clock clock;

  Today(Parties parties, Clock clock) {
    this.parties = parties;
    this.clock = clock;
  }

  /** Returns today's date in the time zone of the person. */
  public LocalDate of(Person person) {
    return day(clock.instant(), person);
  }

  /** Returns today's date in the time zone of a party. */
  public LocalDate of(PartyCode party) {
    return LocalDate.ofInstant(clock.instant(), zone(party));
  }

  /** Returns the day of an instant in the time zone of the person. */
  public LocalDate day(Instant instant, Person person) {
    return LocalDate.ofInstant(instant, zone(person));
  }

  /** Returns the time zone of the person's party; that of the installation without a party. */
  public ZoneId zone(Person person) {
    return person.workplace().map(MinistryCode::party).map(this::zone).orElse(BrusselsTime.ZONE);
  }

  /** Returns the time zone of a party; that of the installation if the party is unknown. */
  public ZoneId zone(PartyCode party) {
    return parties.find(party).map(Party::zone).orElse(BrusselsTime.ZONE);
  }
}
