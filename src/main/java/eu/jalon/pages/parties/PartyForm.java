package eu.jalon.pages.parties;

import eu.jalon.directory.Party;
import eu.jalon.directory.PartyAdministration.Coordination;
import eu.jalon.shared.IsoDay;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a party, as entered.
 *
 * @param name the names by language code
 * @param bridgingDays dates as {@code YYYY-MM-DD}, separated by white space or commas
 * @param ministry the code of the coordinating ministry; blank where the party has one already
 * @param ministryName its names by language code
 */
public record PartyForm(
    String code,
    Map<String, String> name,
    String zone,
    String calendar,
    String bridgingDays,
    String ministry,
    Map<String, String> ministryName,
    int version)
    implements Serializable {

  static final PartyForm EMPTY = new PartyForm(null, null, null, null, null, null, null, 0);

  /** Absent parameters become empty. */
  public PartyForm(
      @Nullable String code,
      @Nullable Map<String, String> name,
      @Nullable String zone,
      @Nullable String calendar,
      @Nullable String bridgingDays,
      @Nullable String ministry,
      @Nullable Map<String, String> ministryName,
      int version) {
    this.code = text(code);
    this.name = name == null ? Map.of() : name;
    this.zone = text(zone);
    this.calendar = text(calendar);
    this.bridgingDays = text(bridgingDays);
    this.ministry = text(ministry);
    this.ministryName = ministryName == null ? Map.of() : ministryName;
    this.version = version;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  static PartyForm of(Party party) {
    return new PartyForm(
        party.code().value(),
        party.name().byCode(),
        party.zone().getId(),
        party.calendar(),
        party.bridgingDays().stream()
            .sorted()
            .map(LocalDate::toString)
            .collect(Collectors.joining("\n")),
        "",
        Map.of(),
        party.version());
  }

  /** The party; refuses missing and unreadable values. */
  Party party(PartyCode of) {
    return new Party(of, names(name), Party.zone(of, zone), calendar, days(), version);
  }

  /** The coordinating ministry; null if none was entered. */
  @Nullable Coordination coordination() {
    return ministry.isEmpty()
        ? null
        : new Coordination(new MinistryCode(ministry), LocalText.given(ministryName).orElse(null));
  }

  /** The coordinating ministry, which a new party must have. */
  Coordination requiredCoordination() {
    Coordination entered = coordination();
    if (entered == null) {
      throw ValidationError.invalid("party.coordinationMissing");
    }
    return entered;
  }

  private Set<LocalDate> days() {
    return Arrays.stream(bridgingDays.split("[\\s,;]+", -1))
        .filter(day -> !day.isEmpty())
        .map(IsoDay::parse)
        .collect(Collectors.toSet());
  }

  /** The names by language code, as entered. */
  static LocalText names(Map<String, String> typed) {
    return LocalText.given(typed).orElseThrow(() -> ValidationError.invalid("summit.nameMissing"));
  }
}
