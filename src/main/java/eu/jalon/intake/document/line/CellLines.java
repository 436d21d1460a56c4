package eu.jalon.intake.document.line;

import eu.jalon.intake.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds tables that were pasted with one cell a line: every n-th line is a date. */
public final class CellLines {

  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|(?:\\p{L}+\\.?"
              + " ){0,3}(?:\\d{1,2}(?:er)? )?\\p{L}{3,9}\\.? \\d{4}|[QT][1-4]["
              + " /-]\\d{4}|\\d{1,2}/\\d{4}|\\d{4})");
  private static final int WIDEST = 8;

  private final List<Element> elements;
  private int tables;

  private CellLines(List<Element> elements, int tables) {
    this.elements = elements;
    this.tables = tables;
  }

  public static List<Element> join(List<Element> elements) {
    int tables =
        elements.stream()
            .filter(
                e ->
                    e instanceof Element.Settled s
                        && s.block() instanceof eu.jalon.intake.document.TableRow)
            .mapToInt(
                e ->
                    ((eu.jalon.intake.document.TableRow) ((Element.Settled) e).block()).table() + 1)
            .max()
            .orElse(0);
    return new CellLines(elements, tables).join();
  }

  private List<Element> join() {
    var joined = new ArrayList<Element>();
    for (int i = 0; i < elements.size(); ) {
      int end = i;
      while (end < elements.size() && cell(end) != null) {
        end++;
      }
      if (end == i) {
        joined.add(elements.get(i++));
      } else {
        addRun(joined, i, end);
        i = end;
      }
    }
    return joined;
  }

  private void addRun(List<Element> joined, int from, int to) {
    var dates = new ArrayList<Integer>();
    for (int i = from; i < to; i++) {
      if (DATE.matcher(text(i)).matches()) {
        dates.add(i);
      }
    }
    int width = dates.size() < 2 ? 0 : dates.get(1) - dates.get(0);
    boolean regular = width >= 2 && width <= WIDEST;
    for (int i = 1; regular && i < dates.size(); i++) {
      regular = dates.get(i) - dates.get(i - 1) == width;
    }
    if (!regular) {
      joined.addAll(elements.subList(from, to));
      return;
    }
    int header = headerStart(from, dates.get(0), width);
    int first = header >= 0 ? header : Math.max(from, dates.get(0) - width + 1);
    int rows = (to - first) / width;
    joined.addAll(elements.subList(from, first));
    for (int row = 0; row < rows; row++) {
      joined.add(row(first + row * width, width, row, header >= 0 && row == 0));
    }
    tables++;
    joined.addAll(elements.subList(first + rows * width, to));
  }

  /**
   * The names of the columns come directly before the first row. Where the run is longer, the date
   * is taken to be the last column.
   */
  private static int headerStart(int from, int firstDate, int width) {
    int header = firstDate - 2 * width + 1;
    for (int column = 0; column < width; column++) {
      if (firstDate - column - width == from) {
        return from;
      }
    }
    return header >= from ? header : -1;
  }

  private Element row(int first, int width, int row, boolean header) {
    var cells = new ArrayList<String>();
    for (int i = first; i < first + width; i++) {
      cells.add(text(i));
    }
    Place start = elements.get(first).place();
    int end = elements.get(first + width - 1).place().end();
    return Element.row(tables, row, header, cells, new Place(start.start(), end, start.page()));
  }

  private String text(int i) {
    Element.Loose cell = cell(i);
    return cell == null ? "" : cell.text();
  }

  private Element.@org.jspecify.annotations.Nullable Loose cell(int i) {
    return elements.get(i) instanceof Element.Loose loose
            && loose.marker() == null
            && loose.lines() == 1
        ? loose
        : null;
  }
}
