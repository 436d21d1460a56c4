package eu.jalon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * SQL names only tables and views of its own module: those under the module's heading in the
 * baseline, and for the engine the tables of Camunda.
 */
class SqlOwnershipTest {

  private static final Path SOURCES = Path.of("src/main/java/eu/jalon");
  private static final Path SCHEMA = Path.of("src/main/resources/db");

  /** A heading with the name of a module, or the name of a table or view below it. */
  private static final Pattern HEADING_OR_TABLE =
      Pattern.compile("(?m)^-- =+ (\\w+)$|^create (?:table|view) (\\w+)");

  /** Comments and characters come first, so that quotes inside them start no string. */
  private static final Pattern STRING =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'"
              + "|\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"",
          Pattern.DOTALL);

  /** A parameter such as {@code :from} is no keyword. */
  private static final Pattern NAMED =
      Pattern.compile("(?<!:)\\b(?:from|join|into|(?<!for )update)\\s+(\\w+)");

  @Test
  void sqlNamesOnlyTablesOfItsOwnModule() throws IOException {
    Map<String, String> owners = owners();
    List<String> foreign = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();

    for (Path source : sources()) {
      for (String table : named(Files.readString(source, UTF_8))) {
        String owner = table.startsWith("act_") ? "engine" : owners.get(table);
        if (owner == null) {
          continue;
        }
        named.add(table);
        if (!owner.equals(module(source))) {
          foreign.add("%s names %s of %s".formatted(SOURCES.relativize(source), table, owner));
        }
      }
    }

    assertThat(foreign).isEmpty();
    assertThat(named).as("tables and views that are named at all").containsAll(owners.keySet());
  }

  @Test
  void namesOfTablesAreFoundInStringsOnly() {
    String source =
        """
        /** Says "select x from comment". */
        String a = "select id from " + "theme t join meeting m"; // "from remark"
        char quote = '"';
        String b = '''
            update commitment set x = (select 1 from commitment f)
            where exists (select 1
                          from question where asked_at > :from join party) for update''';
        String c = "person";
        """
            .replace("'''", "\"\"\"");

    assertThat(named(source))
        .containsExactly("theme", "meeting", "commitment", "question", "party");
  }

  @Test
  void theBaselineGivesEachTableAModule() throws IOException {
    assertThat(owners())
        .containsEntry("person", "directory")
        .containsEntry("evidence_content", "actionitem")
        .containsEntry("overview_commitment", "overview");
    assertThat(owners().values())
        .allSatisfy(module -> assertThat(SOURCES.resolve(module)).isDirectory());
  }

  private static Map<String, String> owners() throws IOException {
    Map<String, String> owners = new TreeMap<>();
    for (Path file :
        List.of(
            SCHEMA.resolve("migration/V1__baseline.sql"),
            SCHEMA.resolve("vendor/h2/V2__vendor.sql"),
            SCHEMA.resolve("vendor/postgresql/V2__vendor.sql"))) {
      String module = "none";
      for (MatchResult found :
          HEADING_OR_TABLE.matcher(Files.readString(file, UTF_8)).results().toList()) {
        if (found.group(1) != null) {
          module = found.group(1);
        } else {
          owners.put(found.group(2), module);
        }
      }
    }
    return owners;
  }

  /** The names after the keywords of SQL; strings that are put together are read as one. */
  private static Set<String> named(String source) {
    StringBuilder sql = new StringBuilder();
    Matcher strings = STRING.matcher(source);
    while (strings.find()) {
      String block = strings.group("block");
      sql.append(block == null ? strings.group("line") : block).append('\n');
    }
    Set<String> names = new LinkedHashSet<>();
    NAMED.matcher(sql).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static String module(Path source) {
    return SOURCES.relativize(source).getName(0).toString();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
