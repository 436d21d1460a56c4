package eu.jalon.security.session;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps sessions in the database with Spring Session. The names of the cookie and its attributes,
 * and the time after which an unused session ends, are those of {@code server.servlet.session}.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

  @Bean
  RequestCachingSessionRepository<? extends Session> sessionRepository(
      JdbcTemplate jdbc,
      JdbcSessionQueries queries,
      ServerProperties server,
      PlatformTransactionManager transactions) {
    // Each statement commits by itself, also within the transaction of a form that is rolled back:
    // the page that follows says why the form was refused.
    TransactionTemplate apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, apart);
    sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
    sessions.setConversionService(SessionValues.conversion());
    // The retention job deletes sessions that have expired; they are refused before.
    sessions.setCleanupCron(Scheduled.CRON_DISABLED);
    sessions.setCreateSessionAttributeQuery(queries.insertOrUpdateAttribute());
    return new RequestCachingSessionRepository<>(sessions);
  }

  @Bean
  FilterRegistrationBean<SessionOfRequestFilter> sessionOfRequest(
      RequestCachingSessionRepository<?> sessions) {
    FilterRegistrationBean<SessionOfRequestFilter> registration =
        new FilterRegistrationBean<>(new SessionOfRequestFilter(sessions));
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return registration;
  }

  @Bean
  FilterRegistrationBean<DatabaseAwaySessionFilter> databaseAwaySession(
      RequestCachingSessionRepository<?> sessions) {
    FilterRegistrationBean<DatabaseAwaySessionFilter> registration =
        new FilterRegistrationBean<>(new DatabaseAwaySessionFilter(sessions));
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
    return registration;
  }
}
