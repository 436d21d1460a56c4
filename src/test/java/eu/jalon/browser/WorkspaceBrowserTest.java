package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The pages of coordinators; none may report an error in the console of the browser. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:workspace;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.mail.folder=target/workspace-mail",
      "jalon.clock.start=2027-03-01T07:05"
    })
abstract class WorkspaceBrowserTest extends BrowserTest {

  @AfterEach
  void noErrors() {
    assertThat(browser().errors()).isEmpty();
  }
}
