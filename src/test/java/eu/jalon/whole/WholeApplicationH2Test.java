package eu.jalon.whole;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:whole;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T06:59"
    })
class WholeApplicationH2Test extends WholeApplicationTest {}
