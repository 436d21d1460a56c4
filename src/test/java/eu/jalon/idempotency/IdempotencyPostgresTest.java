package eu.jalon.idempotency;

import eu.jalon.PostgresServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
          + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
class IdempotencyPostgresTest extends IdempotencyTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", PostgresServer::newDatabase);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }
}
