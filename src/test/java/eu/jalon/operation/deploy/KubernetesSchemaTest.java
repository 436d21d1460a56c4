package eu.jalon.operation.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifests against the schemas of Kubernetes: its generated types, which know all fields and
 * which of them are required.
 */
class KubernetesSchemaTest {

  private static final Path FOLDER = Path.of("docker/kubernetes");

  private static final Gson JSON =
      new GsonBuilder().registerTypeAdapter(OffsetDateTime.class, new TimeAdapter()).create();

  private static final Map<String, Schema> SCHEMAS =
      Map.of(
          "apps/v1 Deployment",
          new Schema(V1Deployment.class, V1Deployment::validateJsonElement),
          "v1 Service",
          new Schema(V1Service.class, V1Service::validateJsonElement),
          "policy/v1 PodDisruptionBudget",
          new Schema(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
          "networking.k8s.io/v1 NetworkPolicy",
          new Schema(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

  @FunctionalInterface
  private interface FieldCheck {
    void check(JsonElement object) throws IOException;
  }

  private record Schema(Class<?> type, FieldCheck fields) {

    /** Refuses unknown and missing fields, then values of another type. */
    void validate(JsonElement object) throws IOException {
      fields.check(object);
      assertHolds(JSON.toJsonTree(JSON.fromJson(object, type)), object);
    }

    /** The types add empty lists and maps. */
    private static void assertHolds(JsonElement read, JsonElement written) {
      if (written.isJsonObject()) {
        written
            .getAsJsonObject()
            .asMap()
            .forEach((name, value) -> assertHolds(read.getAsJsonObject().get(name), value));
      } else if (written.isJsonArray()) {
        assertThat(read.getAsJsonArray()).hasSameSizeAs(written.getAsJsonArray());
        for (int i = 0; i < written.getAsJsonArray().size(); i++) {
          assertHolds(read.getAsJsonArray().get(i), written.getAsJsonArray().get(i));
        }
      } else {
        assertThat(read).isEqualTo(written);
      }
    }
  }

  @Test
  void theManifestsThatKustomizeReadsAreValid() throws IOException {
    List<JsonElement> all = new ArrayList<>();
    for (JsonElement file : kustomization().getAsJsonObject().getAsJsonArray("resources")) {
      all.addAll(documents(Files.readString(FOLDER.resolve(file.getAsString()))));
    }

    assertThat(all).hasSize(SCHEMAS.size());
    validate(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          misspelt at the top      | deployment.yaml | spec:\\n  replicas           | spec:\\n  replica
          misspelt in a probe      | deployment.yaml | failureThreshold           | failureTreshold
          misspelt in a context    | deployment.yaml | readOnlyRootFilesystem     | readOnlyRootFileSystem
          misspelt in a policy     | network.yaml    | podSelector                | podSelectors
          misspelt in a budget     | service.yaml    | minAvailable               | minAvailabel
          misspelt in a port       | service.yaml    | targetPort                 | target
          missing selector         | deployment.yaml | selector:\\n    matchLabels:\\n      app.kubernetes.io/name: jalon\\n  template | template
          missing container's name | deployment.yaml | - name: jalon\\n          image: jalon | - image: jalon
          missing port             | deployment.yaml | - name: http\\n              containerPort: 8080 | - name: http
          text for a number        | deployment.yaml | replicas: 2                | replicas: two
          number for a text        | deployment.yaml | image: jalon               | image: 5
          text for a yes or no     | deployment.yaml | runAsNonRoot: true         | runAsNonRoot: always
          one value for a list     | deployment.yaml | drop: [ALL]                | drop: ALL
          one value for an object  | deployment.yaml | emptyDir: {}               | emptyDir: none
          number for a list        | network.yaml    | [Ingress, Egress]          | 5
          another kind             | network.yaml    | kind: NetworkPolicy        | kind: NetworkPolicies
          another group            | deployment.yaml | apiVersion: apps/v1        | apiVersion: v1
          """)
  void aFaultInAManifestIsRefused(String fault, String file, String right, String wrong)
      throws IOException {
    String valid = Files.readString(FOLDER.resolve(file));
    String altered = valid.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

    assertThat(altered).as(fault).isNotEqualTo(valid);
    assertThatThrownBy(() -> validate(documents(altered))).as(fault).isNotNull();
  }

  private static void validate(List<JsonElement> manifests) throws IOException {
    for (JsonElement manifest : manifests) {
      schema(manifest).validate(manifest);
    }
  }

  private static Schema schema(JsonElement manifest) {
    Function<String, String> field = name -> manifest.getAsJsonObject().get(name).getAsString();
    String kind = field.apply("apiVersion") + " " + field.apply("kind");
    Schema schema = SCHEMAS.get(kind);
    if (schema == null) {
      throw new IllegalArgumentException("There is no schema of " + kind);
    }
    return schema;
  }

  private static JsonElement kustomization() throws IOException {
    return documents(Files.readString(FOLDER.resolve("kustomization.yaml"))).get(0);
  }

  private static List<JsonElement> documents(String yaml) {
    List<JsonElement> documents = new ArrayList<>();
    new Yaml().loadAll(yaml).forEach(document -> documents.add(JSON.toJsonTree(document)));
    return documents;
  }

  /** No manifest states a time, but metadata of objects in a cluster has some. */
  private static final class TimeAdapter extends TypeAdapter<OffsetDateTime> {
    @Override
    public void write(JsonWriter out, OffsetDateTime time) throws IOException {
      out.value(time == null ? null : time.toString());
    }

    @Override
    public OffsetDateTime read(JsonReader in) throws IOException {
      return OffsetDateTime.parse(in.nextString());
    }
  }
}
