package eu.jalon.intake.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a page in reading order: lines of text, and rows of tables. Text in two columns is
 * read column by column.
 */
final class PageLayout {

  /** A line of text in its column, or a row of a table. */
  sealed interface Part permits Line, Row {
    double y();
  }

  /**
   * A line.
   *
   * @param left where the lines of its column start at least
   * @param limit where they end at most
   * @param apart whether the gap above it is larger than between lines of one paragraph
   * @param column distinguishes the columns from the full-width parts of a page
   */
  record Line(Segment segment, double left, double limit, boolean apart, int column)
      implements Part {
    @Override
    public double y() {
      return segment.y();
    }
  }

  /** A row: the lines of each cell. */
  record Row(List<List<String>> cells, boolean first, double y) implements Part {}

  private static final Pattern MARKER =
      Pattern.compile(
          "[•◦▪■●○·‣∙⁃□▫➢➤►▶◆❖✓✔☐☑→⇒\uE000-\uF8FF*\\-–—oO]"
              + "|\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\\d{1,3}(?:[°-]|(?:\\.\\d{1,3})+\\.?)"
              + "|\\[\\d{1,3}\\]|[①-⑳]");
  private static final Pattern LISTED =
      Pattern.compile("(?s)[•\uE000-\uF8FF–▪-] ?.*|\\d{1,2}[.)] .*");
  private static final double NARROWEST = 120;
  private static final double LINE_GAP = 1.3;
  private static final int FEWEST_LINES = 3;
  private static final int ROWS_LOOKED_AT = 6;
  private static final double ALIGNED = 3;

  /** Justified text has gaps as wide as those of a table, but most of its lines go on. */
  private static final int JUSTIFIED_LINES = 8;

  private List<List<Segment>> rows = List.of();
  private final List<Part> parts = new ArrayList<>();
  private int columns;

  private PageLayout() {}

  /**
   * Reads a page.
   *
   * @param tables those whose cells are separated by lines, from the top of the page
   */
  static List<Part> of(List<Glyph> glyphs, List<RuledTable> tables) {
    var layout = new PageLayout();
    List<Glyph> left = glyphs;
    for (RuledTable table : tables) {
      List<Glyph> inside = left.stream().filter(table::holds).toList();
      boolean alone = left.stream().filter(table::isBeside).allMatch(table::holds);
      if (alone && !inside.isEmpty()) {
        layout.read(left.stream().filter(glyph -> glyph.y() <= table.top()).toList());
        layout.addTable(table.cells(inside));
        left =
            left.stream().filter(glyph -> glyph.y() > table.top() && !table.holds(glyph)).toList();
      }
    }
    layout.read(left);
    return layout.parts;
  }

  private void addTable(List<List<List<Glyph>>> table) {
    boolean first = true;
    for (List<List<Glyph>> cells : table) {
      List<Glyph> all = cells.stream().flatMap(List::stream).toList();
      if (!all.isEmpty()) {
        List<List<String>> lines = cells.stream().map(PageLayout::lines).toList();
        parts.add(new Row(lines, first, all.stream().mapToDouble(Glyph::y).min().orElse(0)));
        first = false;
      }
    }
  }

  private static List<String> lines(List<Glyph> cell) {
    return cell.isEmpty()
        ? List.of()
        : rows(cell).stream().map(PageLayout::joined).map(Segment::text).toList();
  }

  /** Groups characters whose baselines are close into rows, from top to bottom. */
  private static List<List<Segment>> rows(List<Glyph> glyphs) {
    var sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
    var rows = new ArrayList<List<Segment>>();
    var open = new ArrayList<Glyph>();
    double y = 0;
    double size = 0;
    for (Glyph glyph : sorted) {
      double tolerance = 0.45 * Math.max(size, glyph.size());
      if (!open.isEmpty() && glyph.y() - y > tolerance) {
        rows.add(row(open));
        open.clear();
        size = 0;
      }
      if (open.isEmpty() || glyph.size() > size) {
        y = glyph.y();
        size = glyph.size();
      }
      open.add(glyph);
    }
    rows.add(row(open));
    return rows;
  }

