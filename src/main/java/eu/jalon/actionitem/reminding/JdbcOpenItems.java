package eu.jalon.actionitem.reminding;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Queries open action items with the last report of their ministry. The leads and reports of a
 * batch are read with one statement each: a subquery for each item takes longer than the item.
 */
@Repository
class JdbcOpenItems {

  private static final String SELECT =
      JdbcActionItems.COLUMNS
          + """
          , i.date_changes, i.moved_on, c.track, c.accountable
          from action_item i
          join action_item_commitment c on c.ref = i.ref
          where i.status = 'OPEN'
          """;

  private final JdbcClient jdbc;

  JdbcOpenItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OpenItem> due(LocalDate until, LocalDate movedSince, @Nullable OpenItem after, int size) {
    return openItems(
        jdbc.sql(
                SELECT
                    + """
                      and i.ref >= :afterRef and (i.ref > :afterRef or i.id > :afterId)
                      and (i.due_on <= :until or c.due_on <= :until or i.moved_on >= :movedSince)
                    order by i.ref, i.id
                    limit :size
                    """)
            .param("afterRef", after == null ? "" : after.item().ref().value())
            .param("afterId", after == null ? "" : after.item().id())
            .param("until", until)
            .param("movedSince", movedSince)
            .param("size", size));
  }

  List<OpenItem> stillOpen(Collection<String> ids) {
    return openItems(
        jdbc.sql(SELECT + " and i.id in (:ids) order by i.due_on, i.id").param("ids", ids));
  }

  private record Row(
      ActionItemView view,
      Track track,
      PartyCode accountable,
      @Nullable LocalDate movedOn,
      int dateChanges) {

    static Row of(ResultSet row, int n) throws SQLException {
      return new Row(
          JdbcActionItems.view(row, n),
          Track.valueOf(row.getString("track")),
          new PartyCode(row.getString("accountable")),
          row.getObject("moved_on", LocalDate.class),
          row.getInt("date_changes"));
    }

    CommitmentRef ref() {
      return view.item().ref();
    }
  }

  private record MinistryOf(CommitmentRef ref, MinistryCode ministry) {

    static MinistryOf of(ResultSet row) throws SQLException {
      return new MinistryOf(
          new CommitmentRef(row.getString("ref")), new MinistryCode(row.getString("ministry")));
    }
  }

  private record Report(ProgressStatus status, Instant at) {}

  private List<OpenItem> openItems(JdbcClient.StatementSpec statement) {
    List<Row> rows = statement.query(Row::of).list();
    String[] refs = rows.stream().map(row -> row.ref().value()).distinct().toArray(String[]::new);
    Map<CommitmentRef, List<MinistryCode>> ministries = ministries(refs);
    Map<CommitmentRef, Leads> leads = new HashMap<>();
    Map<MinistryOf, Report> reports = reports(refs);
    return rows.stream()
        .map(
            row -> {
              Report last = reports.get(new MinistryOf(row.ref(), row.view().item().ministry()));
              return new OpenItem(
                  row.view(),
                  row.track(),
                  row.view().priority(),
                  leads.computeIfAbsent(
                      row.ref(),
                      ref ->
                          Leads.of(
                              ministries.getOrDefault(ref, List.of()),
                              row.accountable(),
                              List.of())),
                  last == null ? null : last.status(),
                  last == null ? null : last.at(),
                  row.movedOn(),
                  row.dateChanges());
            })
        .toList();
  }

  /** The lead ministries of commitments. */
  private Map<CommitmentRef, List<MinistryCode>> ministries(String[] refs) {
    return jdbc
        .sql(
            """
            select l.ref, l.ministry
            from unnest(cast(:refs as varchar array)) as r (ref)
            join action_item_lead l on l.ref = r.ref
            """)
        .param("refs", refs)
        .query((row, n) -> MinistryOf.of(row))
        .stream()
        .collect(
            Collectors.groupingBy(
                MinistryOf::ref, Collectors.mapping(MinistryOf::ministry, Collectors.toList())));
  }

  /** The last report of each ministry. */
  private Map<MinistryOf, Report> reports(String[] refs) {
    Map<MinistryOf, Report> last = new HashMap<>();
    jdbc.sql(
            """
            select p.ref, p.ministry, p.status, p.reported_at
            from (select max(q.id) as id
                  from unnest(cast(:refs as varchar array)) as r (ref)
                  join action_item_report q on q.ref = r.ref
                  group by q.ref, q.ministry) m
            join action_item_report p on p.id = m.id
            """)
        .param("refs", refs)
        .query(
            row -> {
              last.put(
                  MinistryOf.of(row),
                  new Report(
                      ProgressStatus.valueOf(row.getString("status")),
                      row.getObject("reported_at", OffsetDateTime.class).toInstant()));
            });
    return last;
  }
}
