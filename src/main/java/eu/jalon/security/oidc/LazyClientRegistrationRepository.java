package eu.jalon.security.oidc;

import eu.jalon.security.login.OidcRefusedException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Spring Boot's client registrations, discovered on first use instead of at startup, so that an
 * unavailable issuer prevents neither the start nor sign-in at other issuers. There is one request
 * per issuer at a time, and callers wait at most five seconds.
 */
@Component
class LazyClientRegistrationRepository implements ClientRegistrationRepository {

  private static final Logger log = LoggerFactory.getLogger(LazyClientRegistrationRepository.class);
  private static final long TIMEOUT_SECONDS = 5;

  private final OAuth2ClientProperties clients;
  private final AsyncTaskExecutor executor;
  private final Map<String, CompletableFuture<ClientRegistration>> discovered =
      new ConcurrentHashMap<>();

  /**
   * @param issuers not used; declared because it completes the properties first
   */
  LazyClientRegistrationRepository(
      OAuth2ClientProperties clients,
      OidcIssuers issuers,
      @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME)
          AsyncTaskExecutor executor) {
    this.clients = clients;
    this.executor = executor;
  }

  /**
   * The registration from the issuer's metadata; null for an unknown id.
   *
   * @throws OidcRefusedException if the issuer does not respond
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!clients.getRegistration().containsKey(id)) {
      return null;
    }
    CompletableFuture<ClientRegistration> registration =
        discovered.computeIfAbsent(id, this::discover);
    try {
      return registration.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      discovered.remove(id, registration);
      throw unavailable(id, failed.getCause());
    } catch (TimeoutException late) {
      throw unavailable(id, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable(id, interrupted);
    }
  }

  private CompletableFuture<ClientRegistration> discover(String id) {
    OAuth2ClientProperties one = new OAuth2ClientProperties();
    one.getProvider().putAll(clients.getProvider());
    one.getRegistration().put(id, clients.getRegistration().get(id));
    return executor.submitCompletable(
        () ->
            Objects.requireNonNull(
                new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id)));
  }

  private static OidcRefusedException unavailable(String id, @Nullable Throwable cause) {
    log.warn("The issuer of {} is unavailable for sign-in", id, cause);
    return new OidcRefusedException(OidcRefusedException.Reason.UNAVAILABLE, null);
  }
}