  private static List<Segment> row(List<Glyph> glyphs) {
    var sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::x));
    return withMarkers(Segment.of(withoutDoubles(sorted)));
  }

  /** Some programs print bold type by writing each character twice. */
  private static List<Glyph> withoutDoubles(List<Glyph> sorted) {
    var kept = new ArrayList<Glyph>();
    for (Glyph glyph : sorted) {
      Glyph before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      boolean twice =
          before != null
              && before.text().equals(glyph.text())
              && glyph.x() - before.x() < 0.2 * Math.max(1, glyph.right() - glyph.x())
              && Math.abs(glyph.y() - before.y()) < 1;
      if (!twice) {
        kept.add(glyph);
      }
    }
    return kept;
  }

  /** A bullet or number belongs to the text behind it, however wide the gap. */
  private static List<Segment> withMarkers(List<Segment> segments) {
    var joined = new ArrayList<Segment>();
    for (Segment segment : segments) {
      Segment before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null
          && MARKER.matcher(before.text().strip()).matches()
          && segment.x() - before.right() < 5 * segment.size()) {
        joined.set(joined.size() - 1, before.joined(segment, " "));
      } else {
        joined.add(segment);
      }
    }
    return joined;
  }

  private void read(List<Glyph> glyphs) {
    rows = glyphs.isEmpty() ? List.of() : rows(glyphs);
    for (int i = 0; i < rows.size(); ) {
      int end = columnsEnd(i);
      if (end > i) {
        i = end;
        continue;
      }
      PageTable table = PageTable.at(rows, i);
      if (table != null) {
        parts.addAll(table.rows());
        i += table.lines();
      } else {
        int to = i + 1;
        while (to < rows.size() && rows.get(to).size() == 1) {
          to++;
        }
        columns++;
        addLines(rows.subList(i, to));
        i = to;
      }
    }
  }

  /**
   * Reads a stretch of two columns that starts at a row, and returns where it ends; the same row
   * where there is none. The second column may start wherever a row near the first has its second
   * part.
   */
  private int columnsEnd(int from) {
    return rows.subList(from, Math.min(rows.size(), from + ROWS_LOOKED_AT)).stream()
        .filter(row -> row.size() == 2)
        .map(row -> row.get(1).x())
        .sorted()
        .mapToInt(start -> columnsEnd(from, start))
        .filter(end -> end > from)
        .findFirst()
        .orElse(from);
  }

  private int columnsEnd(int from, double start) {
    var left = new ArrayList<List<Segment>>();
    var right = new ArrayList<List<Segment>>();
    int both = 0;
    int to = from;
    for (; to < rows.size(); to++) {
      List<Segment> row = rows.get(to).stream().flatMap(s -> s.dividedAt(start).stream()).toList();
      if (row.stream().anyMatch(s -> s.x() < start - ALIGNED && s.right() > start - ALIGNED)) {
        break;
      }
      List<Segment> leftRow = row.stream().filter(s -> s.x() < start - ALIGNED).toList();
      List<Segment> rightRow = row.stream().filter(s -> s.x() >= start - ALIGNED).toList();
      both += !leftRow.isEmpty() && !rightRow.isEmpty() ? 1 : 0;
      if (!leftRow.isEmpty()) {
        left.add(leftRow);
      }
      if (!rightRow.isEmpty()) {
        right.add(rightRow);
      }
    }
    boolean columned =
        both >= FEWEST_LINES
            && left.size() >= FEWEST_LINES
            && right.size() >= FEWEST_LINES
            && isText(left)
            && isText(right);
    if (!columned) {
      return from;
    }
    columns++;
    addLines(left);
    columns++;
    addLines(right);
    return to;
  }

  /**
   * Text fills its column, continues in lower case or is a list, line below line; the cells of a
   * table are short, and farther apart where a neighbour has more lines.
   */
  private static boolean isText(List<List<Segment>> column) {
    long parted = column.stream().filter(row -> row.size() > 1).count();
    List<Segment> lines = column.stream().map(PageLayout::joined).toList();
    double x = lines.stream().mapToDouble(Segment::x).min().orElse(0);
    double right = lines.stream().mapToDouble(Segment::right).max().orElse(0);
    long full = lines.stream().filter(line -> line.right() > x + 0.75 * (right - x)).count();
    long goOn =
        lines.stream().filter(line -> Character.isLowerCase(line.text().codePointAt(0))).count();
    long marked = lines.stream().filter(line -> LISTED.matcher(line.text()).matches()).count();
    int close = 0;
    for (int i = 1; i < lines.size(); i++) {
      close += lines.get(i).y() - lines.get(i - 1).y() < 1.6 * lines.get(i).size() ? 1 : 0;
    }
    boolean justified = column.size() >= JUSTIFIED_LINES && goOn * 2 >= lines.size();
    if (parted * 3 > column.size() && !justified) {
      return false;
    }
    boolean dense = close * 2 >= lines.size();
    boolean flows = full * 2 >= lines.size() || goOn * 10 >= 3L * lines.size();
    return right - x > NARROWEST && (marked > 0 || (dense && flows));
  }

  private void addLines(List<List<Segment>> lines) {
    double limit = lines.stream().flatMap(List::stream).mapToDouble(Segment::right).max().orElse(0);
    double left = lines.stream().mapToDouble(row -> row.get(0).x()).min().orElse(0);
    double usual = usualGap(lines);
    Segment before = null;
    for (List<Segment> row : lines) {
      Segment line = joined(row);
      boolean apart =
          before != null && line.y() - before.y() > LINE_GAP * Math.max(usual, 0.9 * line.size());
      parts.add(new Line(line, left, limit, apart, columns));
      before = line;
    }
  }

  private static Segment joined(List<Segment> row) {
    Segment line = row.get(0);
    for (int i = 1; i < row.size(); i++) {
      line = line.joined(row.get(i), "  ");
    }
    return line;
  }

  /** The gap between lines that is most common, in points. */
  private static double usualGap(List<List<Segment>> lines) {
    var counts = new java.util.TreeMap<Double, Integer>();
    for (int i = 1; i < lines.size(); i++) {
      double gap = lines.get(i).get(0).y() - lines.get(i - 1).get(0).y();
      counts.merge(Math.round(gap * 2) / 2.0, 1, Integer::sum);
    }
    double size = lines.stream().mapToDouble(row -> row.get(0).size()).average().orElse(11);
    return counts.entrySet().stream()
        .filter(e -> e.getKey() < 1.6 * size)
        .max(java.util.Map.Entry.comparingByValue())
        .map(java.util.Map.Entry::getKey)
        .orElse(1.2 * size);
  }
}
