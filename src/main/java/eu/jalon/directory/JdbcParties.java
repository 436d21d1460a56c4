package eu.jalon.directory;

import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parties with their days off. */
@Repository
class JdbcParties {

  private record DayOff(PartyCode party, LocalDate day) {}

  private final JdbcClient jdbc;

  JdbcParties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all parties, ordered by code. */
  List<Party> all() {
    Map<PartyCode, Set<LocalDate>> daysOff =
        jdbc
            .sql("select party, off_on from party_bridging_day")
            .query(
                (row, n) ->
                    new DayOff(
                        new PartyCode(row.getString("party")),
                        row.getObject("off_on", LocalDate.class)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    DayOff::party, Collectors.mapping(DayOff::day, Collectors.toSet())));
    return jdbc.sql("select code, name, zone, calendar, version from party order by code")
        .query((row, n) -> party(row, daysOff))
        .list();
  }

  private static Party party(ResultSet row, Map<PartyCode, Set<LocalDate>> daysOff)
      throws SQLException {
    PartyCode code = new PartyCode(row.getString("code"));
    return new Party(
        code,
        TextColumn.read(row, "name"),
        ZoneId.of(row.getString("zone")),
        row.getString("calendar"),
        daysOff.getOrDefault(code, Set.of()),
        row.getInt("version"));
  }

  void merge(Party party) {
    if (write(UPDATE, party) == 0) {
      write(INSERT, party);
    }
    jdbc.sql("delete from party_bridging_day where party = :party")
        .param("party", party.code().value())
        .update();
    for (LocalDate day : party.bridgingDays()) {
      jdbc.sql("insert into party_bridging_day (party, off_on) values (:party, :day)")
          .param("party", party.code().value())
          .param("day", day)
          .update();
    }
  }

  private int write(String sql, Party party) {
    return jdbc.sql(sql)
        .param("code", party.code().value())
        .param("name", TextColumn.write(party.name()))
        .param("zone", party.zone().getId())
        .param("calendar", party.calendar())
        .update();
  }

  private static final String UPDATE =
      """
      update party
      set name = :name, zone = :zone, calendar = :calendar, version = version + 1
      where code = :code
      """;

  private static final String INSERT =
      """
      insert into party (code, name, zone, calendar)
      values (:code, :name, :zone, :calendar)
      """;
}
