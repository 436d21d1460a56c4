package eu.jalon.intake.split.unit;

import eu.jalon.intake.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph, heading, list item or table row while a document is analysed.
 *
 * @param level depth of a heading or item, from 1; 0 for a heading whose depth is not known
 * @param marker what opened an item or heading
 * @param text its words on one line, without the marker
 * @param apart whether a gap precedes it
 * @param bold whether it is set in bold type
 * @param label the kind of the units below it
 * @param table number of its table, -1 for what is no row
 */
public record Unit(
    Kind kind,
    int level,
    @Nullable Marker marker,
    String text,
    Span span,
    boolean apart,
    boolean bold,
    @Nullable SectionLabel label,
    int table,
    boolean header,
    List<String> cells) {

  /** The kind of a unit. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW
  }

  static Unit of(Kind kind, int level, @Nullable Marker marker, String text, Span span) {
    return new Unit(kind, level, marker, text, span, true, false, null, -1, false, List.of());
  }

  static Unit row(int table, boolean header, List<String> cells, Span span) {
    return new Unit(
        Kind.ROW,
        0,
        null,
        String.join(" | ", cells),
        span,
        true,
        false,
        null,
        table,
        header,
        cells);
  }

  public Unit labelled(SectionLabel found) {
    return new Unit(kind, level, marker, text, span, apart, bold, found, table, header, cells);
  }

  Unit as(Kind other, int depth) {
    return new Unit(other, depth, marker, text, span, apart, bold, label, table, header, cells);
  }

  Unit worded(String words, Span where, @Nullable Marker opened) {
    return new Unit(kind, level, opened, words, where, apart, bold, label, table, header, cells);
  }

  Unit set(boolean gap, boolean strong) {
    return new Unit(kind, level, marker, text, span, gap, strong, label, table, header, cells);
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }

  public boolean isNumbered() {
    return marker != null && marker.isNumber();
  }
}
