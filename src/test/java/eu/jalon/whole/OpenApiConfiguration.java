package eu.jalon.whole;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/** How the API describes itself in the file {@code static/api/openapi.json}. */
@TestConfiguration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI contract() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(eu.jalon.directory.Person.class);
    return new OpenAPI()
        .info(
            new Info()
                .title("Jalon")
                .version("1")
                .description(
                    "Commitments of joint declarations, their action items, deadlines and"
                        + " reminders. Errors are RFC 9457 problems in the caller's language.")
                .license(new License().name("EUPL-1.2")))
        .addServersItem(new Server().url("/"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }

  /** Names that say what is done to what, and stay when a method is added. */
  @Bean
  OperationCustomizer operationNames() {
    return (operation, method) -> {
      String resource = method.getBeanType().getSimpleName().replace("Api", "");
      return operation.operationId(
          StringUtils.uncapitalize(resource) + "." + method.getMethod().getName());
    };
  }
}
