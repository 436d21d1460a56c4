package eu.jalon.operation.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.shared.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * The properties {@code jalon.*} that exist, by the metadata that editors read too. A {@code *}
 * stands for a name that the operator chooses.
 */
final class KnownSettings {

  private static final String METADATA = "META-INF/additional-spring-configuration-metadata.json";
  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("jalon");

  private final Set<String> names;
  private final Pattern pattern;

  private KnownSettings(Set<String> names) {
    this.names = names;
    this.pattern =
        Pattern.compile(
            names.stream()
                .map(name -> folded(name).replace("*", ".+"))
                .collect(Collectors.joining("|")));
  }

  static KnownSettings read() {
    try (InputStream in = new ClassPathResource(METADATA).getInputStream()) {
      Set<String> names = new TreeSet<>();
      for (JsonNode property : new ObjectMapper().readTree(in).path("properties")) {
        names.add(property.path("name").asText());
      }
      return new KnownSettings(names);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  Set<String> names() {
    return names;
  }

  /**
   * @throws InvalidSettingException for the first property {@code jalon.*}, in a file, an argument
   *     or the environment, that does not exist
   */
  void check(Environment environment) {
    for (var source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource properties) {
        properties.stream()
            .filter(ROOT::isAncestorOf)
            .map(ConfigurationPropertyName::toString)
            .filter(name -> !isKnown(name))
            .findFirst()
            .ifPresent(
                name -> {
                  throw new InvalidSettingException(
                      "%s is not a setting of Jalon: correct its name, for example to %s, or remove it."
                          .formatted(name, nearest(name)));
                });
      }
    }
  }

  private boolean isKnown(String name) {
    return pattern.matcher(folded(name.replaceAll("\\[\\d+]", ""))).matches();
  }

  /** The known name that is most similar. */
  private String nearest(String name) {
    String wrong = folded(name);
    String best = "";
    double bestScore = -1;
    for (String candidate : names) {
      double score = similarity(wrong, folded(candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** The share of pairs of neighbouring characters that two names have in common (Dice). */
  private static double similarity(String one, String other) {
    Set<String> pairs = pairs(one);
    Set<String> others = pairs(other);
    long common = pairs.stream().filter(others::contains).count();
    return 2.0 * common / (pairs.size() + others.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new TreeSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }

  /** An environment variable has neither dashes nor dots. */
  private static String folded(String name) {
    return name.replaceAll("[-._]", "").toLowerCase(Locale.ROOT);
  }
}
