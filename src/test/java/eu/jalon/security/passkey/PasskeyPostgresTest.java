package eu.jalon.security.passkey;

import eu.jalon.DemoOnPostgres;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

@DemoOnPostgres
@Tag("isolated")
@TestPropertySource(properties = "jalon.base-url=" + PasskeyTest.ORIGIN)
class PasskeyPostgresTest extends PasskeyTest {}
