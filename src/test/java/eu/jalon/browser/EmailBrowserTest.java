package eu.jalon.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What starts with an e-mail over SMTP, whose links lead to the running application. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:email;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
abstract class EmailBrowserTest extends BrowserTest {

  /** The mail server of all classes of a JVM; it ends with the JVM. */
  static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    int port = freePort();
    if (!MAIL.isRunning()) {
      MAIL.start();
    }
    properties.add("server.port", () -> port);
    properties.add("jalon.base-url", () -> "http://127.0.0.1:" + port);
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
