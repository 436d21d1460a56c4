package eu.jalon.api.directory;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.PartyAdministration;
import eu.jalon.directory.Person;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The governments and institutions that take part in series of meetings. */
@RestController
@RequestMapping("/api/parties")
class PartiesApi {

  private final Parties parties;
  private final Directory directory;
  private final PartyAdministration administration;

  PartiesApi(Parties parties, Directory directory, PartyAdministration administration) {
    this.parties = parties;
    this.directory = directory;
    this.administration = administration;
  }

  /**
   * A party.
   *
   * @param code ISO 3166-1 alpha-2, or the letters of an institution
   * @param name in the caller's language
   * @param names by language code
   * @param zone an id of the IANA time zone database
   * @param calendar the id of its public holidays in Jollyday
   * @param bridgingDays days off of its administration that are not public holidays
   * @param coordinatingMinistry absent if the directory names none
   */
  record PartyView(
      PartyCode code,
      String name,
      Map<String, String> names,
      String zone,
      String calendar,
      List<LocalDate> bridgingDays,
      @Nullable String coordinatingMinistry,
      int version) {}

  private PartyView view(Party party, Person reader) {
    Optional<String> coordination =
        directory.ministries().stream()
            .filter(each -> each.coordination() && each.party().equals(party.code()))
            .map(Ministry::code)
            .map(MinistryCode::value)
            .findFirst();
    return new PartyView(
        party.code(),
        party.name().in(reader.language()),
        party.name().byCode(),
        party.zone().getId(),
        party.calendar(),
        party.bridgingDays().stream().sorted().toList(),
        coordination.orElse(null),
        party.version());
  }

  /** The parties of the caller's series; all for administrators. */
  @GetMapping
  ItemList<PartyView> parties(Person reader) {
    List<PartyView> views =
        parties.around(reader).stream().map(code -> view(parties.get(code), reader)).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /**
   * A new party.
   *
   * @param coordinatingMinistry the code of its coordinating ministry, such as {@code NL-AZ}
   * @param coordinatingMinistryNames by language code
   */
  record NewPartyRequest(
      @NotNull String code,
      @NotNull Map<String, String> names,
      @NotNull String zone,
      @NotNull String calendar,
      @Nullable List<LocalDate> bridgingDays,
      @NotNull MinistryCode coordinatingMinistry,
      @NotNull Map<String, String> coordinatingMinistryNames) {}

  /** Enters a party with its coordinating ministry; administrators only. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PartyView> enter(@Valid @RequestBody NewPartyRequest request, Person by) {
    Party entered =
        administration.enter(
            party(
                new PartyCode(request.code()),
                request.names(),
                request.zone(),
                request.calendar(),
                request.bridgingDays(),
                0),
            new PartyAdministration.Coordination(
                request.coordinatingMinistry(),
                text("coordinatingMinistryNames", request.coordinatingMinistryNames())),
            by);
    return ResponseEntity.created(URI.create("/api/parties/" + entered.code()))
        .body(view(entered, by));
  }

  /**
   * The description of a party.
   *
   * @param coordinatingMinistry of a party that has none yet
   * @param coordinatingMinistryNames by language code
   */
  record PartyPatch(
      @NotNull Map<String, String> names,
      @NotNull String zone,
      @NotNull String calendar,
      @Nullable List<LocalDate> bridgingDays,
      @Nullable MinistryCode coordinatingMinistry,
      @Nullable Map<String, String> coordinatingMinistryNames,
      @NotNull Integer version) {}

  /** Changes a party; administrators only; a stale version is a 409. */
  @PatchMapping("/{code}")
  PartyView change(@PathVariable String code, @Valid @RequestBody PartyPatch patch, Person by) {
    MinistryCode ministry = patch.coordinatingMinistry();
    Map<String, String> ministryNames = patch.coordinatingMinistryNames();
    Party changed =
        administration.change(
            party(
                new PartyCode(code),
                patch.names(),
                patch.zone(),
                patch.calendar(),
                patch.bridgingDays(),
                patch.version()),
            ministry == null
                ? null
                : new PartyAdministration.Coordination(
                    ministry,
                    ministryNames == null
                        ? null
                        : text("coordinatingMinistryNames", ministryNames)),
            by);
    return view(changed, by);
  }

  private static Party party(
      PartyCode code,
      Map<String, String> names,
      String zone,
      String calendar,
      @Nullable List<LocalDate> bridgingDays,
      int version) {
    return new Party(
        code,
        text("names", names),
        Party.zone(code, zone),
        calendar,
        bridgingDays == null ? new HashSet<>() : new HashSet<>(bridgingDays),
        version);
  }

  static LocalText text(String field, Map<String, String> names) {
    return LocalText.given(names)
        .orElseThrow(() -> ValidationError.ofField("request.missing", field));
  }
}
