package eu.jalon.report.evaluation;

import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvaluations {

  /** More than the themes of any series. */
  private static final int MAX_PARAGRAPHS = 500;

  private final JdbcClient jdbc;

  JdbcEvaluations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EvaluationParagraph> all(Language language) {
    return jdbc.sql(
            """
            select meeting_id, theme, language, text, kept_at, kept_by, version
            from evaluation_paragraph
            where language = :language
            order by kept_at desc
            limit :most
            """)
        .param("language", language.code())
        .param("most", MAX_PARAGRAPHS)
        .query(
            (row, n) ->
                new EvaluationParagraph(
                    new MeetingId(row.getString("meeting_id")),
                    row.getInt("theme"),
                    Language.of(row.getString("language")),
                    row.getString("text"),
                    row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                    new PersonId(row.getString("kept_by")),
                    row.getInt("version")))
        .list();
  }

  /**
   * Inserts the first version; returns 0 if there is one already, also from a concurrent request.
   */
  int insert(EvaluationParagraph paragraph) {
    try {
      return insertFirst(paragraph);
    } catch (DuplicateKeyException atOnce) {
      return 0;
    }
  }

  private int insertFirst(EvaluationParagraph paragraph) {
    return write(
        """
        insert into evaluation_paragraph
          (meeting_id, theme, language, text, kept_at, kept_by, version)
        select cast(:meeting as varchar), cast(:theme as integer), cast(:language as varchar),
               cast(:text as varchar), cast(:at as timestamp with time zone),
               cast(:by as varchar), cast(:version as integer)
        where not exists
          (select 1 from evaluation_paragraph
           where meeting_id = :meeting and theme = :theme and language = :language)
        """,
        paragraph);
  }

  /** Updates the current version; returns 0 if the version is stale. */
  int update(EvaluationParagraph paragraph) {
    return write(
        """
        update evaluation_paragraph
        set text = :text, kept_at = :at, kept_by = :by, version = :version
        where meeting_id = :meeting and theme = :theme and language = :language
          and version = :version - 1
        """,
        paragraph);
  }

  private int write(String sql, EvaluationParagraph paragraph) {
    return jdbc.sql(sql)
        .param("meeting", paragraph.meeting().value())
        .param("theme", paragraph.theme())
        .param("language", paragraph.language().code())
        .param("text", paragraph.text())
        .param("at", paragraph.at().atOffset(ZoneOffset.UTC))
        .param("by", paragraph.by().value())
        .param("version", paragraph.version())
        .update();
  }
}
