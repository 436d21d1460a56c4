package eu.jalon.intake.document.line;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.TableRow;
import eu.jalon.intake.document.marker.ListMarker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document on its way to a block: classified by its format, or still to be classified
 * by its shape.
 */
public sealed interface Element {

  Place place();

  /** The same element at another place. */
  Element at(Place place);

  /** An element that the format of the file classifies completely. */
  record Settled(Block block) implements Element {

    @Override
    public Place place() {
      return block.place();
    }

    @Override
    public Settled at(Place place) {
      return new Settled(moved(block, place));
    }
  }

  /**
   * Text that its shape makes a heading, a list item or a paragraph.
   *
   * @param text the cleaned text, without its marker
   * @param apart whether an empty line or a larger gap precedes it
   * @param large whether its type is larger than that of the body
   * @param indent where its first line begins
   */
  record Loose(
      String text,
      @Nullable ListMarker marker,
      boolean bold,
      boolean apart,
      boolean large,
      double indent,
      int lines,
      Place place)
      implements Element {

    @Override
    public Loose at(Place place) {
      return new Loose(text, marker, bold, apart, large, indent, lines, place);
    }
  }

  private static Block moved(Block block, Place place) {
    if (block instanceof Heading heading) {
      return new Heading(heading.level(), heading.number(), heading.text(), place);
    }
    if (block instanceof ListItem item) {
      return new ListItem(item.level(), item.marker(), item.text(), place);
    }
    if (block instanceof TableRow row) {
      return new TableRow(row.table(), row.row(), row.header(), row.cells(), place);
    }
    if (block instanceof PageFurniture furniture) {
      FurnitureKind kind = furniture.kind();
      return new PageFurniture(kind, furniture.text(), place);
    }
    Paragraph paragraph = (Paragraph) block;
    return new Paragraph(paragraph.text(), paragraph.bold(), place);
  }

  /** The place of an element before its text is written. */
  static Place nowhere(int page) {
    return new Place(0, 0, page);
  }

  /** A row whose table is numbered when the document is finished. */
  static Settled row(int table, int row, boolean header, List<String> cells, Place place) {
    return new Settled(new TableRow(table, row, header, cells, place));
  }
}
