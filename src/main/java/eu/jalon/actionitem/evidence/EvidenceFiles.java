package eu.jalon.actionitem.evidence;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Manages the files that lead ministries attach to progress reports. */
@Service
@Transactional
public class EvidenceFiles {

  /** Maximum file size in mebibytes. */
  public static final int MAX_MEBIBYTES = 10;

  /** Maximum number of files per report. */
  public static final int MAX_FILES = 10;

  private final JdbcEvidence evidence;
  private final JdbcCommitments rows;
  private final ActionItems items;
  private final Commitments commitments;
  private final Clock clock;

  EvidenceFiles(
      JdbcEvidence evidence,
      JdbcCommitments rows,
      ActionItems items,
      Commitments commitments,
      Clock clock) {
    this.evidence = evidence;
    this.rows = rows;
    this.items = items;
    this.commitments = commitments;
    this.clock = clock;
  }

  /**
   * Attaches a file to the unsent report of an item.
   *
   * @param name the file name that the browser sent
   * @throws ValidationError if the person may not complete the item or it requires no report; if
   *     the file is empty, too large, one too many, or of a type that is not accepted
   */
  public EvidenceFile add(String item, String name, byte[] content, Person by) {
    ActionItem open = items.own(item, by);
    if (open.step().form() != StepForm.REPORT) {
      throw ValidationError.invalid("evidence.noReport", open.ref());
    }
    FileName cleaned = FileName.of(name);
    String type = accepted(cleaned, content);
    // Lock order: the commitment first. The item may have been completed or reassigned meanwhile.
    rows.lock(open.ref());
    items.own(item, by);
    if (evidence.unsent(item).size() >= MAX_FILES) {
      throw ValidationError.conflict("evidence.tooMany", MAX_FILES);
    }
    EvidenceFile file =
        new EvidenceFile(
            UUID.randomUUID(),
            item,
            open.ref(),
            open.ministry(),
            cleaned,
            type,
            content.length,
            clock.instant(),
            by.id(),
            null);
    evidence.add(file, content);
    return file;
  }

  /** Returns the media type of a file; rejects one that is empty, too large or not accepted. */
  static String accepted(FileName name, byte[] content) {
    if (content.length == 0) {
      throw ValidationError.invalid("evidence.empty", name);
    }
    if (content.length > MAX_MEBIBYTES * 1024 * 1024) {
      throw ValidationError.invalid("evidence.tooLarge", name, MAX_MEBIBYTES);
    }
    return EvidenceType.of(name, content);
  }

  /** Removes a file from an unsent report. */
  public void remove(UUID id, Person by) {
    EvidenceFile file = get(id, by);
    if (file.item() == null) {
      throw ValidationError.conflict("evidence.sent", file.name());
    }
    items.own(file.item(), by);
    if (!evidence.remove(id)) {
      throw ValidationError.conflict("evidence.sent", file.name());
    }
  }

  /** Returns the files of an unsent report; empty if the person may not complete the item. */
  @Transactional(readOnly = true)
  public List<EvidenceFile> unsent(String item, Person person) {
    return items.isOwn(items.get(item, person).item(), person) ? evidence.unsent(item) : List.of();
  }

  /**
   * Returns the files of all submitted reports on a commitment and those of associated ministries,
   * also under earlier references, oldest first.
   */
  @Transactional(readOnly = true)
  public List<EvidenceFile> of(CommitmentRef ref) {
    return evidence.of(ref);
  }

  /**
   * Returns a file if the person may see its commitment or one that continues it; before the report
   * is submitted only to members of the ministry.
   */
  @Transactional(readOnly = true)
  public EvidenceFile get(UUID id, Person person) {
    EvidenceFile file = evidence.find(id).orElseThrow(() -> unknown(id));
    if (commitments.find(file.ref(), person).isEmpty()
        && evidence.continuing(file.ref()).stream()
            .noneMatch(ref -> commitments.find(ref, person).isPresent())) {
      throw ValidationError.notFound("commitment.unknown", file.ref());
    }
    boolean own = person.workplace().equals(Optional.of(file.ministry()));
    if (file.reportedAt() == null && !own) {
      throw unknown(id);
    }
    return file;
  }

  /** Returns the content of a file. */
  @Transactional(readOnly = true)
  public byte[] content(EvidenceFile file) {
    return evidence.content(file.id());
  }

  private static ValidationError unknown(UUID id) {
    return ValidationError.notFound("evidence.unknown", id);
  }
}
