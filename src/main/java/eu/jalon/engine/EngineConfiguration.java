package eu.jalon.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.directory.Directory;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.engine.access.CurrentTaskRights;
import eu.jalon.engine.access.SignedInAuthenticationProvider;
import eu.jalon.engine.expression.GuardedExpressions;
import eu.jalon.engine.fault.FailedCommands;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.engine.process.ModelBeans;
import eu.jalon.engine.task.ActionItemParseListener;
import eu.jalon.engine.task.ActionItemSession;
import eu.jalon.engine.tasklist.EngineErrorFilter;
import eu.jalon.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** How the engine is set up: after Flyway, with our listeners, on our clock, behind our login. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /** Runs before the engine looks at the schema, so that Flyway finds an empty one. */
  @Bean
  @DependsOnDatabaseInitialization
  static ProcessEnginePlugin actionItemPlugin(
      ObjectProvider<ActionItemRecorder> ledger,
      ObjectProvider<RequestRecorder> requests,
      ObjectProvider<ProcessVariables> facts,
      WorkingDays calendar,
      Clock clock) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
        configuration.setExpressionManager(
            new GuardedExpressions(new ModelBeans(ledger, requests, facts, clock).all()));
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new FailedCommands()));
        configuration.getCustomPostBPMNParseListeners().add(new ActionItemParseListener());
        configuration.setResourceAuthorizationProvider(new CurrentTaskRights());
        configuration.setCustomSessionFactories(
            List.of(new ActionItemSession.Factory(ledger, facts, calendar, clock)));
      }
    };
  }

  /** The web apps trust the login that is in front of them. */
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

  /** Behind the login, whose language the person has. */
  @Bean
  FilterRegistrationBean<EngineErrorFilter> engineAnswers(
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
