package eu.jalon.intake.document.pdf;

import eu.jalon.intake.document.pdf.Rulings.Ruling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A table of a page whose cells are separated by drawn lines. */
final class RuledTable {

  private static final double SAME = 3;
  private static final int FEWEST_BORDERS = 3;

  private final List<Ruling> rulings;
  private final List<Double> columns;
  private final List<Double> rows;

  private RuledTable(List<Ruling> rulings) {
    this.rulings = rulings;
    this.columns = borders(rulings, false);
    this.rows = borders(rulings, true);
  }

  /** The tables of two rows and two columns or more that the lines of a page make, from the top. */
  static List<RuledTable> of(List<Ruling> rulings) {
    Set<Ruling> left = new java.util.LinkedHashSet<>(rulings);
    var tables = new ArrayList<RuledTable>();
    while (!left.isEmpty()) {
      var table = new RuledTable(connected(left.iterator().next(), left));
      if (table.columns.size() >= FEWEST_BORDERS && table.rows.size() >= FEWEST_BORDERS) {
        tables.add(table);
      }
    }
    tables.sort(Comparator.comparingDouble(RuledTable::top));
    return tables;
  }

  /** Takes the lines that a line is connected with out of those that are left. */
  private static List<Ruling> connected(Ruling first, Set<Ruling> left) {
    var found = new ArrayList<Ruling>();
    var open = new ArrayDeque<Ruling>();
    left.remove(first);
    open.add(first);
    while (!open.isEmpty()) {
      Ruling next = open.poll();
      found.add(next);
      List<Ruling> crossing = left.stream().filter(next::crosses).toList();
      crossing.forEach(left::remove);
      open.addAll(crossing);
    }
    return found;
  }

  private static List<Double> borders(List<Ruling> rulings, boolean horizontal) {
    var places = new TreeSet<Double>();
    rulings.stream()
        .filter(ruling -> ruling.horizontal() == horizontal)
        .forEach(ruling -> places.add(ruling.at()));
    var borders = new ArrayList<Double>();
    for (double place : places) {
      if (borders.isEmpty() || place - borders.get(borders.size() - 1) > SAME) {
        borders.add(place);
      }
    }
    return borders;
  }

  double top() {
    return rows.get(0);
  }

  double bottom() {
    return rows.get(rows.size() - 1);
  }

  /** Whether a character is inside the table. */
  boolean holds(Glyph glyph) {
    return isBeside(glyph) && middle(glyph) > columns.get(0) && middle(glyph) < right();
  }

  /** Whether a character is inside the table, or to the left or right of it. */
  boolean isBeside(Glyph glyph) {
    return glyph.y() > top() && glyph.y() < bottom() + SAME;
  }

  private double right() {
    return columns.get(columns.size() - 1);
  }

  private static double middle(Glyph glyph) {
    return (glyph.x() + glyph.right()) / 2;
  }

  /**
   * The characters of each cell of each row. A cell that reaches over several columns stands in its
   * first one, a cell that reaches over several rows in each of them.
   */
  List<List<List<Glyph>>> cells(List<Glyph> glyphs) {
    int across = columns.size() - 1;
    int down = rows.size() - 1;
    var cells = new ArrayList<List<List<Glyph>>>();
    for (int row = 0; row < down; row++) {
      var cellsOfRow = new ArrayList<List<Glyph>>();
      for (int column = 0; column < across; column++) {
        cellsOfRow.add(new ArrayList<>());
      }
      cells.add(cellsOfRow);
    }
    for (Glyph glyph : glyphs) {
      int column = first(column(glyph), row(glyph));
      cells.get(top(column, row(glyph))).get(column).add(glyph);
    }
    for (int row = 1; row < down; row++) {
      for (int column = 0; column < across; column++) {
        if (top(column, row) < row) {
          cells.get(row).set(column, cells.get(row - 1).get(column));
        }
      }
    }
    return cells;
  }

  private int column(Glyph glyph) {
    return index(columns, middle(glyph));
  }

  private int row(Glyph glyph) {
    return index(rows, glyph.y() - glyph.size() / 3);
  }

  private static int index(List<Double> borders, double place) {
    int i = borders.size() - 2;
    while (i > 0 && place < borders.get(i)) {
      i--;
    }
    return i;
  }

  /** The first column of the cell that a column of a row belongs to. */
  private int first(int column, int row) {
    int first = column;
    while (first > 0 && !isDrawn(false, columns.get(first), between(rows, row))) {
      first--;
    }
    return first;
  }

  /** The first row of the cell that a row of a column belongs to. */
  private int top(int column, int row) {
    int top = row;
    while (top > 0 && !isDrawn(true, rows.get(top), between(columns, column))) {
      top--;
    }
    return top;
  }

  private static double between(List<Double> borders, int i) {
    return (borders.get(i) + borders.get(i + 1)) / 2;
  }

  private boolean isDrawn(boolean horizontal, double at, double place) {
    return rulings.stream()
        .anyMatch(
            ruling ->
                ruling.horizontal() == horizontal
                    && Math.abs(ruling.at() - at) <= SAME
                    && ruling.covers(place));
  }
}
