package eu.jalon.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import eu.jalon.JalonApplication;
import eu.jalon.PostgresServer;
import eu.jalon.TestParties;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.engine.process.ModelBeans;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Entering and starting commitments, against a bare loop that starts the same model with the same
 * variables on an engine without our listeners, on the same PostgreSQL.
 */
final class EntryBenchmark {

  private static final int ROUNDS = 3;
  private static final int WARM_UP = 200;
  private static final int PER_THEME = 9999;
  private static final MeetingId SUMMIT = new MeetingId("VD2018");

  private EntryBenchmark() {}

  static Ratio measure(int items) {
    try (ConfigurableApplicationContext application = application()) {
      return measure(application, items);
    }
  }

  static Ratio measure(ConfigurableApplicationContext application, int items) {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (BareEngine bareEngine = new BareEngine(application)) {
      ProcessEngine engine = bareEngine.engine();
      CommitmentEntry register = application.getBean(CommitmentEntry.class);
      Meetings summits = application.getBean(Meetings.class);
      int first = Math.min(items, WARM_UP);
      enter(register, batch(summits, 1, first));
      startBare(engine, first);
      for (int round = 0; round < ROUNDS; round++) {
        List<NewCommitment> batch = batch(summits, 10 + round * 10, items);
        ours.add(items / seconds(() -> enter(register, batch)));
        bare.add(items / seconds(() -> startBare(engine, items)));
      }
    }
    return new Ratio(
        "entering and starting",
        "per second",
        ours,
        bare,
        "bare startProcessInstanceByKey",
        "≥ 0.8");
  }

  private static void enter(CommitmentEntry register, List<NewCommitment> batch) {
    register.enter(batch, new PersonId("coord-be"));
  }

  static List<NewCommitment> batch(Meetings summits, int firstTheme, int items) {
    List<NewCommitment> batch = new ArrayList<>(items);
    for (int i = 0; i < items; i++) {
      int theme = firstTheme + i / PER_THEME;
      int position = i % PER_THEME + 1;
      if (position == 1) {
        summits.add(new Theme(SUMMIT, theme, Texts.text("Thème " + theme, "Thema " + theme)));
      }
      batch.add(
          new NewCommitment(
              CommitmentRef.of(SUMMIT, theme, position),
              Texts.text("Tenir la réunion " + i, "Vergadering " + i + " houden"),
              null,
              Track.STANDING_COOPERATION,
              TestParties.leads(
                  new MinistryCode("BE-IBZ"),
                  new MinistryCode("FR-INT"),
                  TestParties.BE,
                  List.of()),
              DeadlineRule.parse("S-30"),
              null,
              null));
    }
    return batch;
  }

  private static void startBare(ProcessEngine engine, int items) {
    Leads leads =
        TestParties.leads(
            new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"), TestParties.BE, List.of());
    for (int i = 0; i < items; i++) {
      engine
          .getRuntimeService()
          .startProcessInstanceByKey(
              "commitmentFollowUp",
              "VD2018-1.01",
              ProcessVariables.variables(
                  new CommitmentProcesses.Start(
                      new CommitmentRef("VD2018-1.01"),
                      "Tenir la réunion " + i,
                      Track.STANDING_COOPERATION,
                      leads)));
    }
  }

  /** An engine with the beans that the model names, and nothing else of the application. */
  private record BareEngine(ProcessEngine engine) implements AutoCloseable {

    BareEngine(ConfigurableApplicationContext application) {
      this(started(application));
    }

    private static ProcessEngine started(ConfigurableApplicationContext application) {
      var configuration = new StandaloneProcessEngineConfiguration();
      configuration.setProcessEngineName("bare");
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(PostgresServer.newDatabase());
      pool.setUsername("postgres");
      pool.setPassword("postgres");
      configuration.setDataSource(pool);
      configuration.setDatabaseSchemaUpdate("true");
      configuration.setHistory("full");
      configuration.setJobExecutorActivate(false);
      configuration.setAuthorizationEnabled(true);
      configuration.setBeans(
          new ModelBeans(
                  application.getBeanProvider(ActionItemRecorder.class),
                  application.getBeanProvider(RequestRecorder.class),
                  application.getBeanProvider(ProcessVariables.class))
              .all());
      ProcessEngine engine = configuration.buildProcessEngine();
      engine
          .getRepositoryService()
          .createDeployment()
          .addClasspathResource("processes/commitment-follow-up.bpmn")
          .deploy();
      return engine;
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  static ConfigurableApplicationContext application() {
    return SpringApplication.run(
        JalonApplication.class,
        "--spring.profiles.active=demo",
        "--server.port=0",
        "--jalon.schedule.enabled=false",
        "--jalon.mail.folder=target/bench/mail",
        "--spring.datasource.url=" + PostgresServer.newDatabase(),
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=postgres",
        "--spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
            + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
  }

  static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
