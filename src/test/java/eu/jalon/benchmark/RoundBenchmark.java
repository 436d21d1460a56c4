package eu.jalon.benchmark;

import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.round.ReminderRound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Planning a round, from the sheet to the emails in the mail queue, against one Quartz trigger for
 * each task and one BPMN timer for each task; both only fire and write one row, on some of the
 * tasks.
 */
final class RoundBenchmark {

  private static final int ROUNDS = 3;
  private static final int PEOPLE = 2000;
  private static final int SINGLY = 2000;
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 2);

  private RoundBenchmark() {}

  static List<Ratio> measure(int items) throws Exception {
    try (ConfigurableApplicationContext application = ManyItemsApplication.application()) {
      ManyItemsApplication.fill(application.getBean(JdbcClient.class), items, PEOPLE);
      return measure(application, items, PEOPLE, SINGLY);
    }
  }

  /** Measures in an application that has so many items and people, and so many tasks one by one. */
  static List<Ratio> measure(
      ConfigurableApplicationContext application, int items, int people, int singly)
      throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> triggers = new ArrayList<>();
    List<Double> firing = new ArrayList<>();
    List<Double> timers = new ArrayList<>();
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    ReminderRound round = application.getBean(ReminderRound.class);
    plan(round, jdbc, items, people);
    TriggerPerTask quartz = new TriggerPerTask(application);
    TimerPerTask engine = new TimerPerTask(application);
    for (int n = 0; n < ROUNDS; n++) {
      ours.add(items / plan(round, jdbc, items, people));
      TriggerPerTask.Seconds seconds = quartz.run(singly);
      triggers.add(singly / (seconds.scheduling() + seconds.firing()));
      firing.add(singly / seconds.firing());
      timers.add(singly / engine.run(singly));
    }
    String what = "planning " + items + " items for " + people + " people";
    return List.of(
        new Ratio(what, "per second", ours, triggers, "one Quartz trigger per task", "≥ 50"),
        new Ratio("the same", "per second", ours, firing, "triggers, firing alone", "–"),
        new Ratio(
            "the same", "per second", ours, timers, "one BPMN timer per task, firing", "≥ 50"));
  }

  private static double plan(ReminderRound round, JdbcClient jdbc, int items, int people) {
    ManyItemsApplication.forget(jdbc);
    RoundResult[] report = new RoundResult[1];
    double seconds = EntryBenchmark.seconds(() -> report[0] = round.run(TODAY, false));
    if (report[0].reminders() < items || report[0].emails() < people) {
      throw new IllegalStateException("Not everybody was planned for: " + report[0]);
    }
    return seconds;
  }
}
