package eu.jalon.api.declaration;

import eu.jalon.api.commitment.CommitmentView;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.intake.DeclarationDraft;
import eu.jalon.intake.DraftItem;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.DraftTheme;
import eu.jalon.intake.Gap;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Declarations: upload, review and launch of draft commitments. */
@RestController
@RequestMapping("/api/declarations")
class DeclarationsApi {

  private final Intake intake;
  private final DraftReview review;

  DeclarationsApi(Intake intake, DraftReview review) {
    this.intake = intake;
    this.review = review;
  }

  /** A declaration with its draft commitments. */
  record DeclarationView(
      UUID id,
      String summit,
      String fileName,
      @Nullable Instant launchedAt,
      List<DraftThemeView> themes,
      List<DraftItemView> items) {

    static DeclarationView of(DeclarationDraft draft) {
      return new DeclarationView(
          draft.summary().id(),
          draft.summary().summit().value(),
          draft.summary().fileName(),
          draft.summary().launched(),
          draft.themes().stream().map(DraftThemeView::of).toList(),
          draft.items().stream()
              .map(item -> DraftItemView.of(item, draft.gapsOf(item.n())))
              .toList());
    }
  }

  /** A theme of the document; the evaluation is separate from the steps. */
  record DraftThemeView(int number, String title, int steps, String evaluation) {

    static DraftThemeView of(DraftTheme theme) {
      return new DraftThemeView(theme.number(), theme.title(), theme.steps(), theme.evaluation());
    }
  }

  /**
   * A draft commitment.
   *
   * @param missing the gaps that prevent its launch
   */
  record DraftItemView(
      int n,
      int theme,
      int position,
      String text,
      String title,
      @Nullable String titleNl,
      Track track,
      Map<String, String> leads,
      Country accountable,
      List<String> associated,
      String deadlineRule,
      boolean leftOut,
      List<Gap> missing,
      int version) {

    static DraftItemView of(DraftItem item, List<Gap> missing) {
      return new DraftItemView(
          item.n(),
          item.theme(),
          item.position(),
          item.text(),
          item.title().fr(),
          item.title().nl(),
          item.track(),
          CommitmentView.leads(item.owners()),
          item.owners().accountable(),
          CommitmentView.codes(item.owners().associated()),
          item.deadline().toString(),
          item.leftOut(),
          missing,
          item.version());
    }
  }

  /** Changes to a draft; absent fields stay unchanged. */
  record DraftItemPatch(
      @NotNull Integer version,
      @Nullable String title,
      @Nullable String titleNl,
      @Nullable Track track,
      @Nullable Map<String, String> leads,
      @Nullable Country accountable,
      @Nullable List<String> associated,
      @Nullable String deadlineRule,
      @Nullable Boolean leftOut) {

    ItemChange change() {
      return new ItemChange(
          version,
          title,
          titleNl,
          track,
          lead("BE"),
          lead("FR"),
          accountable,
          associated == null ? null : associated.stream().map(MinistryCode::new).toList(),
          deadlineRule == null ? null : DeadlineRule.parse(deadlineRule),
          leftOut);
    }

    private @Nullable MinistryCode lead(String country) {
      String code = leads == null ? null : leads.get(country);
      return code == null ? null : new MinistryCode(code);
    }
  }

  /**
   * A split of a draft.
   *
   * @param at the number of characters that the first part keeps
   */
  record DraftSplit(@NotNull Integer version, @NotNull Integer at) {}

  /**
   * A merge of a draft with the next one.
   *
   * @param version of the first draft
   */
  record DraftMerge(@NotNull Integer version) {}

  /** The number of commitments launched. */
  record LaunchResult(int launched) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DeclarationView> upload(
      @RequestPart MultipartFile file, @RequestParam String summit, Person by) throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    UUID id = intake.upload(summit, name, file.getBytes(), by);
    return ResponseEntity.created(URI.create("/api/declarations/" + id))
        .body(DeclarationView.of(intake.get(id, by)));
  }

  @GetMapping("/{id}")
  DeclarationView one(@PathVariable UUID id, Person reader) {
    return DeclarationView.of(intake.get(id, reader));
  }

  @PatchMapping("/{id}/items/{n}")
  DraftItemView change(
      @PathVariable UUID id,
      @PathVariable int n,
      @Valid @RequestBody DraftItemPatch patch,
      Person by) {
    DraftItem changed = review.change(id, n, patch.change(), by);
    return DraftItemView.of(changed, intake.get(id, by).gapsOf(n));
  }

  /** Splits a draft in two; the numbers of later drafts increase by one. */
  @PostMapping("/{id}/items/{n}/split")
  DeclarationView split(
      @PathVariable UUID id, @PathVariable int n, @Valid @RequestBody DraftSplit split, Person by) {
    review.split(id, n, split.version(), split.at(), by);
    return DeclarationView.of(intake.get(id, by));
  }

  /** Merges a draft with the next one of its theme. */
  @PostMapping("/{id}/items/{n}/merge")
  DeclarationView merge(
      @PathVariable UUID id, @PathVariable int n, @Valid @RequestBody DraftMerge merge, Person by) {
    review.merge(id, n, merge.version(), by);
    return DeclarationView.of(intake.get(id, by));
  }

  /**
   * Launches all drafts that are not left out, in one transaction; 409 if one is incomplete or the
   * declaration is already launched.
   */
  @PostMapping("/{id}/launch")
  LaunchResult launch(@PathVariable UUID id, Person by) {
    return new LaunchResult(intake.launch(id, by));
  }
}
