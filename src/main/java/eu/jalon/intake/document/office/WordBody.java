package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;
import static eu.jalon.intake.document.office.XmlEvents.number;

import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * Follows the body of a Word document: paragraphs, lists, tables, text boxes, references to notes.
 */
final class WordBody extends WordText {

  /** A paragraph that is open; a text box opens one inside another. */
  private static final class OpenParagraph {
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private final List<FlowParagraph> boxes = new ArrayList<>();
    private String style = "";
    private int numbering = -1;
    private int level = -1;
    private int outline = -1;
    private int boldCharacters;
    private int characters;
  }

  private static final class OpenCell {
    private int span = 1;
    private boolean continuesAbove;
    private boolean written;
  }

  private final FlowWriter writer;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final Map<String, String> notes;

  private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
  private boolean inRun;
  private boolean runBold;
  private boolean runHidden;
  private int runStart;
  private int noteNumber;
  private final Deque<OpenCell> cells = new ArrayDeque<>();

  WordBody(
      FlowWriter writer, WordStyles styles, WordNumbering numbering, Map<String, String> notes) {
    super(new StringBuilder());
    this.writer = writer;
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
  }

  @Override
  public void start(String name, XMLStreamReader tag) {
    super.start(name, tag);
    if (isSkipping()) {
      return;
    }
    OpenParagraph open = paragraphs.peek();
    switch (name) {
      case "tbl" -> writer.startTable();
      case "tr" -> writer.startRow();
      case "tblHeader" -> writer.markHeader();
      case "tc" -> cells.push(new OpenCell());
      case "gridSpan", "vMerge" -> cellProperty(name, tag);
      case "p" -> {
        openCell();
        paragraphs.push(new OpenParagraph());
        into(paragraphs.element().text);
      }
      case "r" -> startRun(open);
      default -> {
        if (open != null) {
          property(name, tag, open);
        }
      }
    }
  }

  private void cellProperty(String name, XMLStreamReader tag) {
    OpenCell cell = cells.peek();
    if (cell != null && name.equals("vMerge")) {
      cell.continuesAbove = !attribute(tag, "val").equals("restart");
    } else if (cell != null) {
      cell.span = Math.min(50, Math.max(1, number(tag, "val", 1)));
    }
  }

  private void property(String name, XMLStreamReader tag, OpenParagraph open) {
    switch (name) {
      case "pStyle" -> open.style = attribute(tag, "val");
      case "numId" -> open.numbering = number(tag, "val", -1);
      case "ilvl" -> open.level = number(tag, "val", -1);
      case "outlineLvl" -> open.outline = number(tag, "val", -1);
      case "b" -> runBold = inRun ? WordStyles.isOn(tag) : runBold;
      case "rStyle" -> runBold |= inRun && styles.bold(attribute(tag, "val"));
      case "vanish" -> runHidden |= inRun && WordStyles.isOn(tag);
      case "footnoteReference" -> note(open, "footnote " + attribute(tag, "id"));
      case "endnoteReference" -> note(open, "endnote " + attribute(tag, "id"));
      default -> {
        // other formatting
      }
    }
  }

  private void startRun(OpenParagraph open) {
    inRun = true;
    runHidden = false;
    runBold = open != null && styles.bold(open.style);
    runStart = text().length();
  }

  private void note(OpenParagraph open, String key) {
    String text = notes.get(key);
    if (text != null) {
      open.notes.add(++noteNumber + " " + text);
    }
  }

  @Override
  public void end(String name) {
    boolean hidden = isSkipping();
    super.end(name);
    if (hidden) {
      return;
    }
    switch (name) {
      case "r" -> endRun();
      case "p" -> endParagraph();
      case "tcPr" -> openCell();
      case "tc" -> endCell();
      case "tbl" -> writer.endTable();
      default -> {
        // other ends say nothing
      }
    }
  }

  private void endRun() {
    inRun = false;
    OpenParagraph open = paragraphs.peek();
    if (open == null) {
      return;
    }
    if (runHidden) {
      open.text.setLength(Math.min(runStart, open.text.length()));
      return;
    }
    int visible = 0;
    for (int i = Math.min(runStart, open.text.length()); i < open.text.length(); i++) {
      visible += Character.isWhitespace(open.text.charAt(i)) ? 0 : 1;
    }
    open.characters += visible;
    open.boldCharacters += runBold ? visible : 0;
  }

  /** A cell starts when its properties are known. */
  private void openCell() {
    OpenCell cell = cells.peek();
    if (cell == null || cell.written) {
      return;
    }
    cell.written = true;
    if (cell.continuesAbove) {
      writer.continueCellAbove();
    } else {
      writer.startCell();
    }
  }

  /** A cell over several columns is followed by empty ones. */
  private void endCell() {
    openCell();
    OpenCell cell = cells.poll();
    for (int i = 1; cell != null && i < cell.span; i++) {
      writer.startCell();
    }
  }

  private void endParagraph() {
    OpenParagraph open = paragraphs.poll();
    if (open == null) {
      return;
    }
    OpenParagraph outer = paragraphs.peek();
    into(outer == null ? new StringBuilder() : outer.text);
    if (styles.isContents(open.style)) {
      return;
    }
    FlowParagraph paragraph = paragraph(open);
    if (outer == null) {
      write(paragraph);
      open.boxes.forEach(this::write);
    } else {
      runStart = outer.text.length();
      outer.boxes.add(paragraph);
      outer.boxes.addAll(open.boxes);
    }
  }

  private void write(FlowParagraph paragraph) {
    if (!paragraph.text().isBlank()) {
      writer.paragraph(paragraph);
    }
  }

  private FlowParagraph paragraph(OpenParagraph open) {
    String text = open.text.toString();
    int heading =
        open.outline >= 0 && open.outline < 9 ? open.outline + 1 : styles.heading(open.style);
    int list = open.numbering >= 0 ? open.numbering : styles.numbering(open.style);
    boolean bold = open.characters > 0 && open.boldCharacters == open.characters;
    if (!numbering.has(list) || text.isBlank()) {
      return new FlowParagraph(text, heading, 0, "", bold, open.notes);
    }
    int level = open.level >= 0 ? open.level : numbering.levelOfStyle(list, open.style, styles);
    int depth = Math.max(0, level >= 0 ? level : styles.level(open.style));
    String marker = numbering.next(list, depth, styles);
    boolean shown = !marker.isEmpty();
    return new FlowParagraph(
        text, heading, shown && heading == 0 ? depth + 1 : 0, marker, bold, open.notes);
  }
}
