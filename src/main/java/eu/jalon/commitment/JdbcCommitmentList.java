package eu.jalon.commitment;

import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.paging.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Filters, searches and pages commitments. PostgreSQL uses a text index; H2, meant for small
 * registers, scans the search texts with the same result.
 */
@Repository
class JdbcCommitmentList {

  /** What lists are sorted by. */
  private static final String SORTED =
      """
      c.ref, c.meeting_id, c.theme, c.position, c.due_on, c.status, c.health, c.title, c.track,
      c.accountable, c.deadline_rule, c.slips, c.priority
      """;

  private final JdbcClient jdbc;
  private final boolean indexed;

  JdbcCommitmentList(JdbcClient jdbc, NamedParameterJdbcOperations database) {
    this.jdbc = jdbc;
    this.indexed = "PostgreSQL".equals(databaseProduct(database));
  }

  private static String databaseProduct(NamedParameterJdbcOperations database) {
    String name =
        database
            .getJdbcOperations()
            .execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName());
    return String.valueOf(name);
  }

  /**
   * Returns one page.
   *
   * @param most the number at which counting stops
   */
  Page<Commitment> page(
      CommitmentFilter filter, Viewer viewer, LocalDate today, Page.Request at, int most) {
    CommitmentCriteria where =
        new CommitmentCriteria().matching(filter, today, indexed).visibleTo(viewer);
    String all = " from commitment c" + where.sql();
    // A search is done once: the planner, which cannot tell how many match, would do it twice.
    boolean once = indexed && filter.text() != null;
    String with = once ? "with found as materialized (select " + SORTED + all + ") " : "";
    String matching = once ? " from found c" : all;
    String counted = "(select count(*) from (select c.ref" + matching + " limit :most) counted)";
    return CommitmentRows.page(
        jdbc.sql(
                with
                    + JdbcCommitments.COLUMNS
                    + ", "
                    + counted
                    + " as total"
                    + JdbcCommitments.FROM
                    + " where c.ref in (select c.ref"
                    + matching
                    + orderBy(filter.sort())
                    + " limit :size offset :offset)"
                    + orderBy(filter.sort()))
            .params(where.parameters())
            .param("size", at.size())
            .param("offset", at.offset())
            .param("most", most),
        CommitmentRows::commitment,
        at,
        () ->
            jdbc.sql(with + "select " + counted)
                .params(where.parameters())
                .param("most", most)
                .query(Long.class)
                .single());
  }

  private static String orderBy(CommitmentFilter.Sort sort) {
    String direction = sort.descending() ? " desc" : "";
    return switch (sort.column()) {
      case REF ->
          sort.descending()
              ? " order by c.meeting_id, c.theme desc, c.position desc"
              : " order by c.meeting_id desc, c.theme, c.position";
      case DUE_ON -> " order by c.due_on" + direction + " nulls last, c.ref";
      case STATUS -> " order by c.status" + direction + ", c.health" + direction + ", c.ref";
      case TITLE -> " order by c.title" + direction + ", c.ref";
      case TRACK -> " order by c.track" + direction + ", c.ref";
      case THEME -> " order by c.meeting_id" + direction + ", c.theme" + direction + ", c.position";
      case LEADS ->
          """
           order by (select l.ministry from commitment_lead l
                     where l.ref = c.ref and l.party = c.accountable)%s, c.ref
          """
              .formatted(direction);
      case ASSOCIATED ->
          """
           order by (select min(a.ministry) from commitment_associate a
                     where a.ref = c.ref)%s nulls last, c.ref
          """
              .formatted(direction);
      case RULE -> " order by c.deadline_rule" + direction + ", c.ref";
      case SLIPS -> " order by c.slips" + direction + ", c.ref";
      case PRIORITY -> " order by c.priority" + direction + ", c.ref";
      case REPORTED ->
          """
           order by (select max(p.reported_at) from progress_report p
                     where p.ref = c.ref)%s nulls last, c.ref
          """
              .formatted(direction);
    };
  }

  Map<CommitmentRef, Instant> lastReports(List<CommitmentRef> refs) {
    Map<CommitmentRef, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select ref, max(reported_at) as reported_at
            from progress_report
            where ref in (:refs)
            group by ref
            """)
        .param("refs", refs.stream().map(CommitmentRef::value).toList())
        .query(
            (RowCallbackHandler)
                row ->
                    last.put(
                        new CommitmentRef(row.getString("ref")),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()));
    return last;
  }
}
