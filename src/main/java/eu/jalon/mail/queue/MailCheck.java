package eu.jalon.mail.queue;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.SettingCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;

/** Checks the sender, and that a server answers where the relay should be. */
@EnableConfigurationProperties(MailProperties.class)
class MailCheck implements SettingCheck {

  private static final int SMTP_PORT = 25;
  private static final int TIMEOUT_MILLIS = 5000;

  private final MailProperties properties;
  private final Environment environment;

  MailCheck(MailProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public String check() {
    String from = new MailConfiguration().mailSettings(properties).from().value();
    String host = environment.getProperty("spring.mail.host", "");
    if (host.isBlank()) {
      return "spring.mail.host is not set: e-mails go to the folder " + properties.folder();
    }
    int port = environment.getProperty("spring.mail.port", Integer.class, SMTP_PORT);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
    } catch (IOException silent) {
      throw new InvalidSettingException(
          "spring.mail.host is %s, where no relay answers at port %d: start it, or correct spring.mail.host and spring.mail.port."
              .formatted(host, port),
          silent);
    }
    return "spring.mail.host: %s answers, e-mails come from %s".formatted(host, from);
  }
}
