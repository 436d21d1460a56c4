package eu.jalon.life;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:life;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class WholeLifeH2Test extends WholeLifeTest {}
