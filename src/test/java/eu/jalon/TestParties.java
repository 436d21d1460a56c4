package eu.jalon;

import eu.jalon.commitment.Leads;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Series;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parties for tests, whose public holidays are those of the country with their code. */
public final class TestParties {

  public static final PartyCode BE = new PartyCode("BE");
  public static final PartyCode FR = new PartyCode("FR");

  /** The parties of the default series. */
  public static final List<PartyCode> BOTH = List.of(BE, FR);

  private TestParties() {}

  /** The working days of Belgium and France. */
  public static WorkingDays calendar() {
    return calendar(Map.of());
  }

  /** The same with bridging days. */
  public static WorkingDays calendar(Map<PartyCode, Set<LocalDate>> bridging) {
    Map<PartyCode, WorkingDays.Calendar> calendars =
        BOTH.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    code ->
                        new WorkingDays.Calendar(
                            code.value().toLowerCase(Locale.ROOT),
                            ZoneId.of("Europe/Brussels"),
                            bridging.getOrDefault(code, Set.of()))));
    return new WorkingDays(() -> calendars);
  }

  /** The leads of Belgium and France. */
  public static Leads leads(
      MinistryCode be, MinistryCode fr, PartyCode accountable, List<MinistryCode> associated) {
    return Leads.of(List.of(be, fr), accountable, associated);
  }

  /** Changes two rules of the default series. */
  public static void rules(Parties parties, boolean onePartyDecides, boolean restricted) {
    Series series = parties.series("VD");
    parties.enter(
        List.of(),
        List.of(
            new Series(
                series.id(),
                series.name(),
                series.parties(),
                series.languages(),
                series.translatedLater(),
                series.defaultDeadline(),
                series.everyPartyLeads(),
                onePartyDecides,
                restricted,
                series.version())));
  }
}
