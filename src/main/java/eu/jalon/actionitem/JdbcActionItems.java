package eu.jalon.actionitem;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcActionItems {

  public static final String COLUMNS =
      """
      select i.id, i.ref, i.step, i.ministry, i.due_on, i.assignee, i.status, i.created_at,
             i.handed_over_at,
             i.closed_at, i.closed_by, c.meeting_id, c.theme, c.title, c.health, c.priority,
             c.restricted, c.due_on as deadline, theme_title
      """;

  /**
   * The condition on open items {@code i} that are overdue on the day {@code :today}, as {@link
   * ActionItem#overdueDays} defines it.
   */
  public static final String OVERDUE = "i.status = 'OPEN' and i.on_time_until < :today";

  private static final String FROM =
      """
      from action_item i
      join action_item_commitment c on c.ref = i.ref
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcActionItems(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  public void insert(Collection<OpenedItem> items) {
    batches.batchUpdate(
        """
        insert into action_item
          (id, ref, step, ministry, due_on, due_offset, assignee, status, created_at,
           meeting_id, theme, on_time_until)
        values
          (:id, :ref, :step, :ministry, :dueOn, :offset, :assignee, :status, :at, :meeting,
           (select c.theme from action_item_commitment c where c.ref = :ref),
           (select least(cast(:dueOn as date), c.due_on)
            from action_item_commitment c where c.ref = :ref))
        """,
        items.stream()
            .map(opened -> row(opened.item()).addValue("offset", opened.offset().toString()))
            .toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource row(ActionItem item) {
    return new MapSqlParameterSource("id", item.id())
        .addValue("ref", item.ref().value())
        .addValue("meeting", item.ref().meeting().value())
        .addValue("step", item.step().key())
        .addValue("ministry", item.ministry().value())
        .addValue("dueOn", item.dueOn().map(DueDate::day).orElse(null))
        .addValue("assignee", value(item.assignee()))
        .addValue("status", item.status().name())
        .addValue("at", JdbcCommitments.utc(item.createdAt()));
  }

  /** Returns the number of open items of a ministry. */
  public int countOpen(MinistryCode ministry) {
    return jdbc.sql(
            "select count(*) from action_item where ministry = :ministry and status = 'OPEN'")
        .param("ministry", ministry.value())
        .query(Integer.class)
        .single();
  }

  /** Returns the number of open items that a person claimed. */
  public int countClaimed(PersonId person) {
    return jdbc.sql("select count(*) from action_item where assignee = :person and status = 'OPEN'")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  public int assign(String id, @Nullable PersonId assignee) {
    return jdbc.sql(
            "update action_item set assignee = :assignee where id = :id and status = 'OPEN'")
        .param("assignee", value(assignee))
        .param("id", id)
        .update();
  }

  public void migrate(Collection<MigratedItem> items) {
    batches.batchUpdate(
        // The day that a ministry promised does not follow from the model, nor does the first date.
        """
        update action_item
        set step = :step,
            due_offset = case
              when due_offset like '____-__-__' or due_offset like :dated then due_offset
              else :offset end
        where id = :id
        """,
        items.stream()
            .map(
                item ->
                    new MapSqlParameterSource("id", item.id())
                        .addValue("step", item.step().key())
                        .addValue("offset", item.offset().toString())
                        .addValue("dated", item.offset() + "=%"))
            .toArray(MapSqlParameterSource[]::new));
  }

  public int handOver(String id, MinistryCode to, Instant at) {
    return jdbc.sql(
            """
            update action_item
            set ministry = :to, assignee = null, handed_over_at = :at
            where id = :id and status = 'OPEN'
            """)
        .param("to", to.value())
        .param("at", JdbcCommitments.utc(at))
        .param("id", id)
        .update();
  }

  /**
   * Returns whether an item of a commitment was completed or claimed since it continues another.
   *
   * @param from the commitment that it continues, whose claims it took over
   */
  public boolean isTouched(CommitmentRef ref, CommitmentRef from) {
    return jdbc.sql(
                """
                select count(*)
                from action_item i
                where i.ref = :ref
                  and (i.status <> 'OPEN'
                    or (i.assignee is not null and not exists
                      (select 1 from action_item f
                       where f.ref = :from and f.step = i.step and f.ministry = i.ministry
                         and f.assignee = i.assignee)))
                """)
            .param("ref", ref.value())
            .param("from", from.value())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Gives an item the day of opening, and what its due date follows from, of a former one. */
  public void continueFrom(String id, String former) {
    jdbc.sql(
            """
            update action_item
            set created_at = (select f.created_at from action_item f where f.id = :former),
                handed_over_at = (select f.handed_over_at from action_item f where f.id = :former),
                due_offset = (select f.due_offset from action_item f where f.id = :former),
                date_changes = (select f.date_changes from action_item f where f.id = :former)
            where id = :id
            """)
        .param("former", former)
        .param("id", id)
        .update();
  }

  /** Sets the day on which an item is due, whatever its commitment's deadline. */
  public void setDay(String id, LocalDate day) {
    jdbc.sql("update action_item set due_offset = :offset where id = :id")
        .param("offset", DueOffset.on(day).toString())
        .param("id", id)
        .update();
  }

  /** Deletes an item that was never shown. */
  public void delete(String id) {
    jdbc.sql("delete from action_item where id = :id").param("id", id).update();
  }

  public int close(String id, ActionItem.Status status, Instant at, @Nullable PersonId by) {
    return jdbc.sql(
            """
            update action_item
            set status = :status, closed_at = :at, closed_by = :by
            where id = :id and status = 'OPEN'
            """)
        .param("status", status.name())
        .param("at", JdbcCommitments.utc(at))
        .param("by", value(by))
        .param("id", id)
        .update();
  }

  public Optional<ActionItemView> find(String id, Viewer viewer) {
    CommitmentCriteria where =
        new CommitmentCriteria().and("i.id = :id", "id", id).visibleTo(viewer);
    return jdbc.sql(COLUMNS + FROM + where.sql())
        .params(where.parameters())
        .query(JdbcActionItems::view)
        .optional();
  }

  List<ActionItemView> views(Collection<String> ids, Viewer viewer) {
    CommitmentCriteria where =
        new CommitmentCriteria().and("i.id in (:ids)", "ids", ids).visibleTo(viewer);
    return jdbc.sql(COLUMNS + FROM + where.sql())
        .params(where.parameters())
        .query(JdbcActionItems::view)
        .list();
  }

  /**
   * Returns a page of open action items; the viewer's ministry, if any, restricts them to its own.
   */
  Page<ActionItemView> page(
      ActionItemFilter filter, Viewer viewer, LocalDate today, Page.Request at) {
    CommitmentCriteria where = open(filter, viewer, today);
    boolean countItemsOnly =
        filter.meeting() == null
            && filter.theme() == null
            && filter.text() == null
            && filter.health() == null
            && filter.priority() == null
            && viewer.series().isEmpty();
    String counted =
        "select count(*) " + (countItemsOnly ? "from action_item i " : FROM) + where.sql();
    return CommitmentRows.page(
        jdbc.sql(
                COLUMNS
                    + ", ("
                    + counted
                    + ") as total "
                    + FROM
                    + where.sql()
                    + orderBy(filter.sort())
                    + " limit :size offset :offset")
            .params(where.parameters())
            .param("size", at.size())
            .param("offset", at.offset()),
        JdbcActionItems::view,
        at,
        () -> jdbc.sql(counted).params(where.parameters()).query(Long.class).single());
  }

  /** Returns the open items of a ministry that are one step of one of the commitments. */
  List<ActionItemView> open(Step step, MinistryCode ministry, Collection<CommitmentRef> refs) {
    return jdbc.sql(
            COLUMNS
                + FROM
                + """
                 where i.ref = any(:refs) and i.step = :step and i.ministry = :ministry
                   and i.status = 'OPEN'
                """)
        .param("refs", refs.stream().map(CommitmentRef::value).toArray(String[]::new))
        .param("step", step.key())
        .param("ministry", ministry.value())
        .query(JdbcActionItems::view)
        .list();
  }

  /** Returns all action items of a commitment, including closed ones, oldest first. */
  public List<ActionItemView> of(CommitmentRef ref) {
    return jdbc.sql(COLUMNS + FROM + " where i.ref = :ref order by i.created_at, i.id")
        .param("ref", ref.value())
        .query(JdbcActionItems::view)
        .list();
  }

  /**
   * Returns the action items of a commitment as {@link #of} does, and those that were completed
   * under its earlier references.
   */
  List<ActionItemView> withEarlier(CommitmentRef ref) {
    return jdbc.sql(
            COLUMNS
                + FROM
                + """
                 where i.ref in (select e.earlier from action_item_earlier e where e.ref = :ref
                                 union all
                                 select cast(:ref as varchar))
                   and (i.status = 'DONE' or i.ref = :ref)
                 order by i.created_at, i.id
                """)
        .param("ref", ref.value())
        .query(JdbcActionItems::view)
        .list();
  }

  Set<String> done(Collection<String> ids) {
    return new HashSet<>(
        jdbc.sql("select id from action_item where id in (:ids) and status = 'DONE'")
            .param("ids", ids)
            .query(String.class)
            .list());
  }

  /** Returns the number of overdue items of each ministry, highest first. */
  List<MinistryOverdue> overdueByMinistry(LocalDate today, Viewer viewer) {
    CommitmentCriteria where =
        new CommitmentCriteria().and(OVERDUE, "today", today).inSeriesOf(viewer, "i");
    return jdbc.sql(
            """
            select i.ministry,
                   sum(case when i.on_time_until >= :fourteen then i.n else 0 end) as recent,
                   sum(case when i.on_time_until < :fourteen and i.on_time_until >= :thirty
                       then i.n else 0 end) as over_fourteen,
                   sum(case when i.on_time_until < :thirty and i.on_time_until >= :sixty
                       then i.n else 0 end) as over_thirty,
                   sum(case when i.on_time_until < :sixty then i.n else 0 end) as over_sixty,
                   min(i.on_time_until) as oldest
            from (select i.on_time_until, i.ministry, count(*) as n
                  from action_item i%s
                  group by i.on_time_until, i.ministry) i
            group by i.ministry order by sum(i.n) desc, i.ministry
            """
                .formatted(where.sql()))
        .params(where.parameters())
        .param("fourteen", today.minusDays(14))
        .param("thirty", today.minusDays(30))
        .param("sixty", today.minusDays(60))
        .query(
            (row, n) ->
                new MinistryOverdue(
                    new MinistryCode(row.getString("ministry")),
                    row.getInt("recent"),
                    row.getInt("over_fourteen"),
                    row.getInt("over_thirty"),
                    row.getInt("over_sixty"),
                    new DueDate(row.getObject("oldest", LocalDate.class)).overdueDays(today)))
        .list();
  }

  private static CommitmentCriteria open(ActionItemFilter filter, Viewer viewer, LocalDate today) {
    CommitmentCriteria where = new CommitmentCriteria().and("i.status = 'OPEN'");
    where.and(
        "i.ministry = :viewer", "viewer", viewer.only().map(MinistryCode::value).orElse(null));
    where.inSeriesOf(viewer);
    where.and("i.ministry = :ministry", "ministry", text(filter.ministry()));
    where.and("i.assignee = :assignee", "assignee", text(filter.assignee()));
    if (filter.overdue()) {
      where.and(OVERDUE, "today", today);
    }
    where.and("i.due_on >= :dueFrom", "dueFrom", filter.dueFrom());
    where.and("i.due_on <= :dueUntil", "dueUntil", filter.dueUntil());
    where.and("c.health = :health", "health", text(filter.health()));
    where.and("c.priority = :priority", "priority", text(filter.priority()));
    where.and("c.meeting_id = :meeting", "meeting", text(filter.meeting()));
    where.and("c.theme = :theme", "theme", filter.theme());
    where.and("i.ref = :ref", "ref", text(filter.ref()));
    return where.containing(filter.text());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String orderBy(ActionItemFilter.Sort sort) {
    String column =
        switch (sort.column()) {
          case DUE_ON -> "i.due_on";
          case REF -> "i.ref";
          case TITLE -> "c.title";
          case STEP -> "i.step";
          case MINISTRY -> "i.ministry";
          case ASSIGNEE -> "i.assignee";
          case HEALTH -> "c.health";
          case PRIORITY -> "c.priority";
        };
    return " order by "
        + column
        + (sort.descending() ? " desc" : "")
        + " nulls last, i.due_on nulls last, i.ref, i.id";
  }

  private static @Nullable String value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  public static ActionItemView view(ResultSet row, int n) throws SQLException {
    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
    LocalDate deadline = row.getObject("deadline", LocalDate.class);
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    OffsetDateTime handedOverAt = row.getObject("handed_over_at", OffsetDateTime.class);
    ActionItem item =
        new ActionItem(
            row.getString("id"),
            new CommitmentRef(row.getString("ref")),
            Step.of(row.getString("step")),
            new MinistryCode(row.getString("ministry")),
            dueOn == null ? null : new DueDate(dueOn),
            person(row.getString("assignee")),
            ActionItem.Status.valueOf(row.getString("status")),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            closedAt == null ? null : closedAt.toInstant(),
            person(row.getString("closed_by")),
            handedOverAt == null ? null : handedOverAt.toInstant());
    return new ActionItemView(
        item,
        CommitmentRows.title(row),
        CommitmentRows.theme(row),
        Health.valueOf(row.getString("health")),
        Priority.valueOf(row.getString("priority")),
        deadline == null ? null : new DueDate(deadline),
        row.getBoolean("restricted"));
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  /** The ministries that have open action items, in the order of their codes. */
  List<MinistryCode> openMinistries() {
    return jdbc.sql(
            """
            select distinct ministry from action_item where status = 'OPEN' order by ministry
            """)
        .query((row, n) -> new MinistryCode(row.getString("ministry")))
        .list();
  }
}
