package eu.jalon.api.declaration;

import eu.jalon.api.commitment.CommitmentView;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.MarkedPlace;
import eu.jalon.intake.draft.BlockRole;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
      List<DraftListView> lists,
      List<DraftItemView> items) {

    static DeclarationView of(DeclarationDraft draft, Person reader) {
      return new DeclarationView(
          draft.summary().id(),
          draft.summary().summit().value(),
          draft.summary().fileName(),
          draft.summary().launched(),
          draft.themes().stream().map(DraftThemeView::of).toList(),
          draft.lists().stream().map(DraftListView::of).toList(),
          draft.items().stream()
              .map(item -> DraftItemView.of(item, draft.gapsOf(item.n()), reader))
              .toList());
    }
  }

  /** A theme of the document; the evaluation is separate from the steps. */
  record DraftThemeView(
      int number, String title, int steps, String evaluation, boolean restricted) {

    static DraftThemeView of(DraftTheme theme) {
      return new DraftThemeView(
          theme.number(), theme.title(), theme.steps(), theme.evaluation(), theme.restricted());
    }
  }

  /** A list of steps that was found: how sure that is, and whether its steps are taken. */
  record DraftListView(
      int number, String heading, String certainty, boolean counts, int start, int end) {

    static DraftListView of(DraftList list) {
      return new DraftListView(
          list.number(),
          list.heading(),
          list.isUnsure() ? "UNSURE" : "SURE",
          list.counts(),
          list.start(),
          list.end());
    }
  }

  /**
   * Where a field comes from.
   *
   * @param origin STATED, PROPOSED or CORRECTED
   * @param start offset of the words that state it in the document, null where there are none
   */
  record FieldOriginView(String origin, @Nullable Integer start, @Nullable Integer end) {

    static FieldOriginView of(DraftOrigin origin) {
      boolean placed = origin.isPlaced();
      return new FieldOriginView(
          origin.kind().name(), placed ? origin.start() : null, placed ? origin.end() : null);
    }
  }

  /**
   * One draft; a field that the document does not state is null.
   *
   * @param title in the caller's language, or another one
   * @param titles the titles by language, those that are known
   * @param origins where each field comes from, by its name
   * @param missing the gaps that prevent its can be launched
   * @param flags what to look at
   * @param start offset of its words in the document
   */
  record DraftItemView(
      int n,
      int theme,
      int position,
      int list,
      String text,
      int start,
      int end,
      String title,
      Map<String, String> titles,
      @Nullable Track track,
      Map<String, @Nullable String> leads,
      @Nullable PartyCode accountable,
      List<String> associated,
      @Nullable String deadlineRule,
      Map<String, FieldOriginView> origins,
      ItemChange.Restriction restriction,
      boolean leftOut,
      List<DraftGap> missing,
      List<DraftFlag> flags,
      int version) {

    static DraftItemView of(DraftItem item, List<DraftGap> missing, Person reader) {
      Map<String, @Nullable String> leads = new LinkedHashMap<>();
      item.owners().leads().forEach((party, lead) -> leads.put(party.value(), lead.value()));
      Map<String, String> titles = new LinkedHashMap<>();
      item.title().texts().forEach((language, title) -> titles.put(language.code(), title));
      Map<String, FieldOriginView> origins = new TreeMap<>();
      item.origins()
          .forEach((field, origin) -> origins.put(name(field), FieldOriginView.of(origin)));
      DeadlineRule deadline = item.deadline();
      return new DraftItemView(
          item.n(),
          item.theme(),
          item.position(),
          item.list(),
          item.text(),
          item.start(),
          item.end(),
          Objects.requireNonNullElse(item.title().in(reader.language()), item.title().any()),
          titles,
          item.track(),
          leads,
          item.owners().accountable(),
          CommitmentView.codes(item.owners().associated()),
          deadline == null ? null : deadline.toString(),
          origins,
          ItemChange.Restriction.of(item.restricted()),
          item.leftOut(),
          missing,
          item.flags(),
          item.version());
    }

    private static String name(DraftField field) {
      return switch (field.name()) {
        case TRACK -> "track";
        case ACCOUNTABLE -> "accountable";
        case LEAD -> "leads." + field.party();
        case DEADLINE -> "deadlineRule";
      };
    }
  }

  /** Changes to a draft; absent fields stay unchanged. */
  record DraftItemPatch(
      @NotNull Integer version,
      @Nullable String text,
      @Nullable Map<String, String> titles,
      @Nullable Track track,
      @Nullable Map<String, String> leads,
      @Nullable PartyCode accountable,
      @Nullable List<String> associated,
      @Nullable String deadlineRule,
      @Nullable Boolean leftOut,
      ItemChange.@Nullable Restriction restriction) {

    ItemChange change() {
      return change(version);
    }

    ItemChange change(int seen) {
      return new ItemChange(
          seen,
          text,
          titlesByLanguage(),
          track,
          leads == null ? null : leads.entrySet().stream().map(DraftItemPatch::lead).toList(),
          accountable,
          associated == null ? null : associated.stream().map(MinistryCode::new).toList(),
          deadlineRule == null ? null : DeadlineRule.parse(deadlineRule),
          leftOut,
          restriction);
    }

    private Map<Language, String> titlesByLanguage() {
      Map<Language, String> byLanguage = new LinkedHashMap<>();
      if (titles != null) {
        titles.forEach((code, title) -> byLanguage.put(Language.of(code), title));
      }
      return byLanguage;
    }

    private static MinistryCode lead(Map.Entry<String, String> lead) {
      MinistryCode code = new MinistryCode(lead.getValue());
      Leads.checkParty(new PartyCode(lead.getKey()), code);
      return code;
    }
  }

  /** A draft and the version that the caller saw. */
  record DraftItemVersion(@NotNull Integer n, @NotNull Integer version) {}

  /** The same change of several drafts; what is absent stays. */
  record DraftItemsPatch(
      @Nullable List<@Valid DraftItemVersion> items,
      @Nullable Track track,
      @Nullable Map<String, String> leads,
      @Nullable PartyCode accountable,
      @Nullable List<String> associated,
      @Nullable String deadlineRule,
      @Nullable Boolean leftOut,
      ItemChange.@Nullable Restriction restriction) {

    Map<Integer, ItemChange> changes() {
      Map<Integer, ItemChange> changes = new LinkedHashMap<>();
      for (DraftItemVersion item : items == null ? List.<DraftItemVersion>of() : items) {
        changes.put(
            item.n(),
            new DraftItemPatch(
                    item.version(),
                    null,
                    null,
                    track,
                    leads,
                    accountable,
                    associated,
                    deadlineRule,
                    leftOut,
                    restriction)
                .change());
      }
      return changes;
    }
  }

  /** The new title of a theme. */
  /**
   * Another title of a theme, another default of its drafts, or both.
   *
   * @param restricted whether its drafts are restricted unless they say otherwise
   */
  record ThemePatch(@Nullable String title, @Nullable Boolean restricted) {}

  /**
   * A part of the text of the document and what it is.
   *
   * @param as a step where it is absent
   */
  record Marked(@NotNull Integer start, @NotNull Integer end, @Nullable BlockRole as) {

    MarkedPlace place() {
      return new MarkedPlace(start, end, Objects.requireNonNullElse(as, BlockRole.STEP));
    }
  }

  /**
   * Which lists count, and what a coordinator marks in the text.
   *
   * @param lists numbers of the lists that count; the steps of the others are left out
   */
  record ListChoice(@Nullable List<Integer> lists, @Nullable List<@Valid Marked> marked) {}

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
      @RequestPart MultipartFile file,
      @RequestParam String summit,
      @RequestParam(required = false) @Nullable String encoding,
      Person by)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    UUID id = intake.upload(summit, name, file.getBytes(), encoding, by);
    return ResponseEntity.created(URI.create("/api/declarations/" + id))
        .body(DeclarationView.of(intake.get(id, by), by));
  }

  @GetMapping("/{id}")
  DeclarationView one(@PathVariable UUID id, Person reader) {
    return DeclarationView.of(intake.get(id, reader), reader);
  }

  @PatchMapping("/{id}/items/{n}")
  DraftItemView change(
      @PathVariable UUID id,
      @PathVariable int n,
      @Valid @RequestBody DraftItemPatch patch,
      Person by) {
    DraftItem changed = review.change(id, n, patch.change(), by);
    return DraftItemView.of(changed, review.missing(id, changed), by);
  }

  /** Changes several drafts alike: all of them or none. */
  @PatchMapping("/{id}/items")
  DeclarationView changeAll(
      @PathVariable UUID id, @Valid @RequestBody DraftItemsPatch patch, Person by) {
    review.change(id, patch.changes(), by);
    return DeclarationView.of(intake.get(id, by), by);
  }

  /** Gives a theme another title, or says whether its drafts are restricted by default. */
  @PatchMapping("/{id}/themes/{number}")
  DeclarationView changeTheme(
      @PathVariable UUID id,
      @PathVariable int number,
      @Valid @RequestBody ThemePatch patch,
      Person by) {
    String title = patch.title();
    review.changeTheme(
        id,
        number,
        title == null && patch.restricted() == null ? "" : title,
        patch.restricted(),
        by);
    return DeclarationView.of(intake.get(id, by), by);
  }

  /** Says which lists count, and marks parts of the text as steps, headings or nothing. */
  @PutMapping("/{id}/lists")
  DeclarationView choose(@PathVariable UUID id, @Valid @RequestBody ListChoice choice, Person by) {
    List<Integer> counting =
        choice.lists() == null
            ? intake.get(id, by).lists().stream()
                .filter(DraftList::counts)
                .map(DraftList::number)
                .toList()
            : choice.lists();
    List<Marked> marked = Objects.requireNonNullElse(choice.marked(), List.of());
    review.choose(id, Set.copyOf(counting), marked.stream().map(Marked::place).toList(), by);
    return DeclarationView.of(intake.get(id, by), by);
  }

  /** Takes an upload away that was not launched. */
  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(@PathVariable UUID id, Person by) {
    intake.delete(id, by);
    return ResponseEntity.noContent().build();
  }

  /** Splits a draft in two; the numbers of later drafts increase by one. */
  @PostMapping("/{id}/items/{n}/split")
  DeclarationView split(
      @PathVariable UUID id, @PathVariable int n, @Valid @RequestBody DraftSplit split, Person by) {
    review.split(id, n, split.version(), split.at(), by);
    return DeclarationView.of(intake.get(id, by), by);
  }

  /** Merges a draft with the next one of its theme. */
  @PostMapping("/{id}/items/{n}/merge")
  DeclarationView merge(
      @PathVariable UUID id, @PathVariable int n, @Valid @RequestBody DraftMerge merge, Person by) {
    review.merge(id, n, merge.version(), by);
    return DeclarationView.of(intake.get(id, by), by);
  }

  /**
   * Launches all drafts that are not left out, in one transaction; 409 if one is incomplete or the
   * declaration is already launched.
   *
   * @param translatedLater whether titles may still be missing in some languages of the series
   */
  @PostMapping("/{id}/launch")
  LaunchResult launch(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean translatedLater,
      Person by) {
    return new LaunchResult(intake.launch(id, translatedLater, by));
  }
}
