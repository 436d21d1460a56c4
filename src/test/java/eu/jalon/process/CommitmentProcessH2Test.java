package eu.jalon.process;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:life;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class CommitmentProcessH2Test extends CommitmentProcessTest {}
