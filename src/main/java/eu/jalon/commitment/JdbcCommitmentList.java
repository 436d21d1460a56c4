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
import java.util.function.LongSupplier;
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

  /** From so many hits for each row of a page on, the hits are not collected and sorted. */
  private static final int FREQUENT = 100;

  private final JdbcClient jdbc;
  private final boolean indexed;

  JdbcCommitmentList(JdbcClient jdbc, NamedParameterJdbcOperations database) {
    this.jdbc = jdbc;
    this.indexed =
        Boolean.TRUE.equals(
            database
                .getJdbcOperations()
                .execute(
                    (ConnectionCallback<Boolean>)
                        connection ->
                            "PostgreSQL"
                                .equals(connection.getMetaData().getDatabaseProductName())));
  }

  /**
   * Returns one page.
   *
   * @param most the number at which counting stops
   */
  Page<Commitment> page(
      CommitmentFilter filter, Viewer viewer, LocalDate today, Page.Request at, int most) {
    SearchText.Query words = SearchText.query(filter.text());
    Hits hits = words.isEmpty() ? Hits.ALL : Hits.BY_WORD;
    CommitmentCriteria where = where(words, hits, filter, viewer, today);
    String counted =
        "(select count(*) from (select 1" + hits.from + where.sql() + " limit :most) n)";
    Map<String, Object> parameters = new HashMap<>(where.parameters());
    parameters.put("most", most);
    LongSupplier count =
        () -> jdbc.sql("select " + counted).params(parameters).query(Long.class).single();
    String total = counted;
    if (!words.isEmpty()) {
      long found = count.getAsLong();
      total = "cast(:found as bigint)";
      parameters.put("found", found);
      if (filter.sort().column() == CommitmentFilter.Column.REF
          && found > FREQUENT * (at.offset() + at.size())) {
        hits = Hits.IN_ORDER;
        where = where(words, hits, filter, viewer, today);
        parameters.putAll(where.parameters());
      }
    }
    return CommitmentRows.page(
        jdbc.sql(
                JdbcCommitments.COLUMNS
                    + ", "
                    + total
                    + " as total"
                    + JdbcCommitments.FROM
                    + " where c.ref in (select "
                    + hits.ordered
                    + ".ref"
                    + hits.from
                    + where.sql()
                    + orderBy(filter.sort(), hits.ordered)
                    + " limit :size offset :offset)"
                    + orderBy(filter.sort(), "c"))
            .params(parameters)
            .param("size", at.size())
            .param("offset", at.offset()),
        CommitmentRows::commitment,
        at,
        count);
  }

  private CommitmentCriteria where(
      SearchText.Query words, Hits hits, CommitmentFilter filter, Viewer viewer, LocalDate today) {
    return new CommitmentCriteria()
        .containing(words, indexed && hits == Hits.BY_WORD)
        .matching(filter, today)
        .visibleTo(viewer, hits.ordered);
  }

  /** Where the commitments of a page are looked for. */
  private enum Hits {
    ALL(" from commitment c", "c"),

    /** In the index of words: search texts have the columns that references are sorted by. */
    BY_WORD(" from commitment_search s left join commitment c on c.ref = s.ref", "s"),

    /**
     * In the default order of the list, because the first that contain frequent words come soon.
     */
    IN_ORDER(" from commitment c join commitment_search s on s.ref = c.ref", "c");

    private final String from;
    private final String ordered;

    Hits(String from, String ordered) {
      this.from = from;
      this.ordered = ordered;
    }
  }

  /**
   * @param of the alias of a table with the columns of the reference
   */
  private static String orderBy(CommitmentFilter.Sort sort, String of) {
    String direction = sort.descending() ? " desc" : "";
    return switch (sort.column()) {
      case REF ->
          (sort.descending()
                  ? " order by %1$s.meeting_id, %1$s.theme desc, %1$s.position desc"
                  : " order by %1$s.meeting_id desc, %1$s.theme, %1$s.position")
              .formatted(of);
      case DUE_ON -> " order by c.due_on" + direction + " nulls last, c.ref";
      case STATUS -> " order by c.status" + direction + ", c.health" + direction + ", c.ref";
      case TITLE -> " order by c.title" + direction + ", c.ref";
      case TRACK -> " order by c.track" + direction + ", c.ref";
      case THEME ->
          " order by %1$s.meeting_id%2$s, %1$s.theme%2$s, %1$s.position".formatted(of, direction);
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
