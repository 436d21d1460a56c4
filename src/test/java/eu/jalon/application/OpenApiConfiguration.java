package eu.jalon.application;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** How the API describes itself in the file {@code static/api/openapi.json}. */
@TestConfiguration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  private static final Set<String> NARROWED =
      Set.of("CommitmentsApi", "ActionItemsApi", "MeetingsApi", "EmailsApi");

  @Bean
  OpenAPI contract() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(eu.jalon.directory.Person.class)
        .replaceWithClass(MinistryCode.class, String.class)
        .replaceWithClass(PersonId.class, String.class)
        .replaceWithClass(MeetingId.class, String.class)
        .replaceWithClass(CommitmentRef.class, String.class);
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
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                    "bearer",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .addSecurityItem(new SecurityRequirement().addList("basic"))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }

  /** What is written straight to the caller says its type by its mapping only. */
  @Bean
  OperationCustomizer streamedAnswers() {
    return (operation, method) -> {
      GetMapping mapping = method.getMethodAnnotation(GetMapping.class);
      if (mapping != null && mapping.produces().length == 1 && method.isVoid()) {
        operation
            .getResponses()
            .get("200")
            .content(
                new Content()
                    .addMediaType(
                        mapping.produces()[0], new MediaType().schema(new StringSchema())));
      }
      return operation;
    };
  }

  /** Lists that each caller can narrow to one series. */
  @Bean
  OperationCustomizer seriesOfLists() {
    return (operation, method) -> {
      GetMapping mapping = method.getMethodAnnotation(GetMapping.class);
      boolean list =
          mapping != null
              && mapping.value().length + mapping.path().length == 0
              && NARROWED.contains(method.getBeanType().getSimpleName());
      if (list) {
        operation.addParametersItem(
            new QueryParameter()
                .name("series")
                .required(false)
                .description("the id of a series of the caller's party; absent for all")
                .schema(new StringSchema()));
      }
      return operation;
    };
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
