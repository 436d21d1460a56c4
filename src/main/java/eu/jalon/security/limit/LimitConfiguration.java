package eu.jalon.security.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Registers the limit filters: {@link PathFilter} before all others, two in the security filter
 * chain only.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

  @Bean
  FilterRegistrationBean<PathFilter> pathFilter() {
    FilterRegistrationBean<PathFilter> registration =
        new FilterRegistrationBean<>(new PathFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<RequestBodyFilter> bodiesInChainOnly(RequestBodyFilter filter) {
    FilterRegistrationBean<RequestBodyFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  FilterRegistrationBean<CallLimitFilter> callsInChainOnly(CallLimitFilter filter) {
    FilterRegistrationBean<CallLimitFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }
}
