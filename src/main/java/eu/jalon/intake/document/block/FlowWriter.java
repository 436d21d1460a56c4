package eu.jalon.intake.document.block;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.marker.ListMarker;
import eu.jalon.intake.document.marker.ListMarkers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the paragraphs and tables of a structured document in reading order. Tables inside a cell
 * become part of the cell; a table of one column is layout, its paragraphs are those of the body.
 */
public final class FlowWriter {

  /** How far a list of the format is taken to be indented for each level. */
  static final double INDENT = 4;

  private static final int DEEPEST = 20;
  private static final int MOST_CELLS = 200;

  private static final class Table {
    private final List<List<List<FlowParagraph>>> rows = new ArrayList<>();
    private boolean header;
  }

  private static final ListMarkers ANY_MARKER = ListMarkers.of(List.of());

  private final SourceTextBuilder builder;
  private final Deque<Table> tables = new ArrayDeque<>();

  public FlowWriter(SourceTextBuilder builder) {
    this.builder = builder;
  }

  /** Adds a paragraph to the open cell, or to the body. */
  public void paragraph(FlowParagraph paragraph) {
    List<FlowParagraph> cell = openCell();
    if (cell == null) {
      emit(paragraph);
    } else {
      cell.add(paragraph);
    }
  }

  /** Adds text that belongs to the page. */
  public void furniture(FurnitureKind kind, String text) {
    builder.furniture(kind, text, 0);
  }

  public void startTable() {
    tables.push(new Table());
  }

  /** Starts a row of the innermost table. */
  public void startRow() {
    if (!tables.isEmpty()) {
      tables.peek().rows.add(new ArrayList<>());
    }
  }

  /** Tells that the open row repeats as the header of each page. */
  public void markHeader() {
    if (!tables.isEmpty() && tables.peek().rows.size() == 1) {
      tables.peek().header = true;
    }
  }

  /** Starts a cell of the open row. */
  public void startCell() {
    if (tables.isEmpty()) {
      return;
    }
    if (tables.peek().rows.isEmpty()) {
      startRow();
    }
    List<List<FlowParagraph>> row = openRow(tables.peek());
    if (row.size() < MOST_CELLS) {
      row.add(new ArrayList<>());
    }
  }

  /** Repeats the cell above, which spans several rows. */
  public void continueCellAbove() {
    if (tables.isEmpty()) {
      return;
    }
    Table table = tables.peek();
    startCell();
    int column = openRow(table).size() - 1;
    if (table.rows.size() > 1) {
      List<List<FlowParagraph>> above = table.rows.get(table.rows.size() - 2);
      if (column < above.size()) {
        openRow(table).set(column, new ArrayList<>(above.get(column)));
      }
    }
  }

  /** Ends the innermost table. */
  public void endTable() {
    if (tables.isEmpty()) {
      return;
    }
    Table table = tables.pop();
    List<FlowParagraph> outer = openCell();
    int width = table.rows.stream().mapToInt(List::size).max().orElse(0);
    if (outer != null || tables.size() > DEEPEST) {
      table.rows.forEach(row -> row.forEach(cell -> add(outer, cell)));
    } else if (width == 1) {
      table.rows.forEach(row -> row.forEach(cell -> cell.forEach(this::emit)));
    } else {
      emitRows(table);
    }
  }

  private static void add(@Nullable List<FlowParagraph> outer, List<FlowParagraph> cell) {
    if (outer != null) {
      outer.addAll(cell);
    }
  }

  private void emitRows(Table table) {
    var notes = new ArrayList<String>();
    for (List<List<FlowParagraph>> row : table.rows) {
      var cells = new ArrayList<String>();
      for (List<FlowParagraph> cell : row) {
        var text = new StringBuilder();
        for (FlowParagraph paragraph : cell) {
          text.append(paragraph.marker()).append(' ').append(paragraph.text()).append('\n');
          notes.addAll(paragraph.notes());
        }
        cells.add(text.toString());
      }
      builder.row(cells, table.header);
    }
    builder.endTable(0);
    notes.forEach(note -> builder.furniture(FurnitureKind.FOOTNOTE, note, 0));
  }

  private void emit(FlowParagraph paragraph) {
    if (paragraph.heading() > 0) {
      emitHeading(paragraph);
    } else if (paragraph.list() > 0 && !isNumbered(paragraph.marker())) {
      builder.item(paragraph.list(), paragraph.marker(), paragraph.text(), 0);
    } else if (paragraph.list() > 0) {
      String text = paragraph.marker() + " " + CleanText.line(paragraph.text());
      boolean empty = paragraph.text().isBlank();
      builder.paragraph(empty ? "" : text, paragraph.bold(), INDENT * paragraph.list(), 0);
    } else {
      builder.paragraph(paragraph.text(), paragraph.bold(), 0, 0);
    }
    paragraph.notes().forEach(note -> builder.furniture(FurnitureKind.FOOTNOTE, note, 0));
  }

  private void emitHeading(FlowParagraph paragraph) {
    String text = CleanText.line(paragraph.text());
    Optional<ListMarker> typed = ANY_MARKER.find(text).filter(m -> !m.isBullet());
    boolean titled = typed.isPresent() && !typed.get().rest().isEmpty();
    boolean bullet =
        ANY_MARKER.find(paragraph.marker() + " X").filter(ListMarker::isBullet).isPresent();
    String shown = bullet ? "" : paragraph.marker();
    String number = titled ? typed.get().written() : shown;
    builder.heading(paragraph.heading(), number, titled ? typed.get().rest() : text, 0);
  }

  /** Only numbers that are also recognised in plain text are classified by shape. */
  private static boolean isNumbered(String marker) {
    return ANY_MARKER
            .find(marker + " X")
            .filter(m -> !m.isBullet() && m.rest().equals("X"))
            .isPresent()
        || marker.matches("[A-Za-z][.)]");
  }

  private @Nullable List<FlowParagraph> openCell() {
    Table table = tables.peek();
    if (table == null) {
      return null;
    }
    if (table.rows.isEmpty() || openRow(table).isEmpty()) {
      startCell();
    }
    List<List<FlowParagraph>> row = openRow(table);
    return row.get(row.size() - 1);
  }

  private static List<List<FlowParagraph>> openRow(Table table) {
    return table.rows.get(table.rows.size() - 1);
  }
}
