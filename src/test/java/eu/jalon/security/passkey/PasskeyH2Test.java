package eu.jalon.security.passkey;

import eu.jalon.DemoOnH2;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

@DemoOnH2
@Tag("isolated")
@TestPropertySource(
    properties = {
      "jalon.base-url=" + PasskeyTest.ORIGIN,
      "spring.datasource.url=jdbc:h2:mem:passkeys;DB_CLOSE_DELAY=-1"
    })
class PasskeyH2Test extends PasskeyTest {}
