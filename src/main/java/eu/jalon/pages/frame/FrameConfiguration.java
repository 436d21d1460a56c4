package eu.jalon.pages.frame;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Registers what changes the links and forms of all pages. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration {

  @Bean
  static BeanPostProcessor seriesOfLinks() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor fields ? new SeriesOfLinks(fields) : bean;
      }
    };
  }
}
