package eu.jalon.intake.document.block;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.line.Element;
import eu.jalon.intake.document.line.HeaderRow;
import eu.jalon.intake.document.line.LineShaper;
import eu.jalon.intake.document.line.TextLine;
import eu.jalon.intake.document.marker.ListMarker;
import eu.jalon.intake.document.marker.ListMarkers;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the plain text of a structured document and records the place of each block. */
public final class SourceTextBuilder {

  /** More text than any declaration has; what is longer was made to exhaust memory. */
  public static final int MOST_CHARACTERS = 5_000_000;

  private static final int MOST_ELEMENTS = 100_000;

  private final StringBuilder text = new StringBuilder();
  private final List<Element> elements = new ArrayList<>();
  private final List<List<String>> openTable = new ArrayList<>();
  private boolean openTableHeader;
  private int tables;

  /** Adds a heading whose depth the format states. */
  public void heading(int level, String number, String raw, int page) {
    String title = CleanText.line(raw);
    if (title.isEmpty()) {
      return;
    }
    write(
        number.isEmpty() ? title : number + " " + title,
        new Element.Settled(new Heading(level, number, title, Element.nowhere(page))));
  }

  /** Adds an item of a list of the format. */
  public void item(int level, String marker, String raw, int page) {
    String words = CleanText.line(raw);
    if (words.isEmpty()) {
      return;
    }
    String shown = marker.isEmpty() ? "•" : marker;
    write(
        "  ".repeat(Math.min(level, 9) - 1) + shown + " " + words,
        new Element.Settled(new ListItem(level, shown, words, Element.nowhere(page))));
  }

  /** Adds text that belongs to the page. */
  public void furniture(FurnitureKind kind, String raw, int page) {
    String words = CleanText.line(raw);
    if (!words.isEmpty()) {
      write(words, new Element.Settled(new PageFurniture(kind, words, Element.nowhere(page))));
    }
  }

  /**
   * Adds a paragraph of the format. It may hold typed bullets and, after line breaks, several
   * paragraphs: those are told apart by their shape.
   */
  public void paragraph(String raw, boolean bold, double indent, int page) {
    if (raw.isBlank()) {
      return;
    }
    String[] parts = CleanText.storable(raw.strip()).split("\n", -1);
    int longest = 0;
    for (String part : parts) {
      longest = Math.max(longest, part.length());
    }
    var lines = new ArrayList<TextLine>();
    int offset = 0;
    for (String part : parts) {
      if (!part.isBlank()) {
        lines.add(
            new TextLine(
                part,
                offset,
                offset + part.length(),
                page,
                indent,
                part.length(),
                Math.max(longest, 60),
                1,
                lines.isEmpty(),
                bold,
                0));
      }
      offset += part.length() + 1;
    }
    String joined = String.join("\n", parts);
    if (lines.size() == 1) {
      loose.add(elements.size());
      write(
          joined, new Element.Settled(new Paragraph(joined, bold, new Place(0, 0, page))), indent);
      return;
    }
    shaped(LineShaper.shape(lines), joined);
  }

  private final List<Integer> loose = new ArrayList<>();
  private final java.util.Map<Integer, Double> indents = new java.util.HashMap<>();

  private void write(String raw, Element element, double indent) {
    indents.put(elements.size(), indent);
    write(raw, element);
  }

  /** Adds elements that point into a text of their own, which is copied. */
  public void shaped(List<Element> shaped, String source) {
    for (Element element : shaped) {
      Place place = element.place();
      write(source.substring(place.start(), place.end()), element);
    }
  }

  /** Adds one row to the table that is open. */
  public void row(List<String> cells, boolean header) {
    List<String> clean = cells.stream().map(CleanText::line).toList();
    if (clean.stream().allMatch(String::isEmpty)) {
      return;
    }
    openTableHeader |= header && openTable.isEmpty();
    openTable.add(clean);
  }

  /** Ends the open table. A table of a single column is layout: its cells are paragraphs. */
  public void endTable(int page) {
    int width = openTable.stream().mapToInt(List::size).max().orElse(0);
    while (width > 1 && !openTableHeader && isTitle()) {
      paragraph(openTable.remove(0).get(0), false, 0, page);
    }
    boolean header = openTableHeader || HeaderRow.isHeader(openTable);
    for (int i = 0; i < openTable.size(); i++) {
      List<String> cells = openTable.get(i);
      if (width == 1) {
        paragraph(cells.get(0), false, 0, page);
      } else {
        write(
            String.join(" | ", cells),
            Element.row(tables, i, header && i == 0, cells, Element.nowhere(page)));
      }
    }
    if (width > 1) {
      tables++;
    }
    openTable.clear();
    openTableHeader = false;
  }

  /** A first row with nothing but its first cell is the title of the table. */
  private boolean isTitle() {
    List<String> first = openTable.get(0);
    return openTable.size() > 1
        && !first.get(0).isEmpty()
        && first.stream().skip(1).allMatch(String::isEmpty);
  }

  private void write(String raw, Element element) {
    int start = text.length();
    text.append(CleanText.storable(raw));
    int end = text.length();
    text.append('\n');
    if (text.length() > MOST_CHARACTERS || elements.size() >= MOST_ELEMENTS) {
      throw ValidationError.invalid("document.tooMuch");
    }
    elements.add(element.at(new Place(start, end, element.place().page())));
  }

  /** Returns the document; refuses one without any text. */
  public SourceText build(
      String fileName,
      DocumentFormat format,
      @Nullable LocalDate properties,
      List<String> warnings) {
    if (text.toString().isBlank()) {
      throw ValidationError.invalid("declaration.empty");
    }
    return of(fileName, format, text.toString(), settle(), properties, warnings);
  }

  /** Makes a document of elements that point into its text. */
  public static SourceText of(
      String fileName,
      DocumentFormat format,
      String text,
      List<Element> elements,
      @Nullable LocalDate properties,
      List<String> warnings) {
    List<Block> blocks = BlockClassifier.classify(elements);
    Optional<LocalDate> stated = DocumentDate.in(blocks);
    var all = new ArrayList<String>(warnings);
    if (stated.isEmpty() && properties != null) {
      all.add("document.dateFromProperties");
    }
    return new SourceText(fileName, format, text, blocks, stated.orElse(properties), all);
  }

  /** Single paragraphs get their markers last, when all lines of the document are known. */
  private List<Element> settle() {
    var starts = new ArrayList<String>();
    for (int i : loose) {
      starts.add(((Element.Settled) elements.get(i)).block().text());
    }
    ListMarkers markers = ListMarkers.of(starts);
    var settled = new ArrayList<Element>(elements);
    for (int i : loose) {
      Paragraph paragraph = (Paragraph) ((Element.Settled) elements.get(i)).block();
      String line = CleanText.line(paragraph.text());
      ListMarker marker = markers.find(line).orElse(null);
      String words = marker == null ? line : marker.rest();
      settled.set(
          i,
          new Element.Loose(
              words,
              marker,
              paragraph.bold(),
              true,
              false,
              indents.getOrDefault(i, 0.0),
              1,
              paragraph.place()));
    }
    return settled;
  }
}
