package eu.jalon.intake.split.unit;

import eu.jalon.intake.split.unit.Unit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts an enumeration inside a paragraph: "(i) ... ; (ii) ... ; (iii) ...". */
final class InlineList {

  private static final Pattern ENUMERATOR =
      Pattern.compile(
          "(?<=^|[\\s:;,])(\\(?(?:[ivx]{1,4}|[a-h]|\\d{1,2})\\)|\\d{1,2}°)\\s+(?=\\p{L})");
  private static final Pattern CONJUNCTION = Pattern.compile("[,;]? (?:et|en|and|ou|of|or)$|,$");
  private static final int SHORTEST = 8;

  private InlineList() {}

  /**
   * Returns the unit itself where it holds no enumeration; else its opening words and its parts.
   */
  static List<Unit> of(String source, Unit unit) {
    List<int[]> found = enumerators(unit);
    if (found.size() < 2) {
      return List.of(unit);
    }
    List<Unit> parts = new ArrayList<>();
    String text = unit.text();
    int first = found.get(0)[0];
    boolean opened = first > 0;
    if (opened) {
      String cut = text.substring(0, first).strip();
      String opening = cut.endsWith(":") ? cut : cut + " :";
      parts.add(unit.worded(opening, unit.span().part(source, text, 0, first), unit.marker()));
    }
    for (int i = 0; i < found.size(); i++) {
      int from = found.get(i)[1];
      int to = i + 1 < found.size() ? found.get(i + 1)[0] : text.length();
      String words = CONJUNCTION.matcher(text.substring(from, to).strip()).replaceFirst("");
      String mark = text.substring(found.get(i)[0], from).strip();
      Unit part =
          Unit.of(
              Kind.ITEM,
              unit.is(Kind.ITEM) && opened ? unit.level() + 1 : 1,
              Marker.of(mark).orElse(null),
              words,
              unit.span().part(source, text, from, to));
      parts.add(part.set(false, false));
    }
    return parts;
  }

  /** Where each enumerator of the series starts and ends. */
  private static List<int[]> enumerators(Unit unit) {
    List<int[]> found = new ArrayList<>();
    String kind = "";
    int expected = 1;
    Marker own = unit.marker();
    if (own != null && own.value() == 1 && !own.kind().startsWith("=")) {
      kind = own.kind();
      expected = 2;
      found.add(new int[] {0, 0});
    }
    Matcher matcher = ENUMERATOR.matcher(unit.text());
    while (matcher.find()) {
      Marker marker = Marker.of(matcher.group(1)).orElse(null);
      if (marker != null
          && marker.value() == expected
          && (kind.isEmpty() || kind.equals(marker.kind()) || alike(kind, marker))) {
        kind = marker.kind();
        expected++;
        found.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    boolean full = true;
    for (int i = 0; i < found.size(); i++) {
      int to = i + 1 < found.size() ? found.get(i + 1)[0] : unit.text().length();
      full &= to - found.get(i)[1] >= SHORTEST;
    }
    return full ? found : List.of();
  }

  private static boolean alike(String kind, Marker marker) {
    return kind.length() == marker.kind().length()
        && kind.charAt(0) == marker.kind().charAt(0)
        && "aiAI".indexOf(kind.charAt(kind.length() / 2)) >= 0;
  }
}
