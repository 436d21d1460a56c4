package eu.jalon.directory;

import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Series with their parties. */
@Repository
class JdbcSeries {

  private record Member(String series, PartyCode party) {}

  private final JdbcClient jdbc;

  JdbcSeries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all series, ordered by id. */
  List<Series> all() {
    Map<String, List<PartyCode>> parties =
        jdbc
            .sql("select series_id, party from series_party order by series_id, place")
            .query(
                (row, n) ->
                    new Member(row.getString("series_id"), new PartyCode(row.getString("party"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Member::series, Collectors.mapping(Member::party, Collectors.toList())));
    return jdbc.sql(
            """
            select id, name, languages, translated_later, default_deadline, every_party_leads,
                   one_party_decides, restricted, version
            from series
            order by id
            """)
        .query((row, n) -> series(row, parties))
        .list();
  }

  private static Series series(ResultSet row, Map<String, List<PartyCode>> parties)
      throws SQLException {
    String id = row.getString("id");
    return new Series(
        id,
        TextColumn.read(row, "name"),
        parties.getOrDefault(id, List.of()),
        Arrays.stream(row.getString("languages").split(",", -1)).map(Language::of).toList(),
        row.getBoolean("translated_later"),
        row.getString("default_deadline"),
        row.getBoolean("every_party_leads"),
        row.getBoolean("one_party_decides"),
        row.getBoolean("restricted"),
        row.getInt("version"));
  }

  void merge(Series series) {
    if (write(UPDATE, series) == 0) {
      write(INSERT, series);
    }
    jdbc.sql("delete from series_party where series_id = :series")
        .param("series", series.id())
        .update();
    for (int place = 0; place < series.parties().size(); place++) {
      jdbc.sql(
              """
              insert into series_party (series_id, party, place)
              values (:series, :party, :place)
              """)
          .param("series", series.id())
          .param("party", series.parties().get(place).value())
          .param("place", place + 1)
          .update();
    }
  }

  /** Locks the series until the caller's transaction ends. */
  void lock(String id) {
    jdbc.sql("select id from series where id = :id for update")
        .param("id", id)
        .query(String.class)
        .list();
  }

  /** Locks all series until the caller's transaction ends. */
  void lockAll() {
    jdbc.sql("select id from series order by id for update").query(String.class).list();
  }

  private int write(String sql, Series series) {
    return jdbc.sql(sql)
        .param("id", series.id())
        .param("name", TextColumn.write(series.name()))
        .param(
            "languages",
            series.languages().stream().map(Language::code).collect(Collectors.joining(",")))
        .param("later", series.translatedLater())
        .param("deadline", series.defaultDeadline())
        .param("every", series.everyPartyLeads())
        .param("one", series.onePartyDecides())
        .param("restricted", series.restricted())
        .update();
  }

  private static final String UPDATE =
      """
      update series
      set name = :name, languages = :languages, translated_later = :later,
          default_deadline = :deadline, every_party_leads = :every, one_party_decides = :one,
          restricted = :restricted, version = version + 1
      where id = :id
      """;

  private static final String INSERT =
      """
      insert into series
        (id, name, languages, translated_later, default_deadline, every_party_leads,
         one_party_decides, restricted)
      values
        (:id, :name, :languages, :later, :deadline, :every, :one, :restricted)
      """;
}
