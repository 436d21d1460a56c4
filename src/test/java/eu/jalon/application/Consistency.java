package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the tables of the engine and those of the register agree. */
final class Consistency {

  /** SQL that counts each kind of disagreement. */
  private static final Map<String, String> WRONG =
      Map.of(
          "open items without a task",
          """
          select count(*) from action_item i
          where i.status = 'OPEN'
            and not exists (select 1 from ACT_RU_TASK t where t.ID_ = i.id)
          """,
          "tasks without an open item",
          """
          select count(*) from ACT_RU_TASK t
          where not exists
            (select 1 from action_item i where i.id = t.ID_ and i.status = 'OPEN')
          """,
          "tasks of another ministry than the item's",
          """
          select count(*) from ACT_RU_IDENTITYLINK l
          join action_item i on i.id = l.TASK_ID_
          where l.TYPE_ = 'candidate' and l.GROUP_ID_ <> i.ministry
          """,
          "rights of another ministry than the item's",
          """
          select count(*) from ACT_RU_AUTHORIZATION a
          join action_item i on i.id = a.RESOURCE_ID_
          where a.RESOURCE_TYPE_ = 7 and (a.GROUP_ID_ is null or a.GROUP_ID_ <> i.ministry)
          """,
          "another assignee than the item's",
          """
          select count(*) from ACT_RU_TASK t
          join action_item i on i.id = t.ID_
          where coalesce(t.ASSIGNEE_, '-') <> coalesce(i.assignee, '-')
          """,
          "commitments in progress without a process, or closed with one",
          """
          select count(*) from commitment c
          left join ACT_RU_EXECUTION e
            on e.BUSINESS_KEY_ = c.ref and e.PARENT_ID_ is null and e.SUPER_EXEC_ is null
          where (c.status = 'IN_PROGRESS' and e.ID_ is null)
             or (c.status <> 'IN_PROGRESS' and e.ID_ is not null)
          """,
          "items taken in charge twice",
          """
          select count(*) from
            (select ref, old_value from commitment_change where what = 'TAKEN_IN_CHARGE'
             group by ref, old_value having count(*) > 1) as twice
          """,
          "commitments withdrawn twice without being reopened",
          """
          select count(*) from
            (select ref from commitment_change where what in ('WITHDRAWN', 'REOPENED')
             group by ref
             having sum(case what when 'WITHDRAWN' then 1 else -1 end) > 1) as twice
          """,
          "commitments in progress at a meeting that was held",
          """
          select count(*) from commitment c
          join meeting m on m.id = c.due_meeting_id
          where m.status = 'HELD' and c.status = 'IN_PROGRESS'
          """,
          "requests that are neither decided nor waiting",
          """
          select count(*) from commitment_request r
          join commitment c on c.ref = r.ref
          where r.status = 'GRANTED' and c.status = 'IN_PROGRESS'
          """);

  private Consistency() {}

  static void assertConsistent(JdbcClient jdbc) {
    WRONG.forEach(
        (what, sql) -> assertThat(jdbc.sql(sql).query(Long.class).single()).as(what).isZero());
  }
}
