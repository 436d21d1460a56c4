package eu.jalon.benchmark;

import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.PersonId;
import eu.jalon.transition.MeetingMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moving a summit with many open tasks, against one {@code setDueDate} per transaction (on some of
 * them, counted up to all) and against bare set-based SQL on the same tables.
 */
final class MeetingMoveBenchmark {

  private static final int ROUNDS = 3;
  private static final int ENTERED_AT_ONCE = 5000;
  private static final int SINGLY = 2000;

  /** Beside the themes of the other rows. */
  private static final int FIRST_THEME = 60;

  private MeetingMoveBenchmark() {}

  static List<Ratio> measure(int tasks) {
    try (ConfigurableApplicationContext application = EntryBenchmark.application()) {
      return measure(application, tasks);
    }
  }

  static List<Ratio> measure(ConfigurableApplicationContext application, int tasks) {
    List<Double> ours = new ArrayList<>();
    List<Double> singly = new ArrayList<>();
    List<Double> sql = new ArrayList<>();
    enter(application, tasks / 2);
    MeetingMove move = application.getBean(MeetingMove.class);
    Meetings summits = application.getBean(Meetings.class);
    Person by = application.getBean(Directory.class).person(new PersonId("coord-be")).orElseThrow();
    LocalDate date = summits.next(Meetings.DEFAULT_SERIES).flatMap(Meeting::heldOn).orElseThrow();
    Meeting before = summits.next(Meetings.DEFAULT_SERIES).orElseThrow();
    move.move(before.id(), date.plusDays(7), before.version(), null, by);
    setBased(application, 0);
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate to = date.plusDays(14L * (round + 1));
      Meeting summit = summits.next(Meetings.DEFAULT_SERIES).orElseThrow();
      ours.add(
          EntryBenchmark.seconds(() -> move.move(summit.id(), to, summit.version(), null, by)));
      int days = round % 2 == 0 ? 1 : -1;
      sql.add(EntryBenchmark.seconds(() -> setBased(application, days)));
      singly.add(EntryBenchmark.seconds(() -> singly(application)) * tasks / SINGLY);
    }
    return List.of(
        new Ratio("moving a summit, " + tasks + " tasks", "s", ours, sql, "set-based SQL", "≤ 3"),
        new Ratio("the same", "s", ours, singly, "one setDueDate per transaction", "≤ 0.1"));
  }

  private static void enter(ConfigurableApplicationContext application, int commitments) {
    CommitmentEntry register = application.getBean(CommitmentEntry.class);
    Meetings summits = application.getBean(Meetings.class);
    int theme = FIRST_THEME;
    for (int left = commitments; left > 0; left -= ENTERED_AT_ONCE) {
      register.enter(
          EntryBenchmark.batch(summits, theme++, Math.min(left, ENTERED_AT_ONCE)),
          new PersonId("coord-be"));
    }
  }

  private static void setBased(ConfigurableApplicationContext application, int days) {
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    application
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              for (String statement : STATEMENTS) {
                jdbc.sql(statement.replace(":days", String.valueOf(days))).update();
              }
            });
  }

  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into commitment_change (ref, what, old_value, new_value, changed_at, changed_by)
          select ref, 'DUE_DATE', cast(due_on as varchar), cast(due_on + (:days) as varchar),
                 now(), 'coord-be'
          from commitment where status = 'IN_PROGRESS' and deadline_rule like 'S-%'
          """,
          """
          update commitment set due_on = due_on + (:days), version = version + 1
          where status = 'IN_PROGRESS' and deadline_rule like 'S-%'
          """,
          """
          update action_item i
          set due_on = i.due_on + (:days), on_time_until = least(i.due_on + (:days), c.due_on)
          from commitment c
          where c.ref = i.ref and i.status = 'OPEN' and c.deadline_rule like 'S-%'
          """,
          """
          update act_ru_task t
          set due_date_ = t.due_date_ + (:days) * interval '1 day', rev_ = t.rev_ + 1
          from action_item i join commitment c on c.ref = i.ref
          where i.id = t.id_ and i.status = 'OPEN' and c.deadline_rule like 'S-%'
          """,
          """
          update act_hi_taskinst t
          set due_date_ = t.due_date_ + (:days) * interval '1 day'
          from action_item i join commitment c on c.ref = i.ref
          where i.id = t.id_ and i.status = 'OPEN' and c.deadline_rule like 'S-%'
          """);

  private static void singly(ConfigurableApplicationContext application) {
    TaskService tasks = application.getBean(TaskService.class);
    for (Task task : tasks.createTaskQuery().listPage(0, SINGLY)) {
      tasks.setDueDate(task.getId(), Date.from(Instant.now()));
    }
  }
}
