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
    SearchText.Query words = SearchText.query(filter.text());
    // What the words are found by has the reference's columns, so that hits are sorted without the
    // commitments themselves.
    String ref = words.isEmpty() ? "c" : "s";
    CommitmentCriteria where =
        new CommitmentCriteria()
            .containing(words, indexed)
            .matching(filter, today)
            .visibleTo(viewer, ref);
    String all =
        (words.isEmpty()
                ? " from commitment c"
                : " from commitment_search s left join commitment c on c.ref = s.ref")
            + where.sql();
    // What needs other tables is done once on PostgreSQL, for the page and for the number of hits.
    // H2 answers a WITH query from the values of an earlier call.
    boolean once =
        indexed && (!words.isEmpty() || filter.ministry() != null || viewer.only().isPresent());
    String with =
        once ? "with found as (select " + sortedBy(filter.sort().column(), ref) + all + ") " : "";
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

  /**
   * The reference, and the columns that a list is sorted by.
   *
   * @param ref the alias of the table with the columns of the reference
   */
  private static String sortedBy(CommitmentFilter.Column column, String ref) {
    String columns =
        switch (column) {
          case REF, THEME -> ", %1$s.meeting_id, %1$s.theme, %1$s.position".formatted(ref);
          case DUE_ON -> ", c.due_on";
          case STATUS -> ", c.status, c.health";
          case TITLE -> ", c.title";
          case TRACK -> ", c.track";
          case LEADS -> ", c.accountable";
          case RULE -> ", c.deadline_rule";
          case SLIPS -> ", c.slips";
          case PRIORITY -> ", c.priority";
          case ASSOCIATED, REPORTED -> "";
        };
    return ref + ".ref" + columns;
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
