package eu.jalon.intake.store;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DeclarationSummary;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.propose.DraftMaker;
import eu.jalon.intake.split.SplitList;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcDeclarations {

  private static final int MOST = 200;

  private static final String SUMMARY =
      """
      select d.id, d.meeting_id, d.file_name, d.language, d.uploaded_at, d.launched_at,
             (select count(*) from draft_item i
              where i.declaration_id = d.id and not i.left_out) as items
      from declaration d
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcDeclarations(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Returns the latest declarations of some meetings. */
  public List<DeclarationSummary> all(Predicate<MeetingId> counted) {
    try (Stream<DeclarationSummary> all =
        jdbc
            .sql(SUMMARY + "order by d.uploaded_at desc")
            .query(JdbcDeclarations::summary)
            .stream()) {
      return all.filter(one -> counted.test(one.summit())).limit(MOST).toList();
    }
  }

  /** The meeting of a declaration. */
  Optional<MeetingId> meeting(UUID id) {
    return jdbc.sql("select meeting_id from declaration where id = :id")
        .param("id", id)
        .query((row, n) -> new MeetingId(row.getString("meeting_id")))
        .optional();
  }

  public Optional<DeclarationSummary> find(UUID id) {
    return jdbc.sql(SUMMARY + "where d.id = :id")
        .param("id", id)
        .query(JdbcDeclarations::summary)
        .optional();
  }

  /** The id under which the same text of the same summit was kept before. */
  public Optional<UUID> uploadedBefore(SourceDocument document) {
    return jdbc
        .sql("select id from declaration where meeting_id = :origin and sha256 = :sha256")
        .param("origin", document.origin().value())
        .param("sha256", document.sha256())
        .query(UUID.class)
        .stream()
        .findFirst();
  }

  /**
   * Keeps a declaration from being launched or changed by others in the meantime.
   *
   * @return whether it is launched already; nothing if there is none
   */
  Optional<Boolean> lock(UUID id) {
    return jdbc.sql("select launched_at from declaration where id = :id for update")
        .param("id", id)
        .query((row, n) -> row.getObject("launched_at", OffsetDateTime.class) != null)
        .optional();
  }

  public void insert(SourceDocument document, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into declaration
              (id, meeting_id, file_name, source, sha256, uploaded_at, uploaded_by, language,
               document_date)
            values (:id, :origin, :fileName, :source, :sha256, :at, :by, :language, :date)
            """)
        .param("id", document.id())
        .param("origin", document.origin().value())
        .param("fileName", document.fileName())
        .param("source", document.text())
        .param("sha256", document.sha256())
        .param("at", utc(at))
        .param("by", by.value())
        .param("language", document.language().code())
        .param("date", document.date())
        .update();
  }

  /** What drafts are made from: the text, its language and its date. */
  public Optional<DraftMaker.Origin> origin(UUID id) {
    return jdbc.sql(
            "select meeting_id, source, language, document_date from declaration where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new DraftMaker.Origin(
                    new MeetingId(row.getString("meeting_id")),
                    row.getString("source"),
                    Language.of(row.getString("language")),
                    row.getObject("document_date", LocalDate.class)))
        .optional();
  }

  public void insertLists(UUID id, List<SplitList> lists) {
    batches.batchUpdate(
        """
        insert into draft_list
          (declaration_id, number, heading, certainty, counts, source_start, source_end)
        values (:id, :number, :heading, :certainty, true, :start, :end)
        """,
        lists.stream()
            .map(
                list ->
                    new MapSqlParameterSource("id", id)
                        .addValue("number", list.number())
                        .addValue("heading", bounded(list.heading()))
                        .addValue("certainty", list.certainty().name())
                        .addValue("start", list.span().start())
                        .addValue("end", list.span().end()))
            .toArray(MapSqlParameterSource[]::new));
  }

  List<DraftList> lists(UUID id) {
    return jdbc.sql(
            """
            select number, heading, certainty, counts, source_start, source_end
            from draft_list
            where declaration_id = :id
            order by number
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new DraftList(
                    row.getInt("number"),
                    row.getString("heading"),
                    Certainty.valueOf(row.getString("certainty")),
                    row.getBoolean("counts"),
                    new Span(row.getInt("source_start"), row.getInt("source_end"))))
        .list();
  }

  public void count(UUID id, int list, boolean counts) {
    jdbc.sql(
            """
            update draft_list set counts = :counts
            where declaration_id = :id and number = :list
            """)
        .param("counts", counts)
        .param("id", id)
        .param("list", list)
        .update();
  }

  /** Writes the title of a theme and whether its drafts are restricted by default. */
  public void update(UUID id, int theme, String title, boolean restricted) {
    jdbc.sql(
            """
            update draft_theme set title = :title, restricted = :restricted
            where declaration_id = :id and number = :theme
            """)
        .param("title", title)
        .param("restricted", restricted)
        .param("id", id)
        .param("theme", theme)
        .update();
  }

  /** Takes away a declaration that was not launched, with all its drafts. */
  public void delete(UUID id) {
    for (String table :
        List.of(
            "draft_item",
            "draft_list",
            "draft_theme",
            "draft_item_earlier",
            "draft_lead_earlier",
            "draft_theme_earlier",
            "draft_list_earlier")) {
      jdbc.sql("delete from " + table + " where declaration_id = :id").param("id", id).update();
    }
    jdbc.sql("delete from declaration where id = :id").param("id", id).update();
  }

  private static String bounded(String title) {
    return title.substring(0, Math.min(400, title.length()));
  }

  /** Writes the themes that were found in a document; none is restricted. */
  public void insertThemes(UUID id, List<SplitTheme> themes) {
    insert(
        id,
        themes.stream()
            .map(
                theme ->
                    new DraftTheme(
                        theme.number(), theme.title(), theme.evaluation(), 0, theme.span(), false))
            .toList());
  }

  private void insert(UUID id, List<DraftTheme> themes) {
    batches.batchUpdate(
        """
        insert into draft_theme
          (declaration_id, number, title, evaluation, source_start, source_end, restricted)
        values (:id, :number, :title, :evaluation, :start, :end, :restricted)
        """,
        themes.stream()
            .map(
                theme ->
                    new MapSqlParameterSource("id", id)
                        .addValue("number", theme.number())
                        .addValue("title", bounded(theme.title()))
                        .addValue("evaluation", theme.evaluation())
                        .addValue("start", theme.span().start())
                        .addValue("end", theme.span().end())
                        .addValue("restricted", theme.restricted()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Writes the themes of a declaration anew. */
  public void replaceThemes(UUID id, List<DraftTheme> themes) {
    jdbc.sql("delete from draft_theme where declaration_id = :id").param("id", id).update();
    insert(id, themes);
  }

  /** Gives the themes of a declaration and their drafts higher numbers. */
  public void raiseThemes(UUID id, int by) {
    jdbc.sql("update draft_theme set number = -(number + :by) where declaration_id = :id")
        .param("by", by)
        .param("id", id)
        .update();
    jdbc.sql("update draft_theme set number = -number where declaration_id = :id")
        .param("id", id)
        .update();
    jdbc.sql("update draft_item set theme = theme + :by where declaration_id = :id")
        .param("by", by)
        .param("id", id)
        .update();
  }

  public int markLaunched(UUID id, Instant at, PersonId by) {
    return jdbc.sql(
            """
            update declaration
            set launched_at = :at, launched_by = :by, version = version + 1
            where id = :id and launched_at is null
            """)
        .param("at", utc(at))
        .param("by", by.value())
        .param("id", id)
        .update();
  }

  public List<DraftTheme> themes(UUID id) {
    return jdbc.sql(
            """
            select t.number, t.title, t.evaluation, t.source_start, t.source_end, t.restricted,
                   (select count(*) from draft_item i
                    where i.declaration_id = t.declaration_id and i.theme = t.number
                      and not i.left_out) as steps
            from draft_theme t
            where t.declaration_id = :id
            order by t.number
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new DraftTheme(
                    row.getInt("number"),
                    row.getString("title"),
                    row.getString("evaluation"),
                    row.getInt("steps"),
                    new Span(row.getInt("source_start"), row.getInt("source_end")),
                    row.getBoolean("restricted")))
        .list();
  }

  /** The words of the document as they were read. */
  public Optional<String> source(UUID id) {
    return jdbc.sql("select source from declaration where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static DeclarationSummary summary(ResultSet row, int n) throws SQLException {
    OffsetDateTime launched = row.getObject("launched_at", OffsetDateTime.class);
    return new DeclarationSummary(
        row.getObject("id", UUID.class),
        new MeetingId(row.getString("meeting_id")),
        row.getString("file_name"),
        Language.of(row.getString("language")),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        launched == null ? null : launched.toInstant(),
        row.getInt("items"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
