package eu.jalon.actionitem.evidence;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.FileName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcEvidence {

  private static final String SELECT =
      """
      select id, action_item_id, ref, ministry, name, media_type, size, added_at, added_by,
             reported_at
      from evidence
      """;

  private final JdbcClient jdbc;

  JdbcEvidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(EvidenceFile file, byte[] content) {
    jdbc.sql(
            """
            insert into evidence
              (id, action_item_id, ref, ministry, name, media_type, size, added_at, added_by,
               reported_at)
            values (:id, :item, :ref, :ministry, :name, :type, :size, :at, :by, :reportedAt)
            """)
        .param("id", file.id())
        .param("item", file.item(), Types.VARCHAR)
        .param("ref", file.ref().value())
        .param("ministry", file.ministry().value())
        .param("name", file.name().value())
        .param("type", file.mediaType())
        .param("size", file.size())
        .param("at", JdbcCommitments.utc(file.addedAt()))
        .param("by", file.addedBy().value())
        .param(
            "reportedAt",
            file.reportedAt() == null ? null : JdbcCommitments.utc(file.reportedAt()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    jdbc.sql("insert into evidence_content (id, content) values (:id, :content)")
        .param("id", file.id())
        .param("content", content)
        .update();
  }

  /** Deletes a file; returns false if its report is already submitted. */
  boolean remove(UUID id) {
    return jdbc.sql("delete from evidence where id = :id and reported_at is null")
            .param("id", id)
            .update()
        == 1;
  }

  /** Marks the unsent files of an item as submitted with its report. */
  public void markReported(String item, Instant at) {
    jdbc.sql(
            """
            update evidence set reported_at = :at
            where action_item_id = :item and reported_at is null
            """)
        .param("at", JdbcCommitments.utc(at))
        .param("item", item)
        .update();
  }

  /** Deletes the unsent files of an item that was dropped or reassigned. */
  public void deleteUnsent(String item) {
    jdbc.sql("delete from evidence where action_item_id = :item and reported_at is null")
        .param("item", item)
        .update();
  }

  /** Gives the unsent files of an item to the one of a commitment that continues it. */
  public void moveUnsent(String from, String to, CommitmentRef ref) {
    jdbc.sql(
            """
            update evidence set action_item_id = :to, ref = :ref
            where action_item_id = :from and reported_at is null
            """)
        .param("to", to)
        .param("ref", ref.value())
        .param("from", from)
        .update();
  }

  /** Returns the references under which the commitment of a file continued. */
  List<CommitmentRef> continuing(CommitmentRef ref) {
    return jdbc.sql("select ref from action_item_earlier where earlier = :ref order by ref")
        .param("ref", ref.value())
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .list();
  }

  List<EvidenceFile> unsent(String item) {
    return jdbc.sql(
            SELECT + " where action_item_id = :item and reported_at is null order by added_at, id")
        .param("item", item)
        .query(JdbcEvidence::file)
        .list();
  }

  List<EvidenceFile> of(CommitmentRef ref) {
    return jdbc.sql(
            SELECT
                + """
                where ref in (select e.earlier from action_item_earlier e where e.ref = :ref
                              union all
                              select cast(:ref as varchar))
                  and reported_at is not null
                order by added_at, id
                """)
        .param("ref", ref.value())
        .query(JdbcEvidence::file)
        .list();
  }

  Optional<EvidenceFile> find(UUID id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(JdbcEvidence::file)
        .optional();
  }

  byte[] content(UUID id) {
    return jdbc.sql("select content from evidence_content where id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("content"))
        .single();
  }

  private static EvidenceFile file(ResultSet row, int n) throws SQLException {
    OffsetDateTime reportedAt = row.getObject("reported_at", OffsetDateTime.class);
    return new EvidenceFile(
        row.getObject("id", UUID.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        new MinistryCode(row.getString("ministry")),
        new FileName(row.getString("name")),
        row.getString("media_type"),
        row.getInt("size"),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getString("added_by")),
        reportedAt == null ? null : reportedAt.toInstant());
  }
}
