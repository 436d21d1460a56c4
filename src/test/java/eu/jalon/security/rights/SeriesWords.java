package eu.jalon.security.rights;

import eu.jalon.shared.text.TextColumn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * What the tables hold of some series and not of others: references, identifiers, and each text of
 * three words or more.
 */
final class SeriesWords {

  private static final Pattern TELLING =
      Pattern.compile(
          "[A-Z]{2,5}20\\d\\d(-\\d+\\.\\d+)?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\S+\\s\\S+\\s\\S.*",
          Pattern.DOTALL);
  private static final Pattern LANGUAGES = Pattern.compile("\\{\"[a-z]{2}\":");
  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
  private static final Pattern BLANK = Pattern.compile("[\\s\u00a0\u202f\u00ad\\\\]+");
  private static final String REFS =
      "select c.ref from commitment c join meeting m on m.id = c.meeting_id"
          + " where m.series_id in (:series)";
  private static final String MEETINGS = "select id from meeting where series_id in (:series)";

  /** The length of the shortest reference of a meeting. */
  private static final int START = 6;

  /** By their first characters, so that a text is read once. */
  private final Map<String, List<String>> words;

  private SeriesWords(Set<String> words) {
    this.words =
        words.stream()
            .filter(word -> word.length() >= START)
            .collect(Collectors.groupingBy(word -> word.substring(0, START)));
  }

  /** The words of some series that no other series has. */
  static SeriesWords of(JdbcClient jdbc, Set<String> series) {
    List<String> others =
        jdbc.sql("select id from series where id not in (:series)")
            .param("series", series)
            .query(String.class)
            .list();
    Set<String> own = read(jdbc, series);
    own.removeAll(read(jdbc, others));
    return new SeriesWords(own);
  }

  /** The first of the words in a text, whatever its markup and line breaks. */
  Optional<String> foundIn(String text) {
    String searched = squeezed(text);
    for (int at = 0; at + START <= searched.length(); at++) {
      for (String word : words.getOrDefault(searched.substring(at, at + START), List.of())) {
        if (searched.startsWith(word, at)) {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> read(JdbcClient jdbc, Collection<String> series) {
    Set<String> found = new TreeSet<>();
    jdbc.sql(
            """
            select lower(table_name) as name, lower(column_name) as ref
            from information_schema.columns
            where table_schema = 'PUBLIC' and lower(column_name) in ('ref', 'meeting_id')
            """)
        .query()
        .listOfRows()
        .forEach(
            column ->
                found.addAll(
                    values(
                        jdbc,
                        "select * from " + column.get("NAME") + " where " + column.get("REF"),
                        column.get("REF").equals("ref") ? REFS : MEETINGS,
                        series)));
    found.addAll(values(jdbc, "select * from meeting where id", MEETINGS, series));
    return found;
  }

  private static Set<String> values(
      JdbcClient jdbc, String rows, String of, Collection<String> series) {
    return jdbc.sql(rows + " in (" + of + ")").param("series", series).query().listOfRows().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .flatMap(value -> texts(value).stream())
        .filter(text -> TELLING.matcher(text).matches())
        .map(SeriesWords::squeezed)
        .collect(Collectors.toSet());
  }

  /** The texts of a value: itself, or those in each language. */
  private static Collection<String> texts(Object value) {
    String text = String.valueOf(value);
    return LANGUAGES.matcher(text).lookingAt() ? TextColumn.texts(text).values() : Set.of(text);
  }

  private static String squeezed(String text) {
    String plain = HtmlUtils.htmlUnescape(MARKUP.matcher(text).replaceAll(""));
    return BLANK.matcher(plain).replaceAll("");
  }
}
