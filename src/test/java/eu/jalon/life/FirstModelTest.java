package eu.jalon.life;

import static eu.jalon.register.Step.FINAL_EVALUATION;
import static eu.jalon.register.Step.VALIDATE;
import static eu.jalon.shared.Country.BE;
import static eu.jalon.shared.Country.FR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.register.ActionItem;
import eu.jalon.register.CommitmentActs;
import eu.jalon.register.CommitmentStatus;
import eu.jalon.register.Step;
import eu.jalon.shared.CommitmentRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A register that the first release made, with its first model, is opened by this one: the sample
 * of 23 November 2026, one commitment waiting for the other side, one for a validation.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"jalon.schedule.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@Import({FirstModelTest.Time.class, Life.class})
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class FirstModelTest {

  private static final CommitmentRef ONE_SIDE_DONE = new CommitmentRef("VD2023-2.07");
  private static final CommitmentRef TO_VALIDATE = new CommitmentRef("VD2023-2.08");

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    @Primary
    TestClock standingClock() {
      return TestClock.at("2026-11-24T09:00");
    }
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) throws SQLException {
    String url = "jdbc:h2:mem:first;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    try (Connection connection = DriverManager.getConnection(url, "jalon", "");
        Statement statement = connection.createStatement()) {
      statement.execute("runscript from 'classpath:first-model/register.sql.gz' compression gzip");
    }
    properties.add("spring.datasource.url", () -> url);
  }

  @Autowired private Life life;
  @Autowired private CommitmentActs acts;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcClient jdbc;

  @Test
  void runningInstancesGoOnOnTheNewModel() {
    String newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("commitmentFollowUp")
            .latestVersion()
            .singleResult()
            .getId();
    long running =
        runtime.createProcessInstanceQuery().processDefinitionKey("commitmentFollowUp").count();
    assertThat(running).isGreaterThan(50);
    assertThat(runtime.createProcessInstanceQuery().processDefinitionId(newest).count())
        .isEqualTo(running);
    assertThat(
            count(
                "select count(*) from action_item where status = 'OPEN' and step = 'reportProgress'"))
        .isZero();
    assertThat(
            count("select count(*) from action_item where status = 'OPEN' and due_offset is null"))
        .isZero();

    life.fulfil(ONE_SIDE_DONE, FR, Map.of());
    assertThat(life.status(ONE_SIDE_DONE)).isEqualTo(CommitmentStatus.FULFILLED);
    assertThat(life.done(ONE_SIDE_DONE, BE)).contains(Step.REPORT_PROGRESS, VALIDATE);
    assertThat(life.done(ONE_SIDE_DONE, FR)).contains(FINAL_EVALUATION, VALIDATE);

    assertThat(life.open(TO_VALIDATE, FR)).extracting(ActionItem::step).containsExactly(VALIDATE);
    life.fulfil(TO_VALIDATE, FR, Map.of());
    acts.withdraw(TO_VALIDATE, "Sans objet désormais.", life.person("coord-be"));
    assertThat(life.open(TO_VALIDATE, BE)).isEmpty();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
