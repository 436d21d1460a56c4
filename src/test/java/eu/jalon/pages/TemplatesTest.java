package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The source of the templates: short lines, and form fields from the shared fragments. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path COMPILED = Path.of("src/main/jte");
  private static final Path FIELD = TEMPLATES.resolve("fragments/field.html");
  private static final int LONGEST_LINE = 140;

  /** A map that describes a control: {@code ${ {id: 'hour', ...} }}. */
  private static final Pattern CONTROL =
      Pattern.compile("fragments/field :: .*?\\$\\{ \\{(.*?)} }", Pattern.DOTALL);

  private static final Pattern FORM =
      Pattern.compile("<form\\b(?:[^>\"]|\"\\$\\{.*?}\"|\"[^\"$]*\")*>(.{1,60})", Pattern.DOTALL);

  private static final Pattern KEY = Pattern.compile("(?:^|,)\\s*([a-z]+): ");
  private static final Pattern USED_KEY = Pattern.compile("field\\['([a-z]+)']");

  private static final Pattern ELEMENT =
      Pattern.compile("<[a-z:0-9]+(?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*\\s*/?>");
  private static final Pattern WITH = Pattern.compile("th:with=\"([^\"]*)\"");
  private static final Pattern VARIABLE = Pattern.compile("(?:^|,)\\s*(\\w+)=");
  private static final Pattern CONDITION = Pattern.compile("th:(?:if|unless|each)=\"([^\"]*)\"");

  /** A variable, but no property: {@code s} in {@code s.email}. */
  private static final Pattern NAME = Pattern.compile("(?<![.#\\w])[a-z]\\w*");

  @Test
  void noLineIsTooLongToRead() {
    assertThat(lines(line -> line.length() > LONGEST_LINE)).isEmpty();
  }

  @Test
  void everyKeyOfAFieldIsOneThatTheFragmentsUse() {
    Set<String> used = new TreeSet<>();
    USED_KEY.matcher(text(FIELD)).results().forEach(key -> used.add(key.group(1)));
    Set<String> given = new TreeSet<>();
    for (Path template : templates()) {
      CONTROL.matcher(text(template)).results().forEach(map -> given.addAll(keys(map.group(1))));
    }
    assertThat(given).isNotEmpty().isSubsetOf(used);
  }

  /** Conditions and loops of an element are evaluated before its {@code th:with}. */
  @Test
  void noConditionUsesAVariableOfItsOwnElement() {
    List<String> early = new ArrayList<>();
    for (Path template : templates()) {
      ELEMENT
          .matcher(text(template))
          .results()
          .map(MatchResult::group)
          .filter(TemplatesTest::usesOwnVariable)
          .forEach(element -> early.add(template + ": " + element));
    }
    assertThat(early).isEmpty();
  }

  private static boolean usesOwnVariable(String element) {
    Matcher with = WITH.matcher(element);
    if (!with.find()) {
      return false;
    }
    Set<String> own = new TreeSet<>();
    VARIABLE.matcher(with.group(1)).results().forEach(name -> own.add(name.group(1)));
    return CONDITION
        .matcher(element)
        .results()
        .flatMap(condition -> NAME.matcher(condition.group(1)).results())
        .anyMatch(name -> own.contains(name.group()));
  }

  private static Set<String> keys(String map) {
    Set<String> keys = new TreeSet<>();
    Matcher key = KEY.matcher(map);
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }

  private static List<String> lines(Predicate<String> which) {
    List<String> found = new ArrayList<>();
    for (Path template : Stream.concat(templates().stream(), compiled().stream()).toList()) {
      List<String> lines = text(template).lines().toList();
      for (int n = 0; n < lines.size(); n++) {
        if (which.test(lines.get(n))) {
          found.add(template + ":" + (n + 1));
        }
      }
    }
    return found;
  }

  /** What the user's browser sends back is checked against these fields. */
  @Test
  void everyFormHasItsHiddenFields() {
    List<String> bare = new ArrayList<>();
    int forms = 0;
    for (Path template : compiled()) {
      for (MatchResult form : FORM.matcher(text(template)).results().toList()) {
        forms++;
        if (!form.group(1).stripLeading().startsWith("${page.fields()}")) {
          bare.add(template + ": " + form.group());
        }
      }
    }
    assertThat(forms).isPositive();
    assertThat(bare).isEmpty();
  }

  private static List<Path> templates() {
    return templates(TEMPLATES, ".html");
  }

  private static List<Path> compiled() {
    return templates(COMPILED, ".jte");
  }

  private static List<Path> templates(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
