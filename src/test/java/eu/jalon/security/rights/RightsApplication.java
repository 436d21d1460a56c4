package eu.jalon.security.rights;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The application with the sample register, for tests that add {@link OtherSeries}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128",
      "springdoc.api-docs.enabled=false",
      "jalon.demo.example-series=false",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ActiveProfiles("demo")
@Tag("integration")
@Tag("isolated")
@interface RightsApplication {}
