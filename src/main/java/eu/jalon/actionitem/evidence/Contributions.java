package eu.jalon.actionitem.evidence;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes and files that associated ministries add to a commitment in progress. They are entries of
 * its history, visible to those who see the commitment, and do not affect its process or dates.
 */
@Service
@Transactional
public class Contributions {

  /** Maximum number of notes and files of one ministry on one commitment. */
  public static final int MAX_OF_MINISTRY = 20;

  private final Commitments commitments;
  private final JdbcCommitments rows;
  private final JdbcHistory history;
  private final JdbcEvidence evidence;
  private final Clock clock;

  Contributions(
      Commitments commitments,
      JdbcCommitments rows,
      JdbcHistory history,
      JdbcEvidence evidence,
      Clock clock) {
    this.commitments = commitments;
    this.rows = rows;
    this.history = history;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Whether the ministry of a person is associated with a commitment. */
  public static boolean isAssociated(Commitment commitment, Person person) {
    return person.workplace().filter(commitment.leads().associated()::contains).isPresent();
  }

  /** Returns whether the person may add a note or a file now. */
  public static boolean mayAdd(Commitment commitment, Person person) {
    return commitment.status() == CommitmentStatus.IN_PROGRESS && isAssociated(commitment, person);
  }

  /**
   * A note or a file of a ministry.
   *
   * @param note the text; absent for a file
   * @param file the file; absent for a note
   */
  public record Contribution(
      MinistryCode ministry,
      CommitmentChange change,
      @Nullable String note,
      @Nullable EvidenceFile file) {}

  /**
   * The notes and files on a commitment, also under earlier references, oldest first.
   *
   * @param changes its history, latest first
   * @param files its files
   */
  public static List<Contribution> of(List<CommitmentChange> changes, List<EvidenceFile> files) {
    return changes.stream()
        .filter(change -> isContribution(change.type()))
        .map(
            change ->
                new Contribution(
                    new MinistryCode(String.valueOf(change.from())),
                    change,
                    change.reason(),
                    files.stream()
                        .filter(file -> file.id().toString().equals(change.to()))
                        .findFirst()
                        .orElse(null)))
        .sorted((one, other) -> one.change().at().compareTo(other.change().at()))
        .toList();
  }

  private static boolean isContribution(CommitmentChange.Type type) {
    return type == CommitmentChange.Type.NOTE_ADDED || type == CommitmentChange.Type.FILE_ADDED;
  }

  /**
   * Adds a note in the name of the person's ministry.
   *
   * @throws ValidationError if the commitment is unknown to the person or has ended, the ministry
   *     is not associated or has added {@value #MAX_OF_MINISTRY} notes and files, or the text is
   *     too short or too long
   */
  public void addNote(CommitmentRef ref, String text, Person by) {
    rows.lock(ref);
    MinistryCode own = contributor(ref, by);
    String note = FreeText.text("note", text);
    record(ref, CommitmentChange.Type.NOTE_ADDED, own, null, note, clock.instant(), by);
  }

  /**
   * Adds a file in the name of the person's ministry.
   *
   * @param name the file name that the browser sent
   * @throws ValidationError as {@link #addNote}, or if the file is empty, too large, or of a type
   *     that is not accepted
   */
  public EvidenceFile addFile(CommitmentRef ref, String name, byte[] content, Person by) {
    contributor(ref, by);
    FileName cleaned = FileName.of(name);
    String type = EvidenceFiles.accepted(cleaned, content);
    rows.lock(ref);
    MinistryCode own = contributor(ref, by);
    Instant now = clock.instant();
    EvidenceFile file =
        new EvidenceFile(
            UUID.randomUUID(), null, ref, own, cleaned, type, content.length, now, by.id(), now);
    evidence.add(file, content);
    record(ref, CommitmentChange.Type.FILE_ADDED, own, file.id().toString(), null, now, by);
    return file;
  }

  /** The associated ministry in whose name the person may add one more note or file. */
  private MinistryCode contributor(CommitmentRef ref, Person by) {
    Commitment commitment = commitments.get(ref, by);
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    if (!mayAdd(commitment, by)) {
      throw ValidationError.forbidden("contribution.associatedOnly", ref);
    }
    MinistryCode own = by.workplace().orElseThrow();
    long added =
        commitments.changes(ref).stream()
            .filter(change -> isContribution(change.type()) && own.value().equals(change.from()))
            .count();
    if (added >= MAX_OF_MINISTRY) {
      throw ValidationError.conflict("contribution.tooMany", MAX_OF_MINISTRY);
    }
    return own;
  }

  private void record(
      CommitmentRef ref,
      CommitmentChange.Type type,
      MinistryCode ministry,
      @Nullable String file,
      @Nullable String note,
      Instant at,
      Person by) {
    history.add(
        List.of(new CommitmentChange(ref, type, ministry.value(), file, note, at, by.id())));
  }
}
