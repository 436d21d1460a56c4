package eu.jalon.overview.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Queries overdue items in groups, with one statement for the groups and one for a page of items.
 */
@Repository
class JdbcOverdue {

  private static final String ITEMS = " from overview_item i ";
  private static final String THEME =
      " join overview_theme t on t.meeting_id = i.meeting_id and t.number = i.theme ";

  private final JdbcClient jdbc;

  JdbcOverdue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Overdue.Group> groups(Viewer viewer, OverdueFilter filter, Overdue.By by, LocalDate today) {
    CommitmentCriteria where = where(viewer, filter, today);
    return jdbc.sql(
            "select g.grp, count(*) as items, min(g.since) as oldest from (select"
                + " i.on_time_until as since, "
                + key(by)
                + " as grp "
                + ITEMS
                + where.sql()
                + ") g group by g.grp order by oldest, g.grp")
        .params(parameters(where, by, today))
        .query(
            (row, n) ->
                new Overdue.Group(
                    row.getString("grp"),
                    row.getInt("items"),
                    new DueDate(row.getObject("oldest", LocalDate.class)).overdueDays(today)))
        .list();
  }

  /**
   * Returns a range of the items of some groups, sorted by group and due date; titles are joined
   * after the limit, so that only narrow rows are sorted.
   */
  List<ActionItemView> items(
      Viewer viewer,
      OverdueFilter filter,
      Overdue.By by,
      Collection<String> groups,
      LocalDate today,
      int size,
      long offset) {
    CommitmentCriteria where = where(viewer, filter, today);
    Map<String, Object> parameters = parameters(where, by, today);
    parameters.put("groups", groups);
    parameters.put("size", size);
    parameters.put("offset", offset);
    return jdbc.sql(
            JdbcActionItems.COLUMNS
                + "from (select g.*, min(g.since) over (partition by g.grp) as worst"
                + " from (select i.id as item, i.ref as of_ref, i.on_time_until as since, "
                + key(by)
                + " as grp "
                + ITEMS
                + where.sql()
                + ") g where g.grp in (:groups) order by worst, g.grp, g.since, g.of_ref, g.item"
                + " limit :size offset :offset) p join overview_item i on i.id = p.item"
                + " join overview_commitment c on c.ref = i.ref"
                + THEME
                + " order by p.worst, p.grp, p.since, p.of_ref, p.item")
        .params(parameters)
        .query(JdbcActionItems::view)
        .list();
  }

  List<Theme> themes(Viewer viewer, LocalDate today) {
    CommitmentCriteria where = where(viewer, OverdueFilter.none(), today);
    return jdbc.sql(
            "select i.meeting_id, i.theme, t.theme_title from (select distinct i.meeting_id,"
                + " i.theme"
                + ITEMS
                + where.sql()
                + ") i"
                + THEME
                + " order by t.held_on desc nulls first, i.meeting_id, i.theme")
        .params(where.parameters())
        .query((row, n) -> CommitmentRows.theme(row))
        .list();
  }

  private static CommitmentCriteria where(Viewer viewer, OverdueFilter filter, LocalDate today) {
    OverdueAge age = filter.age();
    CommitmentCriteria where =
        new CommitmentCriteria()
            .and(JdbcActionItems.OVERDUE, "today", today)
            .and("i.on_time_until < :before", "before", age == null ? null : age.dueBefore(today))
            .and("i.on_time_until >= :from", "from", age == null ? null : age.dueFrom(today))
            .and("i.ministry = :ministry", "ministry", code(filter.ministry()))
            .and("i.theme = :theme", "theme", filter.theme());
    if (filter.party() != null) {
      where.and("i.ministry like :party", "party", filter.party() + "-%");
    }
    return where
        .and(
            "i.meeting_id = :meeting",
            "meeting",
            filter.meeting() == null ? null : filter.meeting().value())
        .inSeriesOf(viewer, "i");
  }

  private static @Nullable String code(@Nullable MinistryCode ministry) {
    return ministry == null ? null : ministry.value();
  }

  private static String key(Overdue.By by) {
    return switch (by) {
      case MINISTRY -> "i.ministry";
      case THEME -> "i.meeting_id || '-' || cast(i.theme as varchar)";
      case PARTY -> "substring(i.ministry, 1, position('-' in i.ministry) - 1)";
      case AGE ->
          """
          case when i.on_time_until < cast(:sixty as date) then 'OVER_SIXTY'
               when i.on_time_until < cast(:thirty as date) then 'OVER_THIRTY'
               when i.on_time_until < cast(:fourteen as date) then 'OVER_FOURTEEN'
               else 'RECENT' end
          """;
    };
  }

  private static Map<String, Object> parameters(
      CommitmentCriteria where, Overdue.By by, LocalDate today) {
    Map<String, Object> parameters = new LinkedHashMap<>(where.parameters());
    if (by == Overdue.By.AGE) {
      parameters.put("sixty", OverdueAge.OVER_SIXTY.dueBefore(today));
      parameters.put("thirty", OverdueAge.OVER_THIRTY.dueBefore(today));
      parameters.put("fourteen", OverdueAge.OVER_FOURTEEN.dueBefore(today));
    }
    return parameters;
  }
}
