package eu.jalon.intake;

import eu.jalon.directory.Person;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.split.DocumentText;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.register.Commitment;
import eu.jalon.register.NewCommitment;
import eu.jalon.register.Owners;
import eu.jalon.register.Register;
import eu.jalon.register.Summits;
import eu.jalon.register.Theme;
import eu.jalon.register.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.HiddenCharacters;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From an uploaded declaration to launched commitments; every act is a coordinator's. */
@Service
@Transactional
public class Intake {

  private final JdbcDeclarations declarations;
  private final DraftMaker drafts;
  private final Register register;
  private final Summits summits;
  private final Clock clock;

  Intake(
      JdbcDeclarations declarations,
      DraftMaker drafts,
      Register register,
      Summits summits,
      Clock clock) {
    this.declarations = declarations;
    this.drafts = drafts;
    this.register = register;
    this.summits = summits;
    this.clock = clock;
  }

  /**
   * Reads a plain-text declaration of a summit and keeps it with a draft for each of its steps;
   * refuses what is not text, has no list of next steps, or was uploaded before.
   */
  public UUID upload(String summit, String fileName, byte[] content, Person by) {
    Viewer.requireCoordinator(by);
    OriginId origin = summits.get(summit).id();
    String text = DocumentText.read(content);
    SplitDeclaration split = DeclarationSplitter.split(text);
    SourceDocument document = SourceDocument.of(origin, fileName, text);
    declarations.lockUploads();
    declarations
        .uploadedBefore(document)
        .ifPresent(
            before -> {
              throw Refusal.conflict("declaration.uploadedBefore", origin, before);
            });
    declarations.insert(document, clock.instant(), by.id());
    declarations.insertThemes(document.id(), split.themes());
    declarations.insertItems(document.id(), drafts.of(split));
    return document.id();
  }

  @Transactional(readOnly = true)
  public List<DeclarationSummary> all(Person person) {
    Viewer.requireCoordinator(person);
    return declarations.all();
  }

  /** The document that a commitment comes from; who may see the one may know of the other. */
  @Transactional(readOnly = true)
  public Optional<DeclarationSummary> source(Commitment commitment) {
    return Optional.ofNullable(commitment.declaration()).flatMap(declarations::find);
  }

  /** One declaration with its drafts; refuses one that does not exist. */
  @Transactional(readOnly = true)
  public DeclarationDraft get(UUID id, Person person) {
    Viewer.requireCoordinator(person);
    return draft(id);
  }

  /** Changes one draft; refuses a stale version, and a declaration that was launched. */
  public DraftItem change(UUID id, int n, ItemChange change, Person by) {
    Viewer.requireCoordinator(by);
    declarations.lock(id);
    DeclarationDraft draft = draft(id);
    refuseLaunched(draft);
    DraftItem before = item(draft, n);
    if (before.version() != change.version()
        || declarations.update(id, changed(before, change)) != 1) {
      throw Refusal.conflict("declaration.itemChanged", n);
    }
    return item(draft(id), n);
  }

  /**
   * Enters every draft as a commitment and starts its process: all of them, or none. A second
   * launch is refused.
   *
   * @return how many were launched
   */
  public int launch(UUID id, Person by) {
    Viewer.requireCoordinator(by);
    if (declarations.markLaunched(id, clock.instant(), by.id()) != 1) {
      refuseLaunched(draft(id));
    }
    DeclarationDraft draft = draft(id);
    OriginId origin = draft.summary().summit();
    for (DraftTheme theme : draft.themes()) {
      String title = theme.title().isBlank() ? String.valueOf(theme.number()) : theme.title();
      summits.add(new Theme(origin, theme.number(), LocalText.of(title, null)));
    }
    register.enter(
        draft.items().stream().map(item -> commitment(id, origin, item)).toList(), by.id());
    return draft.items().size();
  }

  private static NewCommitment commitment(UUID declaration, OriginId origin, DraftItem item) {
    return new NewCommitment(
        CommitmentRef.of(origin, item.theme(), item.position()),
        item.title(),
        null,
        item.track(),
        item.owners(),
        item.deadline(),
        new NewCommitment.Source(declaration, item.text()),
        null);
  }

  private DeclarationDraft draft(UUID id) {
    DeclarationSummary summary =
        declarations.find(id).orElseThrow(() -> Refusal.notFound("declaration.unknown", id));
    return new DeclarationDraft(summary, declarations.themes(id), declarations.items(id));
  }

  private static void refuseLaunched(DeclarationDraft draft) {
    if (draft.summary().launched() != null) {
      throw Refusal.conflict("declaration.launched", draft.summary().items());
    }
  }

  private static DraftItem item(DeclarationDraft draft, int n) {
    return draft.items().stream()
        .filter(item -> item.n() == n)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("declaration.unknownItem", n));
  }

  private static DraftItem changed(DraftItem item, ItemChange change) {
    Owners owners = item.owners();
    String titleFr = or(change.titleFr(), item.title().fr());
    String titleNl = change.titleNl() == null ? item.title().nl() : change.titleNl();
    return new DraftItem(
        item.n(),
        item.theme(),
        item.position(),
        item.text(),
        LocalText.of(
            bounded(item.n(), titleFr), titleNl == null ? null : bounded(item.n(), titleNl)),
        or(change.track(), item.track()),
        new Owners(
            or(change.leadBe(), owners.leadBe()),
            or(change.leadFr(), owners.leadFr()),
            or(change.accountable(), owners.accountable()),
            or(change.associated(), owners.associated())),
        or(change.deadline(), item.deadline()),
        item.version());
  }

  private static String bounded(int n, String title) {
    String stripped = title.strip();
    if (HiddenCharacters.in(stripped)) {
      throw Refusal.invalid("form.control", "title");
    }
    if (stripped.isEmpty() || stripped.length() > NewCommitment.MAX_TITLE) {
      throw Refusal.invalid("declaration.title", n, stripped.length(), NewCommitment.MAX_TITLE);
    }
    return stripped;
  }

  private static <T> T or(@Nullable T wanted, T present) {
    return Objects.requireNonNullElse(wanted, present);
  }
}
