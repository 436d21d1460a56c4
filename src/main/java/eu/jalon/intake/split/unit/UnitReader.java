package eu.jalon.intake.split.unit;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.document.TableRow;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.Sentences;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Divides the blocks of a document into units: labels, items and inline lists become units. */
public final class UnitReader {

  private static final Set<String> MISREAD = Set.of("e", "o", "©", "®", "°", "¢", "¤", "§");

  private static final int FEWEST_PARALLEL = 3;

  private final SectionWords wording;
  private final SourceText source;
  private final List<Unit> units = new ArrayList<>();
  private final List<SourceLine> lines = new ArrayList<>();
  private final Map<String, Set<Integer>> series;
  private final boolean scanned;
  private final Set<String> references;
  private int tables;

  private UnitReader(SectionWords wording, SourceText source) {
    this.wording = wording;
    this.source = source;
    this.series =
        source.format() == DocumentFormat.TEXT
            ? LineReader.series(SourceLine.of(source.text(), 0))
            : Map.of();
    this.references =
        source.blocks().stream()
            .filter(Paragraph.class::isInstance)
            .flatMap(block -> reference(((Paragraph) block).text()).stream())
            .collect(Collectors.toSet());
    this.scanned =
        source.blocks().stream()
            .anyMatch(block -> block instanceof ListItem item && item.marker().strip().equals("e"));
  }

  public static List<Unit> read(SectionWords wording, SourceText source) {
    UnitReader reader = new UnitReader(wording, source);
    reader.addAll(source.blocks());
    reader.flush();
    return reader.parted();
  }

  private void addAll(List<Block> blocks) {
    int at = 0;
    while (at < blocks.size()) {
      List<TableRow> table = tableAt(blocks, at);
      if (isParallelText(table)) {
        flush();
        column(table, 0);
        column(table, 1);
        at += table.size();
      } else {
        add(blocks.get(at));
        at++;
      }
    }
  }

