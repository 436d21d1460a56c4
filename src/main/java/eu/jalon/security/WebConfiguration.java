package eu.jalon.security;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every controller gets from the login: the person and his language. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  WebMvcConfigurer personArguments(SignedInPerson signedIn) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedIn);
      }
    };
  }

  @Bean
  LocaleResolver localeResolver(SignedInPerson signedIn) {
    return new PersonLocaleResolver(signedIn);
  }

  /** The guard stands in the security chain only. */
  @Bean
  FilterRegistrationBean<EngineApiGuard> guardInChainOnly(EngineApiGuard guard) {
    FilterRegistrationBean<EngineApiGuard> registration = new FilterRegistrationBean<>(guard);
    registration.setEnabled(false);
    return registration;
  }
}
