package eu.jalon.operation.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.JalonApplication;
import eu.jalon.operation.command.Commands;
import eu.jalon.schedule.NodeIdGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files by which Jalon is deployed and watched, held against each other and the code. */
class DeploymentFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final String LABEL = "app.kubernetes.io/name";

  /** One document of a file of Kubernetes. */
  record Manifest(JsonNode document) {

    String kind() {
      return document.path("kind").asText();
    }

    JsonNode spec() {
      return document.path("spec");
    }
  }

  @Test
  void theManifestsSelectThePodsOfTheDeployment() throws IOException {
    List<Manifest> all = manifests();
    assertThat(all)
        .extracting(Manifest::kind)
        .containsExactlyInAnyOrder("Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy");
    String name = one(all, "Deployment").at("/template/metadata/labels").path(LABEL).asText();

    assertThat(name).isEqualTo("jalon");
    for (String selector :
        List.of(
            one(all, "Deployment").at("/selector/matchLabels").path(LABEL).asText(),
            one(all, "Service").at("/selector").path(LABEL).asText(),
            one(all, "PodDisruptionBudget").at("/selector/matchLabels").path(LABEL).asText(),
            one(all, "NetworkPolicy").at("/podSelector/matchLabels").path(LABEL).asText())) {
      assertThat(selector).isEqualTo(name);
    }
  }

  @Test
  void requestsGoToAnyNodeAndNodesAreSpreadOverMachines() throws IOException {
    assertThat(one(manifests(), "Service").has("sessionAffinity")).isFalse();
    assertThat(
            one(manifests(), "Deployment")
                .at("/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels")
                .path(LABEL)
                .asText())
        .isEqualTo("jalon");
  }

  @Test
  void operator14_aNodeThatIsOutOfMemoryEnds() throws IOException {
    for (Path file :
        List.of(
            DOCKER.resolve("Dockerfile"),
            DOCKER.resolve("jalon.service"),
            Path.of("docs/operations.md"))) {
      assertThat(file).content(UTF_8).contains("-XX:+ExitOnOutOfMemoryError");
    }
  }

  @Test
  void operator14_aNodeNeedsNoHostNameAndKeepsFewIdleConnections() throws IOException {
    JsonNode settings = documents(Path.of("src/main/resources/application.yaml")).get(0);

    assertThat(
            settings
                .at("/spring/quartz/properties/org.quartz")
                .path("scheduler.instanceIdGenerator.class")
                .asText())
        .isEqualTo(NodeIdGenerator.class.getName());
    NodeIdGenerator names = new NodeIdGenerator();
    assertThat(names.generateInstanceId()).isNotEqualTo(names.generateInstanceId());
    assertThat(settings.at("/spring/datasource/hikari/minimum-idle").asInt()).isBetween(1, 2);
  }

  @Test
  void operator14_everyJarHasAnSbom() throws IOException {
    assertThat(Path.of("pom.xml"))
        .content(UTF_8)
        .containsPattern("<name>!sbom.skip</name>[\\s\\S]*<artifactId>cyclonedx-maven-plugin<");
    assertThat(Path.of(".github/workflows/release.yml"))
        .content(UTF_8)
        .contains("META-INF/sbom/application.cdx.json");
  }

  @Test
  void operator15_theGuideNamesFilesAndCommandsThatExist() throws IOException {
    String guide = Files.readString(Path.of("docs/operations.md"), UTF_8);

    assertThat(Pattern.compile("docker/(?!\\.env`|\\.env )[\\w./-]*\\w").matcher(guide).results())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(Path.of(name.group())).exists());
    ByteArrayOutputStream usage = new ByteArrayOutputStream();
    Commands.of(JalonApplication.class, new PrintStream(usage, true, UTF_8)).run("help");
    assertThat(Pattern.compile("(?m)^ +([a-z-]+) ").matcher(usage.toString(UTF_8)).results())
        .hasSize(4)
        .allSatisfy(command -> assertThat(guide).contains("-jar jalon.jar " + command.group(1)));
    assertThat(guide)
        .contains("PostgreSQL 14 or later", "pg_dump", "pg_restore", "## Upgrade", "RELEASE");
  }

  @Test
  void twoNodesRunWithoutPrivilegesAndWithProbes() throws IOException {
    JsonNode deployment = one(manifests(), "Deployment");
    JsonNode pod = deployment.at("/template/spec");
    JsonNode container = pod.at("/containers/0");

    assertThat(deployment.path("replicas").asInt()).isEqualTo(2);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      assertThat(container.path(probe).at("/httpGet/path").asText())
          .startsWith("/actuator/health/");
    }
  }

  @Test
  void theFilesOfKustomizeExistAndProductionIsSet() throws IOException {
    JsonNode kustomization = documents(DOCKER.resolve("kubernetes/kustomization.yaml")).get(0);

    assertThat(kustomization.path("resources"))
        .allSatisfy(
            file -> assertThat(DOCKER.resolve("kubernetes").resolve(file.asText())).exists());
    assertThat(kustomization.at("/configMapGenerator/0/literals"))
        .anySatisfy(
            literal ->
                assertThat(literal.asText())
                    .isEqualTo("SPRING_PROFILES_ACTIVE=postgresql,production"));
  }

  @Test
  void composeRunsWithAReadOnlyRootAHealthCheckAndALimitOfMemory() throws IOException {
    JsonNode jalon = documents(DOCKER.resolve("compose.yaml")).get(0).at("/services/jalon");

    assertThat(jalon.path("read_only").asBoolean()).isTrue();
    assertThat(jalon.at("/healthcheck/test").toString()).contains("/actuator/health/readiness");
    assertThat(jalon.path("mem_limit").asText()).isEqualTo("1g");
  }

  /** A node that stands aside or reports an alarm is not to be restarted. */
  @Test
  void theImageIsHealthyWhenItIsReady() throws IOException {
    assertThat(DOCKER.resolve("Dockerfile"))
        .content(UTF_8)
        .contains("GET /actuator/health/readiness ");
  }

  /** The command check fails while the relay is away, and a start does not. */
  @Test
  void aServiceStartsWithoutARelay() throws IOException {
    assertThat(DOCKER.resolve("jalon.service"))
        .content(UTF_8)
        .contains("ExecStart=", "EnvironmentFile=", "TimeoutStopSec=")
        .doesNotContain("ExecStartPre");
  }

  @Test
  void everyVariableOfComposeIsInTheExample() throws IOException {
    String compose =
        Files.readString(DOCKER.resolve("compose.yaml"), UTF_8)
            + Files.readString(DOCKER.resolve("compose.production.yaml"), UTF_8);
    Set<String> used =
        Pattern.compile("\\$\\{(\\w+)")
            .matcher(compose)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        Files.readAllLines(DOCKER.resolve(".env.example"), UTF_8).stream()
            .filter(line -> line.matches("\\w+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(used);
  }

  @Test
  void alertsAndDashboardUseMetricsThatExist() throws IOException {
    Set<String> registered = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Pattern.compile("(?:Gauge\\.builder|Metrics\\.counter)\\(\\s*\"(jalon[a-z.]+)\"")
            .matcher(Files.readString(file, UTF_8))
            .results()
            .forEach(found -> registered.add(found.group(1).replace('.', '_')));
      }
    }
    String used =
        Files.readString(DOCKER.resolve("monitoring/alerts.yaml"), UTF_8)
            + new ObjectMapper()
                .readTree(DOCKER.resolve("monitoring/grafana-dashboard.json").toFile());

    assertThat(registered).hasSizeGreaterThan(8);
    assertThat(Pattern.compile("jalon_[a-z_]+").matcher(used).results().map(each -> each.group()))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(registered).contains(name.replaceFirst("_(?:seconds|total)$", "")));
    assertThat(documents(DOCKER.resolve("monitoring/alerts.yaml")).get(0).at("/groups/0/rules"))
        .allSatisfy(rule -> assertThat(rule.at("/annotations/summary").asText()).isNotBlank());
  }

  private static JsonNode one(List<Manifest> all, String kind) {
    return all.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow().spec();
  }

  private static List<Manifest> manifests() throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (String file : List.of("deployment.yaml", "service.yaml", "network.yaml")) {
      documents(DOCKER.resolve("kubernetes").resolve(file))
          .forEach(document -> all.add(new Manifest(document)));
    }
    return all;
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    new Yaml()
        .loadAll(Files.readString(file, UTF_8))
        .forEach(document -> documents.add(json.valueToTree(document)));
    return documents;
  }
}