  /** The rows of the table that begins at a block; none where no table begins. */
  private static List<TableRow> tableAt(List<Block> blocks, int from) {
    List<TableRow> rows = new ArrayList<>();
    boolean begins =
        from == 0
            || !(blocks.get(from - 1) instanceof TableRow before)
            || !(blocks.get(from) instanceof TableRow first)
            || before.table() != first.table();
    for (int i = from; begins && i < blocks.size(); i++) {
      if (!(blocks.get(i) instanceof TableRow row)
          || (!rows.isEmpty() && row.table() != rows.get(0).table())) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether a table holds a text in one language and beside it the same text in another. */
  private boolean isParallelText(List<TableRow> table) {
    if (table.size() < FEWEST_PARALLEL
        || StepTable.isHeader(wording, table.get(0).cells())
        || table.stream().anyMatch(row -> row.cells().size() != 2)) {
      return false;
    }
    Optional<Language> left = language(table, 0);
    Optional<Language> right = language(table, 1);
    return left.isPresent() && right.isPresent() && !left.equals(right);
  }

  private static Optional<Language> language(List<TableRow> table, int column) {
    return TextLanguage.of(
        table.stream().map(row -> row.cells().get(column)).collect(Collectors.joining(" ")));
  }

  private void column(List<TableRow> table, int column) {
    for (TableRow row : table) {
      String cell = row.cells().get(column);
      String both = String.join(" | ", row.cells());
      int from = column == 0 ? 0 : both.length() - cell.length();
      Span where = span(row).part(source.text(), both, from, from + cell.length());
      paragraph(new Paragraph(cell, false, row.place()), where);
    }
  }

  /** The lines of a plain text are more reliable than paragraphs guessed from them. */
  private void add(Block block) {
    if (block instanceof Paragraph paragraph && source.format() == DocumentFormat.TEXT) {
      lines.addAll(SourceLine.of(raw(block), paragraph.place().start()));
      return;
    }
    if (block instanceof PageFurniture) {
      return;
    }
    flush();
    Span span = span(block);
    if (block instanceof Heading heading && isReferenced(heading)) {
      paragraph(new Paragraph(heading.text(), false, heading.place()), span);
    } else if (block instanceof Heading heading) {
      Marker marker = heading.number().isBlank() ? null : Marker.given(heading.number());
      units.add(
          Unit.of(Kind.HEADING, heading.level(), marker, Sentences.heal(heading.text()), span));
    } else if (block instanceof ListItem item) {
      units.add(
          Unit.of(
              Kind.ITEM,
              marker(item).isCheckBox() || isMisread(item) ? 1 : item.level(),
              marker(item),
              withoutBox(Sentences.heal(item.text())),
              span));
    } else if (block instanceof TableRow row) {
      tables = Math.max(tables, row.table() + 1);
      units.add(
          Unit.row(
              row.table(), row.header(), row.cells().stream().map(Sentences::heal).toList(), span));
    } else if (block instanceof Paragraph paragraph) {
      paragraph(paragraph, span);
    }
  }

  /** A short step may look like a heading; its reference is one that other steps have as well. */
  private boolean isReferenced(Heading heading) {
    return reference(heading.text()).filter(references::contains).isPresent();
  }

  /** The kind of reference that opens a text: "#D" for "D2 — ...". */
  private static Optional<String> reference(String text) {
    return Marker.of(text).map(Marker::kind).filter(kind -> kind.startsWith("#"));
  }

  /** A box to tick that is typed with brackets. */
  private static String withoutBox(String text) {
    return text.startsWith("[ ]") ? text.substring(3).strip() : text;
  }

  /** A scan reads the same round bullet now as "e", now as "o": they are of one level. */
  private boolean isMisread(ListItem item) {
    return scanned && MISREAD.contains(item.marker().strip());
  }

  private Marker marker(ListItem item) {
    String written = item.marker().strip();
    return LabelledItem.of(wording, written + " x")
        .filter(found -> found.rest().equals("x"))
        .orElseGet(() -> Marker.given(written));
  }

  private void paragraph(Paragraph paragraph, Span span) {
    String text = Sentences.heal(paragraph.text());
    if (text.isEmpty()) {
      return;
    }
    Optional<Marker> marker = LabelledItem.of(wording, text);
    if (marker.isEmpty()) {
      marker =
          Marker.of(text)
              .filter(
                  found ->
                      (!found.needsSeries() || found.kind().startsWith("#"))
                          && !found.rest().isEmpty());
    }
    units.add(
        Unit.of(
                marker.isPresent() ? Kind.ITEM : Kind.PARAGRAPH,
                marker.map(UnitReader::depth).orElse(1),
                marker.orElse(null),
                marker.map(Marker::rest).orElse(text),
                span)
            .set(true, paragraph.bold()));
  }

  /** "2.2.1" is one level below "2.2", the first level of a list under a numbered heading. */
  private static int depth(Marker marker) {
    return marker.kind().startsWith("1.1.") ? marker.kind().length() / 2 - 1 : 1;
  }

  private void flush() {
    List<Unit> read = LineReader.read(wording, List.copyOf(lines), tables, series);
    lines.clear();
    read.forEach(unit -> tables = Math.max(tables, unit.table() + 1));
    units.addAll(read);
  }

  /** Parts labels from what follows on their line, and the parts of an inline list. */
  private List<Unit> parted() {
    List<Unit> parted = new ArrayList<>();
    for (Unit read : units) {
      Unit unit = read;
      if (unit.text().isBlank()) {
        continue;
      }
      if (unit.is(Kind.ROW)) {
        parted.add(unit);
        continue;
      }
      if (endsList(parted, unit)) {
        unit = unit.as(Kind.ITEM, parted.get(parted.size() - 1).level());
      }
      unit = unnested(unit);
      Optional<SectionLabel> label =
          unit.marker() != null && LabelledItem.names(unit.marker())
              ? Optional.empty()
              : SectionLabel.of(wording, unit.text());
      if (label.isEmpty()) {
        parted.addAll(InlineList.of(source.text(), unit));
        continue;
      }
      String rest = label.get().rest();
      if (rest.isEmpty()) {
        parted.add(unit.labelled(label.get()));
      } else {
        String head = unit.text().substring(0, unit.text().lastIndexOf(rest)).strip();
        parted.add(unit.worded(head, unit.span(), unit.marker()).labelled(label.get()));
        Unit behind = behind(unit, rest);
        parted.addAll(InlineList.of(source.text(), behind));
      }
    }
    return parted;
  }

  /**
   * Whether what was taken for a numbered heading is the last item of the list above it: it has the
   * next number and no heading has the one before.
   */
  private static boolean endsList(List<Unit> before, Unit unit) {
    Marker marker = unit.marker();
    if (!unit.is(Kind.HEADING) || marker == null || !marker.isNumber() || before.isEmpty()) {
      return false;
    }
    Unit last = before.get(before.size() - 1);
    Marker above = last.marker();
    return last.is(Kind.ITEM)
        && above != null
        && marker.follows(above)
        && before.subList(Math.max(0, before.size() - 50), before.size()).stream()
            .noneMatch(
                other ->
                    other.is(Kind.HEADING)
                        && other.marker() != null
                        && marker.kind().equals(other.marker().kind()));
  }

  /** A bullet may precede "Décision n° 2 : ...". */
  private Unit unnested(Unit unit) {
    Marker own = unit.marker();
    if (!unit.is(Kind.ITEM) || (own != null && own.kind().startsWith("="))) {
      return unit;
    }
    return LabelledItem.of(wording, unit.text())
        .filter(inner -> !inner.rest().isEmpty() && (inner.value() > 0 || own == null))
        .map(inner -> unit.worded(inner.rest(), unit.span(), own))
        .orElse(unit);
  }

  private Unit behind(Unit unit, String rest) {
    int at = unit.text().lastIndexOf(rest);
    Span span = unit.span().part(source.text(), unit.text(), Math.max(0, at), unit.text().length());
    Optional<Marker> marker = Marker.of(rest).filter(found -> !found.rest().isEmpty());
    return Unit.of(
        marker.isPresent() ? Kind.ITEM : Kind.PARAGRAPH,
        1,
        marker.orElse(null),
        marker.map(Marker::rest).orElse(rest),
        span);
  }

  private String raw(Block block) {
    return source.text().substring(block.place().start(), block.place().end());
  }

  private static Span span(Block block) {
    return new Span(block.place().start(), block.place().end());
  }
}
