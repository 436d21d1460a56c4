package eu.jalon.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Registers the filter that checks idempotency keys and the processor that adds them to forms. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  /** Registers the filter after the security filters, which authenticate the user. */
  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(
      JdbcIdempotencyKeys keys,
      TransactionOperations transaction,
      MessageSource messages,
      LocaleResolver locales,
      ObjectMapper json,
      Clock clock) {
    FilterRegistrationBean<IdempotencyFilter> registration =
        new FilterRegistrationBean<>(
            new IdempotencyFilter(keys, transaction, messages, locales, json, clock));
    registration.setOrder(120);
    return registration;
  }

  /** Adds a key to every form that has a CSRF token. */
  @Bean
  static BeanPostProcessor formKeys() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor fields ? new FormKeys(fields) : bean;
      }
    };
  }
}
