package eu.jalon.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.directory.Directory;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.engine.access.CandidateGroupAuthorizationProvider;
import eu.jalon.engine.access.SeriesTenants;
import eu.jalon.engine.access.SignedInAuthenticationProvider;
import eu.jalon.engine.expression.RestrictedExpressionManager;
import eu.jalon.engine.fault.FailedCommandInterceptor;
import eu.jalon.engine.job.StandbyJobAcquisition;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.engine.process.ModelBeans;
import eu.jalon.engine.task.ActionItemParseListener;
import eu.jalon.engine.task.ActionItemSession;
import eu.jalon.engine.tasklist.EngineErrorFilter;
import eu.jalon.engine.tasklist.WebAppNonceFilter;
import eu.jalon.operation.standby.Standby;
import eu.jalon.problem.Problems;
import eu.jalon.shared.OffsetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Configures the process engine: listeners, expressions, authorizations, clock, and the filters in
 * front of its web apps.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /**
   * Depends on the database initialization, so that Flyway migrates the schema before the engine
   * creates its tables.
   */
  @Bean
  @DependsOnDatabaseInitialization
  static ProcessEnginePlugin jalonEnginePlugin(
      ObjectProvider<ActionItemRecorder> recorder,
      ObjectProvider<RequestRecorder> requests,
      ObjectProvider<ProcessVariables> variables,
      WorkingDays calendar,
      Clock clock) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        setTime(clock);
        if (clock instanceof OffsetClock changing) {
          changing.onChange(() -> setTime(clock));
        }
        configuration.setExpressionManager(
            new RestrictedExpressionManager(new ModelBeans(recorder, requests, variables).all()));
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(
            List.of(new FailedCommandInterceptor()));
        configuration.getCustomPostBPMNParseListeners().add(new ActionItemParseListener());
        configuration.setResourceAuthorizationProvider(new CandidateGroupAuthorizationProvider());
        configuration.setTenantIdProvider(new SeriesTenants());
        configuration.setCustomSessionFactories(
            List.of(new ActionItemSession.Factory(recorder, variables, calendar, clock)));
      }
    };
  }

  /** Timers are left to other nodes while this one stands aside. */
  @Bean
  static ProcessEnginePlugin jobsOnStandby(Standby standby) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void postInit(ProcessEngineConfigurationImpl configuration) {
        JobExecutor executor = configuration.getJobExecutor();
        executor.setAcquireJobsCmdFactory(
            new StandbyJobAcquisition(executor, () -> standby.reason().isPresent()));
      }
    };
  }

  /** The engine has a clock of its own, one for each JVM. */
  private static void setTime(Clock clock) {
    ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
  }

  /** The web apps take the user from Spring Security's authentication. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppAuthentication() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    registration.addInitParameter(
        "authentication-provider", SignedInAuthenticationProvider.class.getName());
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(200);
    return registration;
  }

  /** Ordered before the web apps' own filters, which write the page. */
  @Bean
  FilterRegistrationBean<WebAppNonceFilter> webAppNonce() {
    FilterRegistrationBean<WebAppNonceFilter> registration =
        new FilterRegistrationBean<>(new WebAppNonceFilter());
    registration.addUrlPatterns("/camunda/app/*");
    registration.setOrder(160);
    return registration;
  }

  /** Ordered after Spring Security, because the error text is in the signed-in user's language. */
  @Bean
  FilterRegistrationBean<EngineErrorFilter> engineErrors(
      ObjectProvider<ActionItems> items,
      ObjectProvider<Directory> directory,
      Problems problems,
      LocaleResolver locales,
      ObjectMapper json) {
    FilterRegistrationBean<EngineErrorFilter> registration =
        new FilterRegistrationBean<>(
            new EngineErrorFilter(items, directory, problems, locales, json));
    registration.addUrlPatterns("/camunda/api/engine/*");
    registration.setOrder(150);
    return registration;
  }
}
