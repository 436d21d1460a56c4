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
 * Spring Boot's client registrations, each discovered when it is first used and not at start (the
 * default), so that an issuer that is down stops neither the application nor sign-in at the others.
 * One request per issuer is under way at a time, and nobody waits for it longer than five seconds.
 */
@Component
class LazyClientRegistrationRepository implements ClientRegistrationRepository {

  private static final Logger log = LoggerFactory.getLogger(LazyClientRegistrationRepository.class);
  private static final long PATIENCE_SECONDS = 5;

  private final OAuth2ClientProperties clients;
  private final AsyncTaskExecutor executor;
  private final Map<String, CompletableFuture<ClientRegistration>> discovered =
      new ConcurrentHashMap<>();

  /**
   * Asks no issuer yet.
   *
   * @param issuers not used, but it completes the properties first
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
   * The issuer as it describes itself, or nothing where none has this id.
   *
   * @throws OidcRefusedException where it does not answer
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!clients.getRegistration().containsKey(id)) {
      return null;
    }
    CompletableFuture<ClientRegistration> asked = discovered.computeIfAbsent(id, this::discover);
    try {
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      discovered.remove(id, asked);
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

  private static OidcRefusedException unavailable(String id, @Nullable Throwable why) {
    log.warn("The issuer of {} cannot be used for sign-in", id, why);
    return new OidcRefusedException(OidcRefusedException.Reason.UNAVAILABLE, null);
  }
}
