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

/** Where keys are asked for and where they are given out. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  /** Behind the security filters, which say whose request it is. */
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

  /** Every form that gets a CSRF token gets a key too. */
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
