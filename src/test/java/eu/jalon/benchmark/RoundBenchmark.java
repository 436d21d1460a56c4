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
    List<Double> ours = new ArrayList<>();
    List<Double> triggers = new ArrayList<>();
    List<Double> firing = new ArrayList<>();
    List<Double> timers = new ArrayList<>();
    try (ConfigurableApplicationContext application = ManyItemsApplication.application()) {
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      ManyItemsApplication.fill(jdbc, items, PEOPLE);
      ReminderRound round = application.getBean(ReminderRound.class);
      plan(round, jdbc, items);
      TriggerPerTask quartz = new TriggerPerTask(application);
      TimerPerTask engine = new TimerPerTask(application);
      for (int n = 0; n < ROUNDS; n++) {
        ours.add(items / plan(round, jdbc, items));
        TriggerPerTask.Seconds seconds = quartz.run(SINGLY);
        triggers.add(SINGLY / (seconds.scheduling() + seconds.firing()));
        firing.add(SINGLY / seconds.firing());
        timers.add(SINGLY / engine.run(SINGLY));
      }
    }
    String what = "planning " + items + " items for " + PEOPLE + " people";
    return List.of(
        new Ratio(what, "per second", ours, triggers, "one Quartz trigger per task", "≥ 50"),
        new Ratio("the same", "per second", ours, firing, "triggers, firing alone", "–"),
        new Ratio(
            "the same", "per second", ours, timers, "one BPMN timer per task, firing", "≥ 50"));
  }

  private static double plan(ReminderRound round, JdbcClient jdbc, int items) {
    ManyItemsApplication.forget(jdbc);
    RoundResult[] report = new RoundResult[1];
    double seconds = EntryBenchmark.seconds(() -> report[0] = round.run(TODAY, false));
    if (report[0].reminders() < items || report[0].emails() < PEOPLE) {
      throw new IllegalStateException("Not everybody was planned for: " + report[0]);
    }
    return seconds;
  }
}
