package eu.jalon.api.declaration;

import eu.jalon.directory.Person;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.pair.Difference;
import eu.jalon.intake.version.LanguageVersion;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.intake.version.PairRow;
import eu.jalon.intake.version.PairedStep;
import eu.jalon.intake.version.VersionPairs;
import eu.jalon.shared.Language;
import eu.jalon.shared.text.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a declaration in other languages, and the pairs of their steps with the drafts. */
@RestController
@RequestMapping("/api/declarations/{id}/versions")
class VersionsApi {

  private final LanguageVersions versions;

  VersionsApi(LanguageVersions versions) {
    this.versions = versions;
  }

  /** A version in another language. */
  record VersionView(String language, String fileName, int version) {

    static VersionView of(LanguageVersion version) {
      return new VersionView(version.language().code(), version.fileName(), version.version());
    }
  }

  /** What the draft and the step say otherwise; empty for what one of them does not say. */
  record DifferenceView(String kind, String draft, String step) {

    static DifferenceView of(Difference difference) {
      return new DifferenceView(difference.kind().name(), difference.first(), difference.second());
    }
  }

  /**
   * A draft and its counterpart in a language version.
   *
   * @param draft number of the draft, null for a step without a partner
   * @param step number of the step in its document, null for a draft without a partner
   */
  record PairView(
      @Nullable Integer draft,
      @Nullable Integer step,
      @Nullable String title,
      @Nullable String text,
      List<DifferenceView> differences) {

    static PairView of(PairRow row) {
      DraftItem draft = row.draft();
      PairedStep step = row.step();
      return new PairView(
          draft == null ? null : draft.n(),
          step == null ? null : step.n(),
          step == null ? null : step.title(),
          step == null ? null : step.text(),
          row.differences().stream().map(DifferenceView::of).toList());
    }
  }

  /** A version with its pairs, in the order of the drafts. */
  record VersionPairsView(
      String language,
      String fileName,
      int version,
      long paired,
      long alone,
      List<PairView> pairs) {

    static VersionPairsView of(VersionPairs pairs) {
      return new VersionPairsView(
          pairs.version().language().code(),
          pairs.version().fileName(),
          pairs.version().version(),
          pairs.paired(),
          pairs.alone(),
          pairs.rows().stream().map(PairView::of).toList());
    }
  }

  /**
   * Another partner of a step.
   *
   * @param version the version of the pairs that the caller saw
   * @param draft number of the draft, absent for none
   */
  record StepPairing(@NotNull Integer version, @Nullable Integer draft) {}

  @GetMapping
  List<VersionView> all(@PathVariable UUID id, Person reader) {
    return versions.of(id, reader).stream().map(VersionView::of).toList();
  }

  @GetMapping("/{language}")
  VersionPairsView one(@PathVariable UUID id, @PathVariable String language, Person reader) {
    return VersionPairsView.of(versions.pairs(id, language(language), reader));
  }

  /** Pairs a step with another draft; the step that was paired with it takes the former one. */
  @PutMapping("/{language}/steps/{step}")
  VersionPairsView pair(
      @PathVariable UUID id,
      @PathVariable String language,
      @PathVariable int step,
      @Valid @RequestBody StepPairing pairing,
      Person by) {
    versions.pair(id, language(language), step, pairing.draft(), pairing.version(), by);
    return VersionPairsView.of(versions.pairs(id, language(language), by));
  }

  /** Takes a version away, with the titles that it gave. */
  @DeleteMapping("/{language}")
  ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable String language, Person by) {
    versions.remove(id, language(language), by);
    return ResponseEntity.noContent().build();
  }

  private static Language language(String code) {
    return Choice.language("language", code);
  }
}
