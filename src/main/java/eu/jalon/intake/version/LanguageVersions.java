package eu.jalon.intake.version;

import eu.jalon.directory.Person;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTitles;
import eu.jalon.intake.pair.Alignment;
import eu.jalon.intake.pair.Difference;
import eu.jalon.intake.pair.StepPair;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.intake.store.JdbcDraftItems;
import eu.jalon.intake.store.SourceDocument;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Versions of a declaration in other languages. A step that is paired with a draft gives it its
 * title in its language, unless a coordinator entered one.
 */
@Service
@Transactional
public class LanguageVersions {

  private final JdbcVersions versions;
  private final JdbcDraftItems items;
  private final DeclarationDrafts drafts;
  private final Clock clock;

  LanguageVersions(
      JdbcVersions versions, JdbcDraftItems items, DeclarationDrafts drafts, Clock clock) {
    this.versions = versions;
    this.items = items;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** The declaration under review of which a document is another language version. */
  public Optional<UUID> original(MeetingId meeting, ReadVersion read) {
    return versions.without(meeting, read.language()).stream()
        .filter(
            id ->
                Alignment.of(Compared.steps(drafts.get(id).kept()), Compared.steps(read.drafts()))
                    .isTranslation())
        .findFirst();
  }

  /** The declaration with which the same text of the same meeting was kept before. */
  public Optional<UUID> uploadedBefore(SourceDocument document) {
    return versions.uploadedBefore(document);
  }

  /** Keeps a version of a declaration and pairs its steps with the drafts. */
  public void add(UUID declaration, SourceDocument document, ReadVersion read, Person by) {
    DeclarationDraft draft = drafts.locked(declaration);
    List<DraftItem> kept = draft.kept();
    LanguageVersion version =
        new LanguageVersion(
            UUID.randomUUID(),
            declaration,
            read.language(),
            document.fileName(),
            clock.instant(),
            0);
    Map<Integer, DraftItem> partners = new HashMap<>();
    List<StepPair> pairs =
        Alignment.of(Compared.steps(kept), Compared.steps(read.drafts())).pairs();
    pairs.forEach(pair -> partners.put(pair.second(), kept.get(pair.first())));
    Map<Integer, String> themes =
        read.split().themes().stream()
            .collect(Collectors.toMap(SplitTheme::number, SplitTheme::title));
    List<PairedStep> steps = new ArrayList<>();
    for (int i = 0; i < read.drafts().size(); i++) {
      DraftItem said = read.drafts().get(i);
      DraftItem partner = partners.get(i);
      String title = said.title().in(read.language());
      steps.add(
          new PairedStep(
              said.n(),
              themes.getOrDefault(said.theme(), ""),
              said.text(),
              title,
              Compared.deadline(said),
              Compared.owners(said),
              partner == null ? null : partner.n()));
    }
    versions.insert(version, document, by.id());
    versions.insertSteps(version, steps);
    int revision = items.revision(declaration);
    partners.forEach(
        (at, partner) -> {
          if (partner.title().in(read.language()) == null) {
            title(declaration, partner, read.language(), steps.get(at).title(), revision);
          }
        });
  }

  /** The versions of a declaration, the first one first. */
  @Transactional(readOnly = true)
  public List<LanguageVersion> of(UUID declaration, Person person) {
    drafts.requireCoordinator(declaration, person);
    return versions.of(declaration);
  }

  /** The titles that the themes of a declaration have in its versions. */
  @Transactional(readOnly = true)
  public Map<Integer, Map<Language, String>> themeTitles(UUID declaration) {
    return versions.themeTitles(declaration);
  }

  /** The drafts beside the steps of a version, in the order of the drafts. */
  @Transactional(readOnly = true)
  public VersionPairs pairs(UUID declaration, Language language, Person person) {
    drafts.requireCoordinator(declaration, person);
    LanguageVersion version = find(declaration, language);
    List<PairedStep> steps = versions.steps(version.id());
    Map<Integer, PairedStep> byDraft =
        steps.stream()
            .filter(step -> step.draft() != null)
            .collect(
                Collectors.toMap(
                    step -> Objects.requireNonNull(step.draft()), Function.identity()));
    List<PairRow> rows = new ArrayList<>();
    for (DraftItem draft : drafts.get(declaration).kept()) {
      PairedStep step = byDraft.remove(draft.n());
      rows.add(
          new PairRow(
              draft,
              step,
              step == null
                  ? List.of()
                  : Difference.between(Compared.step(draft), step.compared())));
    }
    steps.stream()
        .filter(step -> step.draft() == null || byDraft.containsKey(step.draft()))
        .sorted(Comparator.comparingInt(PairedStep::n))
        .forEach(step -> rows.add(after(rows, step.n()), new PairRow(null, step, List.of())));
    return new VersionPairs(version, rows);
  }

  /** The place of a step without a counterpart: after the one before it. */
  private static int after(List<PairRow> rows, int n) {
    int place = 0;
    int before = 0;
    for (int i = 0; i < rows.size(); i++) {
      PairedStep step = rows.get(i).step();
      if (step != null && step.n() < n && step.n() > before) {
        before = step.n();
        place = i + 1;
      }
    }
    return place;
  }

  /**
   * Pairs a step with another draft; the step that was paired with it takes the draft that the
   * first one leaves.
   *
   * @param draft number of the draft, null for none
   * @param seen the version of the pairs that the user saw
   */
  public void pair(
      UUID declaration, Language language, int n, @Nullable Integer draft, int seen, Person by) {
    drafts.requireCoordinator(declaration, by);
    DeclarationDraft declared = drafts.locked(declaration);
    LanguageVersion version = find(declaration, language);
    if (versions.touch(version.id(), seen) != 1) {
      throw ValidationError.conflict("version.changed");
    }
    List<PairedStep> steps = versions.steps(version.id());
    PairedStep step = step(steps, n);
    if (draft != null) {
      DeclarationDrafts.item(declared, draft);
    }
    Integer left = step.draft();
    if (Objects.equals(left, draft)) {
      return;
    }
    PairedStep other =
        steps.stream()
            .filter(each -> draft != null && draft.equals(each.draft()))
            .findFirst()
            .orElse(null);
    versions.pair(version, n, null);
    if (other != null) {
      versions.pair(version, other.n(), left);
    }
    versions.pair(version, n, draft);
    int revision = items.revision(declaration);
    if (left != null) {
      retitle(declaration, declared, language, left, step, other, revision);
    }
    if (draft != null) {
      retitle(declaration, declared, language, draft, other, step, revision);
    }
  }

  /** Gives a draft the title of its new counterpart, unless a coordinator entered one. */
  private void retitle(
      UUID declaration,
      DeclarationDraft declared,
      Language language,
      int draft,
      @Nullable PairedStep before,
      @Nullable PairedStep after,
      int revision) {
    DraftItem item = DeclarationDrafts.item(declared, draft);
    String present = item.title().in(language);
    if (present == null || (before != null && present.equals(before.title()))) {
      title(declaration, item, language, after == null ? null : after.title(), revision);
    }
  }

  private void title(
      UUID declaration, DraftItem item, Language language, @Nullable String title, int revision) {
    DraftTitles titles = item.title().with(language, title);
    items.update(declaration, item.worded(item.text(), titles, item.span()), revision);
  }

  /** Takes a version away, with the titles that it gave. */
  public void remove(UUID declaration, Language language, Person by) {
    drafts.requireCoordinator(declaration, by);
    DeclarationDraft declared = drafts.locked(declaration);
    LanguageVersion version = find(declaration, language);
    int revision = items.revision(declaration);
    for (PairedStep step : versions.steps(version.id())) {
      if (step.draft() != null) {
        retitle(declaration, declared, language, step.draft(), step, null, revision);
      }
    }
    versions.delete(version.id());
  }

  private LanguageVersion find(UUID declaration, Language language) {
    return versions
        .find(declaration, language)
        .orElseThrow(() -> ValidationError.notFound("version.unknown", language.code()));
  }

  private static PairedStep step(List<PairedStep> steps, int n) {
    return steps.stream()
        .filter(step -> step.n() == n)
        .findFirst()
        .orElseThrow(() -> ValidationError.notFound("version.unknownStep", n));
  }
}
