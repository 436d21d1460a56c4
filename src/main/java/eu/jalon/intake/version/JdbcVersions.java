package eu.jalon.intake.version;

import eu.jalon.intake.store.SourceDocument;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Language versions, their steps and the drafts that these are paired with. */
@Repository
class JdbcVersions {

  private static final String VERSION =
      """
      select id, declaration_id, language, file_name, uploaded_at, version
      from declaration_version
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcVersions(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Declarations of a meeting under review that have no version in a language, latest first. */
  List<UUID> without(MeetingId meeting, Language language) {
    return jdbc.sql(
            """
            select d.id
            from declaration d
            where d.meeting_id = :meeting and d.launched_at is null and d.language <> :language
              and not exists (select 1 from declaration_version v
                              where v.declaration_id = d.id and v.language = :language)
            order by d.uploaded_at desc
            """)
        .param("meeting", meeting.value())
        .param("language", language.code())
        .query(UUID.class)
        .list();
  }

  /** The declaration with which the same text of the same meeting was kept before. */
  Optional<UUID> uploadedBefore(SourceDocument document) {
    return jdbc
        .sql(
            """
            select v.declaration_id
            from declaration_version v
            join declaration d on d.id = v.declaration_id
            where d.meeting_id = :origin and v.sha256 = :sha256 and v.sha256 <> d.sha256
            """)
        .param("origin", document.origin().value())
        .param("sha256", document.sha256())
        .query(UUID.class)
        .stream()
        .findFirst();
  }

  void insert(LanguageVersion version, SourceDocument document, PersonId by) {
    jdbc.sql(
            """
            insert into declaration_version
              (id, declaration_id, language, file_name, source, sha256, uploaded_at, uploaded_by)
            values (:id, :declaration, :language, :fileName, :source, :sha256, :at, :by)
            """)
        .param("id", version.id())
        .param("declaration", version.declaration())
        .param("language", version.language().code())
        .param("fileName", version.fileName())
        .param("source", document.text())
        .param("sha256", document.sha256())
        .param("at", utc(version.uploadedAt()))
        .param("by", by.value())
        .update();
  }

  void insertSteps(LanguageVersion version, List<PairedStep> steps) {
    batches.batchUpdate(
        """
        insert into version_step
          (version_id, n, theme_title, source_text, title, deadline_rule, owners, draft_id)
        values (:version, :n, :theme, :text, :title, :deadline, :owners,
                (select i.id from draft_item i
                 where i.declaration_id = :declaration and i.n = :draft))
        """,
        steps.stream()
            .map(
                step ->
                    new MapSqlParameterSource("version", version.id())
                        .addValue("declaration", version.declaration())
                        .addValue("n", step.n())
                        .addValue("theme", bounded(step.theme()))
                        .addValue("text", step.text())
                        .addValue("title", step.title())
                        .addValue("deadline", step.deadline())
                        .addValue("owners", String.join(",", step.owners()))
                        .addValue("draft", step.draft(), Types.INTEGER))
            .toArray(MapSqlParameterSource[]::new));
  }

  List<LanguageVersion> of(UUID declaration) {
    return jdbc.sql(VERSION + "where declaration_id = :id order by uploaded_at, id")
        .param("id", declaration)
        .query(JdbcVersions::version)
        .list();
  }

  Optional<LanguageVersion> find(UUID declaration, Language language) {
    return jdbc.sql(VERSION + "where declaration_id = :id and language = :language")
        .param("id", declaration)
        .param("language", language.code())
        .query(JdbcVersions::version)
        .optional();
  }

  List<PairedStep> steps(UUID version) {
    return jdbc.sql(
            """
            select s.n, s.theme_title, s.source_text, s.title, s.deadline_rule, s.owners,
                   i.n as draft
            from version_step s
            left join draft_item i on i.id = s.draft_id
            where s.version_id = :version
            order by s.n
            """)
        .param("version", version)
        .query(JdbcVersions::step)
        .list();
  }

  /** Counts a change of the pairs, over the version that a user saw. */
  int touch(UUID version, int seen) {
    return jdbc.sql(
            """
            update declaration_version set version = version + 1
            where id = :version and version = :seen
            """)
        .param("version", version)
        .param("seen", seen)
        .update();
  }

  /** Pairs a step with a draft, or with none. */
  void pair(LanguageVersion version, int n, @Nullable Integer draft) {
    jdbc.sql(
            """
            update version_step
            set draft_id = (select i.id from draft_item i
                            where i.declaration_id = :declaration and i.n = :draft)
            where version_id = :version and n = :n
            """)
        .param("declaration", version.declaration())
        .param("draft", draft, Types.INTEGER)
        .param("version", version.id())
        .param("n", n)
        .update();
  }

  void delete(UUID version) {
    jdbc.sql("delete from declaration_version where id = :version")
        .param("version", version)
        .update();
  }

  /** The titles of each theme of a declaration in other languages: those most of its pairs have. */
  Map<Integer, Map<Language, String>> themeTitles(UUID declaration) {
    Map<Integer, Map<Language, String>> titles = new HashMap<>();
    jdbc.sql(
            """
            select i.theme, v.language, s.theme_title, count(*) as pairs
            from declaration_version v
            join version_step s on s.version_id = v.id
            join draft_item i on i.id = s.draft_id
            where v.declaration_id = :declaration and s.theme_title <> ''
            group by i.theme, v.language, s.theme_title
            order by pairs, s.theme_title
            """)
        .param("declaration", declaration)
        .query(
            (row, n) ->
                titles
                    .computeIfAbsent(row.getInt("theme"), theme -> new HashMap<>())
                    .put(Language.of(row.getString("language")), row.getString("theme_title")))
        .list();
    return titles;
  }

  private static LanguageVersion version(ResultSet row, int n) throws SQLException {
    return new LanguageVersion(
        row.getObject("id", UUID.class),
        row.getObject("declaration_id", UUID.class),
        Language.of(row.getString("language")),
        row.getString("file_name"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  private static PairedStep step(ResultSet row, int n) throws SQLException {
    return new PairedStep(
        row.getInt("n"),
        row.getString("theme_title"),
        row.getString("source_text"),
        row.getString("title"),
        row.getString("deadline_rule"),
        owners(row.getString("owners")),
        row.getObject("draft", Integer.class));
  }

  private static Set<String> owners(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String bounded(String title) {
    return title.substring(0, Math.min(400, title.length()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
