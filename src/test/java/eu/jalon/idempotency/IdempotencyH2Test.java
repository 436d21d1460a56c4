package eu.jalon.idempotency;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:idempotency;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
class IdempotencyH2Test extends IdempotencyTest {}
