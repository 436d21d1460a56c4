package eu.jalon;

import eu.jalon.application.OpenApiConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The application with the sample register on H2, at 07:05 on 1 March 2027 and without its
 * schedule. It starts once for all classes with this annotation in a JVM, so that a test works on
 * entries that no other test changes.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128",
      "springdoc.api-docs.enabled=true",
      "springdoc.api-docs.path=/api/docs/code",
      "management.prometheus.metrics.export.enabled=true",
      "jalon.metrics.token=" + DemoOnH2.METRICS_TOKEN,
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@AutoConfigureMockMvc
@Import(OpenApiConfiguration.class)
@ActiveProfiles("demo")
@TestExecutionListeners(
    listeners = SampleDatabase.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Tag("integration")
public @interface DemoOnH2 {

  String METRICS_TOKEN = "a-token-of-thirty-two-characters";
}
