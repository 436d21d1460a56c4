package eu.jalon.intake.tracking;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.intake.sheet.SheetColumn;
import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.sheet.SheetRow;
import eu.jalon.intake.sheet.SheetTable;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tracking sheets with their rows. Cells, and statuses with their values, end in separators. */
@Repository
class JdbcTrackingSheets {

  private static final String UNIT = "\u001F";
  private static final int HEADER = 0;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcTrackingSheets(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insert(TrackingSheet sheet, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into tracking_sheet
              (id, meeting_id, file_name, source, language, document_date, column_kinds, statuses,
               skipped, uploaded_at, uploaded_by)
            values (:id, :meeting, :fileName, :source, :language, :date, :columns, :statuses,
                    :skipped, :at, :by)
            """)
        .param("id", sheet.id())
        .param("meeting", sheet.meeting().value())
        .param("fileName", sheet.fileName())
        .param("source", sheet.text())
        .param("language", sheet.language().code())
        .param("date", sheet.date())
        .param("columns", columns(sheet.mapping()))
        .param("statuses", statuses(sheet.mapping()))
        .param("skipped", skipped(sheet.mapping()))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
    List<SheetRow> rows = new ArrayList<>();
    rows.add(new SheetRow(HEADER, sheet.table().header(), 0, 0));
    rows.addAll(sheet.table().rows());
    batches.batchUpdate(
        """
        insert into tracking_sheet_row (sheet_id, number, cells, source_start, source_end)
        values (:sheet, :number, :cells, :start, :end)
        """,
        rows.stream()
            .map(
                row ->
                    new MapSqlParameterSource("sheet", sheet.id())
                        .addValue("number", row.number())
                        .addValue("cells", String.join(UNIT, row.cells()))
                        .addValue("start", row.start())
                        .addValue("end", row.end()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Keeps others from changing a sheet in the meantime. */
  void lock(UUID id) {
    jdbc.sql("select id from tracking_sheet where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  Optional<TrackingSheet> find(UUID id) {
    return jdbc.sql(
            """
            select id, meeting_id, file_name, source, language, document_date, column_kinds,
                   statuses, skipped, declaration_id, version
            from tracking_sheet
            where id = :id
            """)
        .param("id", id)
        .query((row, n) -> sheet(row, table(id)))
        .optional();
  }

  /** Changes the mapping of a sheet; returns whether it had the version that the user saw. */
  boolean map(UUID id, SheetMapping mapping, int seen) {
    return jdbc.sql(
                """
                update tracking_sheet
                set column_kinds = :columns, statuses = :statuses, skipped = :skipped,
                    version = version + 1
                where id = :id and version = :seen and declaration_id is null
                """)
            .param("columns", columns(mapping))
            .param("statuses", statuses(mapping))
            .param("skipped", skipped(mapping))
            .param("id", id)
            .param("seen", seen)
            .update()
        == 1;
  }

  /** Marks a sheet as applied; returns whether it had the version that the user saw. */
  boolean taken(UUID id, UUID declaration, int seen) {
    return jdbc.sql(
                """
                update tracking_sheet
                set declaration_id = :declaration, version = version + 1
                where id = :id and version = :seen and declaration_id is null
                """)
            .param("declaration", declaration)
            .param("id", id)
            .param("seen", seen)
            .update()
        == 1;
  }

  void delete(UUID id) {
    jdbc.sql("delete from tracking_sheet where id = :id").param("id", id).update();
  }

  private SheetTable table(UUID id) {
    List<SheetRow> rows =
        jdbc.sql(
                """
                select number, cells, source_start, source_end
                from tracking_sheet_row
                where sheet_id = :id
                order by number
                """)
            .param("id", id)
            .query(
                (row, n) ->
                    new SheetRow(
                        row.getInt("number"),
                        List.of(row.getString("cells").split(UNIT, -1)),
                        row.getInt("source_start"),
                        row.getInt("source_end")))
            .list();
    return new SheetTable(rows.get(0).cells(), rows.subList(1, rows.size()));
  }

  private static TrackingSheet sheet(ResultSet row, SheetTable table) throws SQLException {
    return new TrackingSheet(
        row.getObject("id", UUID.class),
        new MeetingId(row.getString("meeting_id")),
        row.getString("file_name"),
        row.getString("source"),
        Language.of(row.getString("language")),
        row.getObject("document_date", LocalDate.class),
        table,
        mapping(row.getString("column_kinds"), row.getString("statuses"), row.getString("skipped")),
        row.getObject("declaration_id", UUID.class),
        row.getInt("version"));
  }

  private static String columns(SheetMapping mapping) {
    return mapping.columns().stream().map(SheetColumn::name).collect(Collectors.joining(","));
  }

  private static String statuses(SheetMapping mapping) {
    return mapping.statuses().entrySet().stream()
        .map(entry -> entry.getValue().name() + UNIT + entry.getKey() + UNIT)
        .collect(Collectors.joining());
  }

  private static String skipped(SheetMapping mapping) {
    return mapping.skipped().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static SheetMapping mapping(String columns, String statuses, String skipped) {
    Map<String, ProgressStatus> known = new LinkedHashMap<>();
    String[] fields = statuses.split(UNIT, -1);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      known.put(fields[i + 1], ProgressStatus.valueOf(fields[i]));
    }
    Set<Integer> rows = parts(skipped).map(Integer::valueOf).collect(Collectors.toSet());
    return new SheetMapping(parts(columns).map(SheetColumn::valueOf).toList(), known, rows);
  }

  private static Stream<String> parts(String joined) {
    return Arrays.stream(joined.split(",", -1)).filter(part -> !part.isEmpty());
  }
}
