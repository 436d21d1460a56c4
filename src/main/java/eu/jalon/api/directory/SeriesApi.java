package eu.jalon.api.directory;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Parties;
import eu.jalon.directory.PartyAdministration;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** The series of meetings. */
@RestController
@RequestMapping("/api/series")
class SeriesApi {

  private final Parties parties;
  private final PartyAdministration administration;

  SeriesApi(Parties parties, PartyAdministration administration) {
    this.parties = parties;
    this.administration = administration;
  }

  /**
   * A series.
   *
   * @param id two to five capital letters, with which the ids of its meetings begin
   * @param name in the caller's language
   * @param names by language code
   * @param parties in the order in which they are shown
   * @param languages in which a title is asked for at launch
   * @param translatedLater whether a launch may precede the translation into some of them
   * @param defaultDeadline the deadline rule where a document states none; absent if asked for
   * @param everyPartyLeads whether every party needs a lead ministry, or only the accountable one
   * @param onePartyDecides whether an act that binds other parties takes effect without their
   *     confirmation
   * @param restricted whether new commitments are restricted unless it is said otherwise
   */
  record SeriesView(
      String id,
      String name,
      Map<String, String> names,
      List<PartyCode> parties,
      List<String> languages,
      boolean translatedLater,
      @Nullable String defaultDeadline,
      boolean everyPartyLeads,
      boolean onePartyDecides,
      boolean restricted,
      int version) {

    static SeriesView of(Series series, Person reader) {
      return new SeriesView(
          series.id(),
          series.name().in(reader.language()),
          series.name().byCode(),
          series.parties(),
          series.languages().stream().map(Language::code).toList(),
          series.translatedLater(),
          series.defaultDeadline(),
          series.everyPartyLeads(),
          series.onePartyDecides(),
          series.restricted(),
          series.version());
    }
  }

  /** The series of the caller's party; all for administrators. */
  @GetMapping
  ItemList<SeriesView> series(Person reader) {
    List<SeriesView> views =
        parties.seriesOf(reader).stream().map(series -> SeriesView.of(series, reader)).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** A new series; titles may be translated later unless it requires them at launch. */
  record NewSeriesRequest(
      @NotNull String id,
      @NotNull Map<String, String> names,
      @NotNull List<String> parties,
      @NotNull List<String> languages,
      @Nullable Boolean translatedLater,
      @Nullable String defaultDeadline,
      @NotNull Boolean everyPartyLeads,
      @Nullable Boolean onePartyDecides,
      @Nullable Boolean restricted) {}

  /** Enters a series; administrators only. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SeriesView> enter(@Valid @RequestBody NewSeriesRequest request, Person by) {
    Boolean later = request.translatedLater();
    Series entered =
        administration.enter(
            new Series(
                request.id(),
                PartiesApi.text("names", request.names()),
                codes(request.parties()),
                languages(request.languages()),
                later == null || later,
                request.defaultDeadline(),
                request.everyPartyLeads(),
                Boolean.TRUE.equals(request.onePartyDecides()),
                Boolean.TRUE.equals(request.restricted()),
                0),
            by);
    return ResponseEntity.created(URI.create("/api/series/" + entered.id()))
        .body(SeriesView.of(entered, by));
  }

  /** The description of a series. */
  record SeriesPatch(
      @NotNull Map<String, String> names,
      @NotNull List<String> parties,
      @NotNull List<String> languages,
      @NotNull Boolean translatedLater,
      @Nullable String defaultDeadline,
      @NotNull Boolean everyPartyLeads,
      @NotNull Boolean onePartyDecides,
      @Nullable Boolean restricted,
      @NotNull Integer version) {}

  /** Changes a series; administrators only; a stale version is a 409. */
  @PatchMapping("/{id}")
  SeriesView change(@PathVariable String id, @Valid @RequestBody SeriesPatch patch, Person by) {
    return SeriesView.of(
        administration.change(
            new Series(
                id,
                PartiesApi.text("names", patch.names()),
                codes(patch.parties()),
                languages(patch.languages()),
                patch.translatedLater(),
                patch.defaultDeadline(),
                patch.everyPartyLeads(),
                patch.onePartyDecides(),
                patch.restricted() == null ? parties.series(id).restricted() : patch.restricted(),
                patch.version()),
            by),
        by);
  }

  private static List<PartyCode> codes(List<String> parties) {
    return parties.stream().map(PartyCode::new).toList();
  }

  private static List<Language> languages(List<String> codes) {
    return codes.stream().map(code -> Choice.language("languages", code)).toList();
  }
}
