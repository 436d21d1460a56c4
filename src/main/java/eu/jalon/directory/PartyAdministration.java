package eu.jalon.directory;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters and changes parties and series for administrators, under the rules that also hold for the
 * directory file.
 */
@Service
@Transactional
public class PartyAdministration {

  /**
   * The coordinating ministry of a party.
   *
   * @param name its name; absent if the directory has it already
   */
  public record Coordination(MinistryCode ministry, @Nullable LocalText name) {}

  private final Parties parties;
  private final Directory directory;
  private final ApplicationEventPublisher events;

  PartyAdministration(Parties parties, Directory directory, ApplicationEventPublisher events) {
    this.parties = parties;
    this.directory = directory;
    this.events = events;
  }

  /**
   * Enters a party with its coordinating ministry.
   *
   * @throws ValidationError {@code party.exists} if the directory has it already
   */
  public Party enter(Party entered, Coordination coordination, Person by) {
    requireAdministrator(by);
    parties.lockAllSeries();
    if (parties.stored(entered.code()).isPresent()) {
      throw ValidationError.conflict("party.exists", entered.code());
    }
    parties.enter(List.of(entered), List.of());
    enter(entered.code(), coordination);
    events.publishEvent(DirectoryChange.added("party=" + entered.code(), by.id()));
    return parties.stored(entered.code()).orElseThrow();
  }

  /**
   * Changes a party over the version that was read.
   *
   * @param coordination the coordinating ministry of a party that has none yet; absent if unchanged
   * @throws ValidationError {@code party.changed} if the version is not the present one
   */
  public Party change(Party changed, @Nullable Coordination coordination, Person by) {
    requireAdministrator(by);
    parties.lockAllSeries();
    PartyCode code = changed.code();
    Party before =
        parties
            .stored(code)
            .orElseThrow(() -> ValidationError.notFound("party.unknown", code, parties.codes()));
    if (before.version() != changed.version()) {
      throw ValidationError.conflict("party.changed", code);
    }
    List<String> fields = new ArrayList<>();
    if (coordination != null && enter(code, coordination)) {
      fields.add("coordinatingMinistry");
    }
    add(fields, "names", before.name(), changed.name());
    add(fields, "zone", before.zone(), changed.zone());
    add(fields, "calendar", before.calendar(), changed.calendar());
    add(fields, "bridgingDays", before.bridgingDays(), changed.bridgingDays());
    if (!fields.isEmpty()) {
      parties.enter(List.of(changed), List.of());
      events.publishEvent(DirectoryChange.changed("party=" + code, fields, by.id()));
    }
    return parties.stored(code).orElseThrow();
  }

  /** Enters the coordinating ministry of a party; returns false if the party has it already. */
  private boolean enter(PartyCode party, Coordination coordination) {
    MinistryCode code = coordination.ministry();
    if (!code.party().equals(party)) {
      throw ValidationError.invalid("party.coordinationOfOther", code, party);
    }
    Ministry known = directory.ministriesByCode().get(code);
    if (known != null && known.coordination()) {
      return false;
    }
    LocalText name =
        Optional.ofNullable(coordination.name())
            .orElseThrow(() -> ValidationError.invalid("party.coordinationName", code));
    directory.enter(List.of(new Ministry(code, true, name)), List.of());
    return true;
  }

  /**
   * Enters a series.
   *
   * @throws ValidationError {@code series.exists} if there is one with this id
   */
  public Series enter(Series entered, Person by) {
    requireAdministrator(by);
    parties.lockAllSeries();
    if (parties.storedSeries(entered.id()).isPresent()) {
      throw ValidationError.conflict("series.exists", entered.id());
    }
    parties.enter(List.of(), List.of(entered));
    events.publishEvent(DirectoryChange.added("series=" + entered.id(), by.id()));
    return parties.storedSeries(entered.id()).orElseThrow();
  }

  /**
   * Changes a series over the version that was read.
   *
   * @throws ValidationError {@code series.changed} if the version is not the present one
   */
  public Series change(Series changed, Person by) {
    requireAdministrator(by);
    parties.lockAllSeries();
    String id = changed.id();
    Series before =
        parties.storedSeries(id).orElseThrow(() -> ValidationError.notFound("series.unknown", id));
    if (before.version() != changed.version()) {
      throw ValidationError.conflict("series.changed", id);
    }
    List<String> fields = new ArrayList<>();
    add(fields, "names", before.name(), changed.name());
    add(fields, "parties", before.parties(), changed.parties());
    add(fields, "languages", before.languages(), changed.languages());
    add(fields, "translatedLater", before.translatedLater(), changed.translatedLater());
    add(fields, "defaultDeadline", before.defaultDeadline(), changed.defaultDeadline());
    add(fields, "everyPartyLeads", before.everyPartyLeads(), changed.everyPartyLeads());
    add(fields, "onePartyDecides", before.onePartyDecides(), changed.onePartyDecides());
    add(fields, "restricted", before.restricted(), changed.restricted());
    if (!fields.isEmpty()) {
      parties.enter(List.of(), List.of(changed));
      events.publishEvent(DirectoryChange.changed("series=" + id, fields, by.id()));
    }
    return parties.storedSeries(id).orElseThrow();
  }

  private static void add(
      List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(field);
    }
  }

  private static void requireAdministrator(Person by) {
    if (!by.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
  }
}
