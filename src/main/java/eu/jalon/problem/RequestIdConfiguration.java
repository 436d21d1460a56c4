package eu.jalon.problem;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds {@link RequestIdValve} to the web server. */
@Configuration(proxyBeanMethods = false)
class RequestIdConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestIds() {
    return server -> server.addEngineValves(new RequestIdValve());
  }
}
