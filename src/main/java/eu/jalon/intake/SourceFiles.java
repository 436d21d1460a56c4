package eu.jalon.intake;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Person;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.plain.TextEncoding;
import eu.jalon.intake.draft.DeclarationSummary;
import eu.jalon.intake.draft.SourceBlock;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.intake.store.JdbcDeclarations;
import eu.jalon.intake.store.JdbcSourceFiles;
import eu.jalon.intake.store.JdbcSourceFiles.StoredPlace;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that declarations were read from, and the places of commitments in them. */
@Service
@Transactional(readOnly = true)
public class SourceFiles {

  /** The encodings that a user may name for a plain text. */
  public static final List<String> ENCODINGS = TextEncoding.NAMES;

  private final JdbcSourceFiles files;
  private final DeclarationDrafts drafts;
  private final JdbcDeclarations declarations;
  private final Commitments commitments;

  SourceFiles(
      JdbcSourceFiles files,
      DeclarationDrafts drafts,
      JdbcDeclarations declarations,
      Commitments commitments) {
    this.files = files;
    this.drafts = drafts;
    this.declarations = declarations;
    this.commitments = commitments;
  }

  /** The file of a declaration, for coordinators; refuses a declaration without one. */
  public SourceFile file(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return file(id);
  }

  /**
   * The file that a commitment comes from, for users who may see the commitment.
   *
   * @throws ValidationError {@code declaration.restrictedFile} if it also holds a restricted
   *     commitment that the person may not see
   */
  public SourceFile file(Commitment commitment, Person person) {
    UUID id = commitment.declaration();
    if (id == null) {
      throw ValidationError.notFound("declaration.noFile", commitment.ref());
    }
    if (commitments.hidesPartOf(id, person)) {
      throw ValidationError.forbidden("declaration.restrictedFile");
    }
    return file(id);
  }

  private SourceFile file(UUID id) {
    return files
        .find(id)
        .map(stored -> SourceFile.of(stored.name(), stored.format(), stored.content()))
        .orElseThrow(() -> ValidationError.notFound("declaration.noFile", id));
  }

  /** The document that a commitment comes from, and its place in it. */
  public Optional<CommitmentSource> of(Commitment commitment, Person person) {
    UUID id = commitment.declaration();
    if (id == null) {
      return Optional.empty();
    }
    String words = commitment.sourceText();
    StoredPlace place =
        Optional.ofNullable(words)
            .flatMap(text -> files.place(id, text))
            .orElse(new StoredPlace(0, 0));
    boolean kept = files.warnings(id).isPresent() && !commitments.hidesPartOf(id, person);
    return declarations
        .find(id)
        .map((DeclarationSummary d) -> new CommitmentSource(d, place.page(), place.row(), kept));
  }

  /** Whether the file of a declaration is kept. */
  public boolean isKept(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return files.warnings(id).isPresent();
  }

  /** Keys of messages about what was uncertain when the file was read; see {@link SourceText}. */
  public List<String> warnings(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return files.warnings(id).orElse(List.of());
  }

  /** The blocks of a document in their order; none where it was not read from a file. */
  public List<SourceBlock> blocks(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return files.blocks(id);
  }

  /** The whole text of a document, which the places of its blocks and drafts point into. */
  public String text(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return declarations
        .source(id)
        .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
  }
}
