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

/** The French and Dutch words of Camunda's web apps, against the English ones of its webjar. */
class WebAppWordsTest {

  private static final String FOLDER = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

  /** Tasklist's form for Jalon's own tasks. */
  private static final String OURS = "labels.JALON_";

  /** What the app fills in, and its marks of HTML. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?}}|\\{}|%[sd]|</?(?:a|b|br|code|em|i|p|strong)\\b[^>]*>|&\\w+;");

  /** An ordinary space, where the line could break; no space at all; a straight apostrophe. */
  private static final Pattern WRONG_SIGN =
      Pattern.compile(" [:;?!»%]|« |[\\p{L})*}][:;?!»]|«[^\u00a0\u202f]|\\p{L}'\\p{L}");

  /** Addresses, HTML, placeholders and the patterns of moments have no signs of prose. */
  private static final Pattern NOT_PROSE =
      Pattern.compile("https?://\\S+|</?[^>]+>|&\\w+;|%[sd]|\\b[\\w-]+:[\\w:]+");

  @ParameterizedTest
  @CsvSource({
    "tasklist, fr", "tasklist, nl", "cockpit, fr", "cockpit, nl",
    "admin, fr", "admin, nl", "welcome, fr", "welcome, nl"
  })
  void everyWordIsThere(String app, String language) throws IOException {
    Map<String, String> english = english(app);
    Map<String, String> words = only(ours(app, language));

    assertThat(words.keySet()).isEqualTo(english.keySet());
    assertThat(
            those(words, (key, text) -> text.isBlank() && !english.getOrDefault(key, "").isBlank()))
        .as("blank")
        .isEmpty();
    assertThat(
            those(
                words,
                (key, text) ->
                    !placeholders(text).equals(placeholders(english.getOrDefault(key, "")))))
        .as("other placeholders than in English")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void frenchSignsKeepTheirSpaces(String app) throws IOException {
    assertThat(
            those(
                only(ours(app, "fr")),
                (key, text) -> WRONG_SIGN.matcher(NOT_PROSE.matcher(text).replaceAll("")).find()))
        .isEmpty();
  }

  @Test
  void onlyOurOwnWordsAreAddedToTasklists() throws IOException {
    Set<String> added = new TreeSet<>(english("tasklist").keySet());
    added.removeAll(only(vendors("tasklist")).keySet());

    assertThat(added).isNotEmpty().allMatch(key -> key.startsWith(OURS));
  }

  private static Map<String, String> those(
      Map<String, String> words, BiPredicate<String, String> wrong) {
    Map<String, String> found = new TreeMap<>(words);
    found.entrySet().removeIf(entry -> !wrong.test(entry.getKey(), entry.getValue()));
    return found;
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** The vendor's words, and over them those that Jalon has changed or added. */
  private static Map<String, String> english(String app) throws IOException {
    Map<String, String> words = new TreeMap<>(only(vendors(app)));
    for (Map<String, String> changed : ours(app, "en")) {
      words.putAll(changed);
    }
    return words;
  }

  private static List<Map<String, String>> vendors(String app) throws IOException {
    return files(app, "en", url -> url.getPath().contains("camunda-webapp-webjar"));
  }

  private static List<Map<String, String>> ours(String app, String language) throws IOException {
    return files(app, language, url -> !url.getPath().contains("camunda-webapp-webjar"));
  }

  private static Map<String, String> only(List<Map<String, String>> files) {
    assertThat(files).as("files").hasSize(1);
    return files.get(0);
  }

  /** The texts of each such file under their path in it. */
  private static List<Map<String, String>> files(String app, String language, Predicate<URL> of)
      throws IOException {
    List<Map<String, String>> files = new ArrayList<>();
    String name = FOLDER.formatted(app, language);
    for (URL url : Collections.list(WebAppWordsTest.class.getClassLoader().getResources(name))) {
      if (of.test(url)) {
        Map<String, String> words = new TreeMap<>();
        try (InputStream stream = url.openStream()) {
          collect("", new ObjectMapper().readTree(stream), words);
        }
        files.add(words);
      }
    }
    return files;
  }

  private static void collect(String path, JsonNode node, Map<String, String> words) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                collect(child, field.getValue(), words);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + i + "]", node.get(i), words);
      }
    } else {
      words.put(path, node.asText());
    }
  }
}
