package eu.jalon.process;

import eu.jalon.PostgresServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties =
        "spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
            + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate")
class CarryOverPostgresTest extends CarryOverTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", PostgresServer::newDatabase);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }
}
