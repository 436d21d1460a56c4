package eu.jalon.intake.document.line;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.marker.ListMarkers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A table drawn with vertical bars, tabs or aligned columns of spaces. */
final class TextTable {

  private static final Pattern RULE = Pattern.compile("[|:+=\\-_\\s─━│┃┼├┤┌┐└┘╔╗╚╝═║]{3,}");
  private static final Pattern BAR = Pattern.compile("[|│┃║]");
  private static final Pattern TAB = Pattern.compile("\\s*\\t\\s*");
  private static final Pattern GAP = Pattern.compile("\\s{3,}");

  private final List<TextLine> lines;
  private final List<List<String>> cells;
  private final boolean ruled;
  private final int consumed;

  private TextTable(List<TextLine> lines, List<List<String>> cells, boolean ruled, int consumed) {
    this.lines = lines;
    this.cells = cells;
    this.ruled = ruled;
    this.consumed = consumed;
  }

  /** Finds a table of two rows or more that starts at a line. */
  static Optional<TextTable> at(List<TextLine> lines, int from, ListMarkers markers) {
    return of(lines, from, TextTable::byBars)
        .or(() -> of(lines, from, raw -> byTabs(raw, markers)))
        .or(() -> of(lines, from, raw -> byGaps(raw, markers)));
  }

  int lines() {
    return consumed;
  }

  List<Element> rows(int table) {
    boolean header = ruled || HeaderRow.isHeader(cells);
    var rows = new ArrayList<Element>();
    for (int i = 0; i < cells.size(); i++) {
      TextLine line = lines.get(i);
      var place = new Place(line.start(), line.end(), line.page());
      rows.add(Element.row(table, i, header && i == 0, cells.get(i), place));
    }
    return rows;
  }

  private static Optional<TextTable> of(
      List<TextLine> lines, int from, Function<String, List<String>> split) {
    var rows = new ArrayList<TextLine>();
    var cells = new ArrayList<List<String>>();
    boolean ruled = false;
    int i = from;
    for (; i < lines.size(); i++) {
      String raw = lines.get(i).raw();
      if (isRule(raw) && (!cells.isEmpty() || i == from)) {
        ruled |= cells.size() == 1;
        continue;
      }
      List<String> row = split.apply(raw);
      if (row.size() < 2 || (!cells.isEmpty() && row.size() != cells.get(0).size())) {
        break;
      }
      rows.add(lines.get(i));
      cells.add(row);
    }
    return cells.size() < 2
        ? Optional.empty()
        : Optional.of(new TextTable(rows, cells, ruled, i - from));
  }

  private static boolean isRule(String raw) {
    return RULE.matcher(raw).matches()
        && raw.codePoints().anyMatch(c -> "-=─━═".indexOf(c) >= 0)
        && raw.codePoints().anyMatch(c -> "|+│┼├┌└╔╚".indexOf(c) >= 0);
  }

  private static List<String> byBars(String raw) {
    String line = raw.strip();
    if (!BAR.matcher(line).find()) {
      return List.of();
    }
    String inner = line.replaceAll("^[|│┃║]|[|│┃║]$", "");
    return clean(Arrays.asList(BAR.split(inner, -1)));
  }

  private static List<String> byTabs(String raw, ListMarkers markers) {
    String line = raw.strip();
    String first = TAB.split(line, 2)[0];
    boolean marked = markers.find(first).filter(marker -> marker.rest().isEmpty()).isPresent();
    return line.indexOf('\t') < 0 || marked ? List.of() : clean(Arrays.asList(TAB.split(line, -1)));
  }

  private static List<String> byGaps(String raw, ListMarkers markers) {
    List<String> cells = clean(Arrays.asList(GAP.split(raw.strip(), -1)));
    boolean marked = markers.find(CleanText.line(raw)).isPresent();
    return cells.size() < 3 || marked ? List.of() : cells;
  }

  private static List<String> clean(List<String> cells) {
    return cells.stream().map(CleanText::line).toList();
  }
}
