package eu.jalon.operation.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.JalonApplication;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The list of settings, held against the code that reads them and the documentation. */
class KnownSettingsTest {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:@Value\\(\\s*\"\\$\\{|@ConditionalOnProperty\\(\\s*(?:name = )?\")(jalon\\.[a-z.-]+)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(jalon\\.[a-z.-]+)");

  @Test
  void everySettingThatIsReadIsKnownAndEveryKnownSettingIsRead() throws Exception {
    Set<String> read = new TreeSet<>();
    read.addAll(bound());
    read.addAll(named());
    Set<String> known = new TreeSet<>(KnownSettings.read().names());
    // Bound by hand, for each registration.
    known.removeIf(name -> name.startsWith("jalon.oidc."));

    assertThat(read).isEqualTo(known);
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    String documented = Files.readString(Path.of("docs/operations.md"), UTF_8);

    assertThat(KnownSettings.read().names())
        .filteredOn(name -> !name.startsWith("jalon.limits.") && !name.startsWith("jalon.demo."))
        .allSatisfy(
            name ->
                assertThat(documented)
                    .contains(name.replaceFirst("\\.\\*.*", "").replaceFirst("^.*\\.", "")));
  }

  private static Set<String> bound() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Set<String> names = new TreeSet<>();
    for (var candidate : scanner.findCandidateComponents(JalonApplication.class.getPackageName())) {
      Class<?> type = Class.forName(candidate.getBeanClassName());
      String prefix = type.getAnnotation(ConfigurationProperties.class).value();
      for (RecordComponent component : type.getRecordComponents()) {
        boolean map = java.util.Map.class.isAssignableFrom(component.getType());
        names.add(prefix + "." + dashed(component.getName()) + (map ? ".*" : ""));
      }
    }
    return names;
  }

  private static String dashed(String name) {
    return ConfigurationPropertyName.adapt(
            name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT), '.')
        .toString();
  }

  private static Set<String> named() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        NAMED
            .matcher(Files.readString(file, UTF_8))
            .results()
            .map(found -> found.group(1))
            .forEach(names::add);
      }
    }
    PLACEHOLDER
        .matcher(Files.readString(Path.of("src/main/resources/application.yaml"), UTF_8))
        .results()
        .forEach(found -> names.add(found.group(1)));
    return names;
  }
}
