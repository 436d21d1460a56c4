package eu.jalon.security.limit;

import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
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
      throw new UntrustedProxiesException(
          STRATEGY + " is framework, which trusts every sender: set it to native.");
    }
    if (strategy == ForwardHeadersStrategy.NATIVE && proxies.isBlank()) {
      throw new UntrustedProxiesException(
          "Set "
              + PROXIES
              + " to a regular expression of the addresses of the reverse proxies in front of this"
              + " server, for example 192\\.0\\.2\\.10.");
    }
  }

  /** Forwarded headers are used, but no trusted proxy is configured. */
  static final class UntrustedProxiesException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UntrustedProxiesException(String message) {
      super(message);
    }
  }

  /** Reports the message without a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<UntrustedProxiesException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UntrustedProxiesException cause) {
      return new FailureAnalysis(cause.getMessage(), null, cause);
    }
  }
}
