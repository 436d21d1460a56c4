package eu.jalon.commitment;

import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.paging.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Commitments as a list that is filtered and searched. PostgreSQL looks words up in an index; H2,
 * whose registers are small, reads them all and finds the same.
 */
@Repository
class JdbcCommitmentList {

  /** Among so many that are found, the first of a page are soon met in the list's own order. */
  private static final int MANY = 10_000;

  private static final int START = 1000;

  private final JdbcClient jdbc;
  private final JdbcCommitments commitments;
  private final boolean indexed;

  JdbcCommitmentList(
      JdbcClient jdbc, JdbcCommitments commitments, NamedParameterJdbcOperations database) {
    this.jdbc = jdbc;
    this.commitments = commitments;
    this.indexed = "PostgreSQL".equals(product(database));
  }

  private static String product(NamedParameterJdbcOperations database) {
    String name =
        database
            .getJdbcOperations()
            .execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName());
    return String.valueOf(name);
  }

  /**
   * One page.
   *
   * @param most where the counting ends
   */
  Page<Commitment> page(
      CommitmentFilter filter, Viewer viewer, LocalDate today, Page.Request at, int most) {
    CommitmentCriteria counted = where(filter, viewer, today, CommitmentCriteria.Words.INDEXED);
    long total =
        jdbc.sql(
                "select count(*) from (select c.ref from commitment c "
                    + counted.sql()
                    + " limit :most) counted")
            .params(counted.parameters())
            .param("most", most)
            .query(Long.class)
            .single();
    if (total == 0) {
      return Page.of(List.of(), at, 0);
    }
    CommitmentCriteria where = where(filter, viewer, today, best(total, filter.sort(), at));
    Map<String, Object> parameters = new LinkedHashMap<>(where.parameters());
    parameters.put("size", at.size());
    parameters.put("offset", at.offset());
    return Page.of(
        commitments.rows(
            JdbcCommitments.SELECT
                + " where c.ref in (select c.ref from commitment c "
                + where.sql()
                + orderBy(filter.sort())
                + " limit :size offset :offset)"
                + orderBy(filter.sort()),
            parameters),
        at,
        total);
  }

  /** The start of a list in the order of its index is met one by one, if many are found. */
  private static CommitmentCriteria.Words best(
      long total, CommitmentFilter.Sort sort, Page.Request at) {
    if (total <= MANY) {
      return CommitmentCriteria.Words.INDEXED_FIRST;
    }
    return sort == CommitmentFilter.Sort.REF && at.offset() < START
        ? CommitmentCriteria.Words.ONE_BY_ONE
        : CommitmentCriteria.Words.INDEXED;
  }

  private CommitmentCriteria where(
      CommitmentFilter filter, Viewer viewer, LocalDate today, CommitmentCriteria.Words onAnIndex) {
    return new CommitmentCriteria()
        .matching(filter, today, indexed ? onAnIndex : CommitmentCriteria.Words.READ)
        .visibleTo(viewer);
  }

  private static String orderBy(CommitmentFilter.Sort sort) {
    return switch (sort) {
      case REF -> " order by c.meeting_id desc, c.theme, c.position";
      case DUE_ON -> " order by c.due_on nulls last, c.ref";
      case DUE_ON_LATEST -> " order by c.due_on desc nulls last, c.ref";
      case STATUS -> " order by c.status, c.health, c.ref";
    };
  }

  Map<CommitmentRef, Instant> lastReports(List<CommitmentRef> of) {
    Map<CommitmentRef, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select ref, max(reported_at) as reported_at
            from progress_report
            where ref in (:refs)
            group by ref
            """)
        .param("refs", of.stream().map(CommitmentRef::value).toList())
        .query(
            (RowCallbackHandler)
                row ->
                    last.put(
                        new CommitmentRef(row.getString("ref")),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()));
    return last;
  }
}
