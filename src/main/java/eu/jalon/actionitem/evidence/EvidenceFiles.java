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

/** Files that show how far a ministry is: added while a report is written, sent with it. */
@Service
@Transactional
public class EvidenceFiles {

  /** Largest file, in mebibytes. */
  public static final int LARGEST = 10;

  /** So many files may come with one report. */
  public static final int MOST = 10;

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
   * Adds a file to an item whose report is being written.
   *
   * @param name as the browser sent it
   * @throws ValidationError where the item is not his or not open, or asks for no report; where the
   *     file is empty, too large, one too many, or of a kind that is not taken
   */
  public EvidenceFile add(String item, String name, byte[] content, Person by) {
    ActionItem open = items.own(item, by);
    if (open.step().form() != StepForm.REPORT) {
      throw ValidationError.invalid("evidence.noReport", open.ref());
    }
    FileName cleaned = FileName.of(name);
    if (content.length == 0) {
      throw ValidationError.invalid("evidence.empty", cleaned);
    }
    if (content.length > LARGEST * 1024 * 1024) {
      throw ValidationError.invalid("evidence.tooLarge", cleaned, LARGEST);
    }
    String type = EvidenceType.of(cleaned, content);
    // The commitment first, as everybody does: it may have been reported or handed over meanwhile.
    rows.lock(open.ref());
    items.own(item, by);
    if (evidence.waiting(item).size() >= MOST) {
      throw ValidationError.conflict("evidence.tooMany", MOST);
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

  /** Takes a file back whose report was not sent yet. */
  public void remove(UUID id, Person by) {
    EvidenceFile file = evidence.find(id).orElseThrow(() -> unknown(id));
    items.own(file.item(), by);
    if (!evidence.remove(id)) {
      throw ValidationError.conflict("evidence.sent", file.name());
    }
  }

  /** The files of a report that is being written. */
  @Transactional(readOnly = true)
  public List<EvidenceFile> waiting(String item, Person person) {
    return items.isOwn(items.get(item, person).item(), person) ? evidence.waiting(item) : List.of();
  }

  /** The files of all reports that were sent about a commitment, oldest first. */
  @Transactional(readOnly = true)
  public List<EvidenceFile> of(CommitmentRef ref) {
    return evidence.of(ref);
  }

  /** A file, for whoever sees its commitment; before its report is sent only for its ministry. */
  @Transactional(readOnly = true)
  public EvidenceFile get(UUID id, Person person) {
    EvidenceFile file = evidence.find(id).orElseThrow(() -> unknown(id));
    commitments.get(file.ref(), person);
    boolean own = person.workplace().equals(Optional.of(file.ministry()));
    if (file.reportedAt() == null && !own) {
      throw unknown(id);
    }
    return file;
  }

  /** The bytes of a file. */
  @Transactional(readOnly = true)
  public byte[] content(EvidenceFile file) {
    return evidence.content(file.id());
  }

  private static ValidationError unknown(UUID id) {
    return ValidationError.notFound("evidence.unknown", id);
  }
}
