package eu.jalon.api.directory;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.ministry.MinistryActs;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.merge.MinistryMerge;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds, renames and merges ministries. */
@RestController
@RequestMapping("/api/ministries")
class MinistriesApi {

  private final MinistryActs acts;
  private final MinistryMerge mergers;
  private final Today today;

  MinistriesApi(MinistryActs acts, MinistryMerge mergers, Today today) {
    this.acts = acts;
    this.mergers = mergers;
    this.today = today;
  }

  /**
   * A ministry with its names.
   *
   * @param mergedInto the ministry that took over
   * @param upcomingNames the names from a later day on
   */
  record MinistryDetails(
      String code,
      Map<String, String> names,
      boolean coordination,
      @Nullable String mergedInto,
      int version,
      @Nullable Map<String, String> upcomingNames,
      @Nullable LocalDate upcomingFrom) {

    static MinistryDetails of(MinistryActs.Details details) {
      Ministry ministry = details.ministry();
      MinistryCode into = ministry.mergedInto();
      return new MinistryDetails(
          ministry.code().value(),
          ministry.name().byCode(),
          ministry.coordination(),
          into == null ? null : into.value(),
          details.version(),
          details.upcoming().map(upcoming -> upcoming.name().byCode()).orElse(null),
          details.upcoming().map(upcoming -> upcoming.from()).orElse(null));
    }
  }

  @GetMapping("/{code}")
  MinistryDetails ministry(@PathVariable MinistryCode code, Person by) {
    return MinistryDetails.of(acts.details(code, by));
  }

  /** A new ministry. */
  record NewMinistryRequest(@NotNull MinistryCode code, @NotNull Map<String, String> names) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MinistryDetails add(@Valid @RequestBody NewMinistryRequest added, Person by) {
    acts.add(added.code(), names(added.names()), by);
    return ministry(added.code(), by);
  }

  /**
   * Other names.
   *
   * @param from the first day of the names; today if absent
   */
  record RenameRequest(
      @NotNull Integer version, @NotNull Map<String, String> names, @Nullable LocalDate from) {}

  @PatchMapping("/{code}")
  MinistryDetails rename(
      @PathVariable MinistryCode code, @Valid @RequestBody RenameRequest request, Person by) {
    LocalDate from = request.from() == null ? today.of(code.party()) : request.from();
    acts.rename(code, names(request.names()), from, request.version(), by);
    return ministry(code, by);
  }

  /**
   * What a merger moves: commitments in progress that the ministry leads or is associated with,
   * open action items, and people.
   *
   * @param withoutReader whether the other ministry has no recipient of reminders afterwards
   */
  record MergeView(
      String from,
      String into,
      int leads,
      int associated,
      int actionItems,
      int people,
      boolean withoutReader) {

    static MergeView of(MinistryMerge.Effect effect) {
      return new MergeView(
          effect.from().value(),
          effect.into().value(),
          effect.leads(),
          effect.associated(),
          effect.actionItems(),
          effect.people(),
          effect.withoutReader());
    }
  }

  /** Previews a merger. */
  @GetMapping("/{code}/merge")
  MergeView preview(@PathVariable MinistryCode code, @RequestParam MinistryCode into, Person by) {
    return MergeView.of(mergers.preview(code, into, by));
  }

  /** The ministry that takes over. */
  record MergeRequest(@NotNull MinistryCode into, @NotNull String reason) {}

  /** Merges a ministry into another one of the same party; the history keeps it. */
  @PostMapping("/{code}/merge")
  MergeView merge(
      @PathVariable MinistryCode code, @Valid @RequestBody MergeRequest request, Person by) {
    return MergeView.of(mergers.merge(code, request.into(), request.reason(), by));
  }

  private static LocalText names(Map<String, String> names) {
    return LocalText.given(names)
        .orElseThrow(() -> ValidationError.ofField("people.nameMissing", "names"));
  }
}
