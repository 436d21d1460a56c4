package eu.jalon.security.configuration;

import eu.jalon.directory.Today;
import eu.jalon.security.PersonArgumentResolver;
import eu.jalon.security.access.EngineExpressionFilter;
import eu.jalon.security.access.JsonLimits;
import eu.jalon.security.login.PersonLocaleResolver;
import java.util.List;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.xml.MappingJackson2XmlHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring MVC: the signed-in user and their locale, static resources, JSON limits. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  WebMvcConfigurer personArguments(PersonArgumentResolver signedIn) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedIn);
      }

      /** Removes XML, whose parser is on the class path only for holiday calendars. */
      @Override
      public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(MappingJackson2XmlHttpMessageConverter.class::isInstance);
      }

      /** Webjars have URLs without a version; browsers revalidate them. */
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/webjars/**")
            .addResourceLocations("classpath:/META-INF/resources/webjars/")
            .setCacheControl(CacheControl.noCache())
            .resourceChain(true);
      }

      @Override
      public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/api/docs", "/api/docs/index.html");
      }
    };
  }

  @Bean
  LocaleResolver localeResolver(PersonArgumentResolver signedIn, Today today) {
    return new PersonLocaleResolver(signedIn, today);
  }

  @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
  FlashMapManager flashMapManager() {
    return new SingleUseFlashMapManager();
  }

  /** Applies {@link JsonLimits} to the bodies of API requests. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer boundedJson() {
    return json ->
        json.postConfigurer(
            mapper -> mapper.getFactory().setStreamReadConstraints(JsonLimits.CONSTRAINTS));
  }

  /** Registered in the security filter chain only. */
  @Bean
  FilterRegistrationBean<EngineExpressionFilter> expressionFilterInChainOnly(
      EngineExpressionFilter filter) {
    FilterRegistrationBean<EngineExpressionFilter> registration =
        new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }
}
