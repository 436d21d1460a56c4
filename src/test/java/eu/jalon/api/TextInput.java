package eu.jalon.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A string without a format or a list of values that a call of the API accepts, read from its
 * contract.
 *
 * @param place where the string is sent
 * @param name the name of the parameter, or the names that lead to the property: {@code titles.fr}
 * @param body the fields that the body must have, and one member of each list of objects
 */
record TextInput(String method, String path, Place place, String name, Map<String, Object> body) {

  /** Where a call has a string. */
  enum Place {
    QUERY,
    PROPERTY,
    /** The name of a member of an object whose members are not fixed. */
    MEMBER,
    /** The name of an uploaded file. */
    FILE_NAME
  }

  private static final Path CONTRACT = Path.of("src/main/resources/static/api/openapi.json");

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(method, path, place.name().toLowerCase(Locale.ROOT), name);
  }

  /**
   * Reads all text inputs of the contract.
   *
   * @param samples values of the fields that a body must have, by their name; by a path and a name
   *     those that its body must have for other reasons
   */
  static List<TextInput> all(Map<String, Object> samples) throws IOException {
    return new Reader(new ObjectMapper().readTree(CONTRACT.toFile()), samples).read();
  }

  /** Returns the body with a value in this place. */
  Map<String, Object> with(Object value) {
    Map<String, Object> all = new LinkedHashMap<>(body);
    Map<String, Object> object = all;
    String[] names = name.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      Map<String, Object> inner = new LinkedHashMap<>();
      if (object.get(names[i]) instanceof Map<?, ?> present) {
        present.forEach((key, kept) -> inner.put(key.toString(), kept));
      }
      object.put(names[i], inner);
      object = inner;
    }
    String last = names[names.length - 1];
    if (place == Place.MEMBER) {
      object.put(value.toString(), "x");
    } else if (last.endsWith("[]")) {
      object.put(last.replace("[]", ""), List.of(value));
    } else {
      object.put(last, value);
    }
    return all;
  }

  /** Follows the schemas of a contract. */
  private static final class Reader {

    private final JsonNode contract;
    private final Map<String, Object> samples;
    private String current = "";
    private final List<TextInput> found = new ArrayList<>();

    Reader(JsonNode contract, Map<String, Object> samples) {
      this.contract = contract;
      this.samples = samples;
    }

    List<TextInput> read() {
      contract
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(call -> readCall(path.getKey(), call.getKey(), call.getValue())));
      return found;
    }

    private void readCall(String path, String verb, JsonNode call) {
      current = path;
      String method = verb.toUpperCase(Locale.ROOT);
      for (JsonNode parameter : call.path("parameters")) {
        if (parameter.path("in").asText().equals("query") && isText(parameter.path("schema"))) {
          found.add(
              new TextInput(method, path, Place.QUERY, parameter.path("name").asText(), Map.of()));
        }
      }
      JsonNode content = call.path("requestBody").path("content");
      JsonNode schema = resolved(content.path("application/json").path("schema"));
      Map<String, Object> body = schema.isMissingNode() ? Map.of() : required(schema);
      readSchema(
          schema,
          "",
          new HashSet<>(),
          (name, place) -> found.add(new TextInput(method, path, place, name, body)));
      resolved(content.path("multipart/form-data").path("schema"))
          .path("properties")
          .properties()
          .forEach(
              part ->
                  found.add(
                      new TextInput(
                          method,
                          path,
                          part.getValue().path("format").asText().equals("binary")
                              ? Place.FILE_NAME
                              : Place.PROPERTY,
                          part.getKey(),
                          Map.of())));
    }

    private interface Found {
      void add(String name, Place place);
    }

    private void readSchema(JsonNode unresolved, String name, Set<String> above, Found sink) {
      JsonNode schema = resolved(unresolved);
      String reference = unresolved.path("$ref").asText();
      if (!reference.isEmpty() && !above.add(reference)) {
        return;
      }
      if (isText(schema)) {
        sink.add(name, Place.PROPERTY);
      }
      String dot = name.isEmpty() ? "" : name + ".";
      schema
          .path("properties")
          .properties()
          .forEach(one -> readSchema(one.getValue(), dot + one.getKey(), above, sink));
      if (schema.has("items") && !schema.path("items").has("properties")) {
        readSchema(schema.path("items"), name + "[]", above, sink);
      }
      if (schema.has("additionalProperties")) {
        sink.add(dot + "x", Place.MEMBER);
        JsonNode member = schema.path("additionalProperties");
        String key = member(name);
        if (member.isEmpty()) {
          sink.add(dot + key, Place.PROPERTY);
        } else {
          readSchema(member, dot + key, above, sink);
        }
      }
      above.remove(reference);
    }

    /** The name of a member that the object of this name may have. */
    private String member(String name) {
      Object sample = samples.get(name.substring(name.lastIndexOf('.') + 1));
      return sample instanceof Map<?, ?> map
          ? map.keySet().stream().map(Object::toString).sorted().findFirst().orElseThrow()
          : "fr";
    }

    private Map<String, Object> required(JsonNode schema) {
      Map<String, Object> body = new HashMap<>();
      for (JsonNode name : schema.path("required")) {
        JsonNode property = resolved(schema.path("properties").path(name.asText()));
        body.put(name.asText(), sample(name.asText(), property));
      }
      schema
          .path("properties")
          .properties()
          .forEach(
              property -> {
                JsonNode member = resolved(property.getValue().path("items"));
                @Nullable Object known = samples.get(current + " " + property.getKey());
                if (known != null) {
                  body.put(property.getKey(), known);
                } else if (member.has("properties")) {
                  body.put(property.getKey(), List.of(required(member)));
                }
              });
      return body;
    }

    private Object sample(String name, JsonNode schema) {
      @Nullable Object known = samples.getOrDefault(current + " " + name, samples.get(name));
      if (known != null) {
        return known;
      }
      if (schema.has("enum")) {
        return schema.path("enum").get(0).asText();
      }
      if (schema.path("format").asText().equals("date")) {
        return "2027-12-01";
      }
      return switch (schema.path("type").asText()) {
        case "object" -> required(schema);
        case "array" -> List.of(sample(name, resolved(schema.path("items"))));
        case "integer" -> 1;
        case "boolean" -> false;
        default -> "Un texte assez long";
      };
    }

    private JsonNode resolved(JsonNode schema) {
      String reference = schema.path("$ref").asText();
      return reference.isEmpty() ? schema : contract.at(reference.substring(1));
    }

    private static boolean isText(JsonNode schema) {
      return schema.path("type").asText().equals("string")
          && !schema.has("enum")
          && !schema.has("format");
    }
  }
}
