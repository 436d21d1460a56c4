package eu.jalon.process;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:carry;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class CarryOverH2Test extends CarryOverTest {}
