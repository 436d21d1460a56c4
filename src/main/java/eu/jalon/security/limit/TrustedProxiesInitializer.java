package eu.jalon.security.limit;

import eu.jalon.shared.InvalidSettingException;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Fails the start if forwarded headers such as {@code X-Forwarded-For} are used without naming the
 * trusted proxies: by default Tomcat trusts all private addresses, so that any client in such a
 * network could forge its address.
 */
public final class TrustedProxiesInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String STRATEGY = "server.forward-headers-strategy";
  private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    check(context.getEnvironment());
  }

  static void check(Environment environment) {
    Binder settings = Binder.get(environment);
    ForwardHeadersStrategy strategy =
        settings.bind(STRATEGY, ForwardHeadersStrategy.class).orElse(ForwardHeadersStrategy.NONE);
    String proxies = settings.bind(PROXIES, String.class).orElse("");
    if (strategy == ForwardHeadersStrategy.FRAMEWORK) {
      throw new InvalidSettingException(
          STRATEGY + " is framework, which trusts every sender: set it to native.");
    }
    if (strategy == ForwardHeadersStrategy.NATIVE && proxies.isBlank()) {
      throw new InvalidSettingException(
          "Set "
              + PROXIES
              + " to a regular expression of the addresses of the reverse proxies in front of this"
              + " server, for example 192\\.0\\.2\\.10.");
    }
  }
}
