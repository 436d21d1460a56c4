package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the French and Dutch translations of Camunda's web apps against the English texts of its
 * webjar.
 */
class WebAppTranslationsTest {

  private static final String FOLDER = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

  /** The prefix of the texts that Jalon adds to Tasklist. */
  private static final String PREFIX = "labels.JALON_";

  /** Placeholders and HTML. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?}}|\\{}|%[sd]|</?(?:a|b|br|code|em|i|p|strong)\\b[^>]*>|&\\w+;");

  /** French punctuation with an ordinary space or without one, and straight apostrophes. */
  private static final Pattern WRONG_PUNCTUATION =
      Pattern.compile(" [:;?!»%]|« |[\\p{L})*}][:;?!»]|«[^\u00a0\u202f]|\\p{L}'\\p{L}");

  /** URLs, HTML, placeholders and date patterns, where the punctuation rules do not apply. */
  private static final Pattern NOT_PROSE =
      Pattern.compile("https?://\\S+|</?[^>]+>|&\\w+;|%[sd]|\\b[\\w-]+:[\\w:]+");

  @ParameterizedTest
  @CsvSource({
    "tasklist, fr",
    "tasklist, nl",
    "tasklist, de",
    "cockpit, fr",
    "cockpit, nl",
    "admin, fr",
    "admin, nl",
    "welcome, fr",
    "welcome, nl"
  })
  void everyTextIsTranslatedWithTheSamePlaceholders(String app, String language)
      throws IOException {
    Map<String, String> english = english(app);
    Map<String, String> texts = only(jalonTexts(app, language));

    assertThat(texts.keySet()).isEqualTo(english.keySet());
    assertThat(
            matching(
                texts, (key, text) -> text.isBlank() && !english.getOrDefault(key, "").isBlank()))
        .as("blank")
        .isEmpty();
    assertThat(
            matching(
                texts,
                (key, text) ->
                    !placeholders(text).equals(placeholders(english.getOrDefault(key, "")))))
        .as("other placeholders than in English")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void frenchPunctuationHasNonBreakingSpaces(String app) throws IOException {
    assertThat(
            matching(
                only(jalonTexts(app, "fr")),
                (key, text) ->
                    WRONG_PUNCTUATION.matcher(NOT_PROSE.matcher(text).replaceAll("")).find()))
        .isEmpty();
  }

  @Test
  void onlyTextsWithJalonsPrefixAreAddedToTasklist() throws IOException {
    Set<String> added = new TreeSet<>(english("tasklist").keySet());
    added.removeAll(only(camundaTexts("tasklist")).keySet());

    assertThat(added).isNotEmpty().allMatch(key -> key.startsWith(PREFIX));
  }

  private static Map<String, String> matching(
      Map<String, String> texts, BiPredicate<String, String> wrong) {
    Map<String, String> found = new TreeMap<>(texts);
    found.entrySet().removeIf(entry -> !wrong.test(entry.getKey(), entry.getValue()));
    return found;
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** Camunda's texts, overridden by those that Jalon changed or added. */
  private static Map<String, String> english(String app) throws IOException {
    Map<String, String> texts = new TreeMap<>(only(camundaTexts(app)));
    for (Map<String, String> changed : jalonTexts(app, "en")) {
      texts.putAll(changed);
    }
    return texts;
  }

  private static List<Map<String, String>> camundaTexts(String app) throws IOException {
    return files(app, "en", url -> url.getPath().contains("camunda-webapp-webjar"));
  }

  private static List<Map<String, String>> jalonTexts(String app, String language)
      throws IOException {
    return files(app, language, url -> !url.getPath().contains("camunda-webapp-webjar"));
  }

  private static Map<String, String> only(List<Map<String, String>> files) {
    assertThat(files).as("files").hasSize(1);
    return files.get(0);
  }

  /** The texts of each matching file by their JSON path. */
  private static List<Map<String, String>> files(String app, String language, Predicate<URL> of)
      throws IOException {
    List<Map<String, String>> files = new ArrayList<>();
    String name = FOLDER.formatted(app, language);
    for (URL url :
        Collections.list(WebAppTranslationsTest.class.getClassLoader().getResources(name))) {
      if (of.test(url)) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream stream = url.openStream()) {
          collect("", new ObjectMapper().readTree(stream), texts);
        }
        files.add(texts);
      }
    }
    return files;
  }

  private static void collect(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                collect(child, field.getValue(), texts);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + i + "]", node.get(i), texts);
      }
    } else {
      texts.put(path, node.asText());
    }
  }
}
