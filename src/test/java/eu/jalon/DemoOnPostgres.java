package eu.jalon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The same application as {@link DemoOnH2} on PostgreSQL, shared in the same way. The tag {@code
 * postgres} makes the build run its classes one after the other.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
          + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ContextConfiguration(initializers = PostgresDataSource.class)
@ActiveProfiles("demo")
@TestExecutionListeners(
    listeners = SampleDatabase.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Tag("integration")
@Tag("postgres")
public @interface DemoOnPostgres {}
