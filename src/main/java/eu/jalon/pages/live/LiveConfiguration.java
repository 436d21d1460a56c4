package eu.jalon.pages.live;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

  @Bean
  LiveHub live(LiveMark marks, LiveProperties settings) {
    return new LiveHub(marks::read, settings);
  }
}
