package eu.jalon.intake.document.block;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.line.CellLines;
import eu.jalon.intake.document.line.Element;
import eu.jalon.intake.document.line.LineShaper;
import eu.jalon.intake.document.marker.ListMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by shape which loose text is a heading, a list item or a paragraph, and how deep. */
public final class BlockClassifier {

  private static final int LONGEST_NUMBERED = 150;
  private static final int LONGEST_HEADING = 130;
  private static final int MOST_WORDS = 20;
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.;,:!?…][»”\"'’)\\]]*$", Pattern.DOTALL);
  private static final Pattern DATED =
      Pattern.compile(
          ".*\\b\\d{1,2}(?:er)? \\p{L}{3,9}\\.? \\d{4}$|.*\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}$");

  private final List<Element> elements;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> sections = new ArrayList<>();
  private final ListLevels levels = new ListLevels();
  private final int[] runBefore;
  private final int[] runAfter;
  private int structured;

  private BlockClassifier(List<Element> elements) {
    this.elements = elements;
    this.runBefore = new int[elements.size()];
    this.runAfter = new int[elements.size()];
    countRuns();
  }

  /**
   * Returns a block for each element, in the same order; cells on lines of their own become rows.
   */
  public static List<Block> classify(List<Element> elements) {
    var classifier = new BlockClassifier(CellLines.join(elements));
    for (int i = 0; i < classifier.elements.size(); i++) {
      classifier.add(i);
    }
    return classifier.blocks;
  }

  private void add(int i) {
    Element element = elements.get(i);
    if (element instanceof Element.Settled settled) {
      Block block = settled.block();
      if (block instanceof Heading heading) {
        structured = heading.level();
      }
      if (block instanceof ListItem item) {
        levels.enter(item.level());
      } else if (!(block instanceof PageFurniture)) {
        levels.clear();
      }
      blocks.add(block);
      return;
    }
    var text = (Element.Loose) element;
    ListMarker marker = text.marker();
    if (marker == null) {
      addUnmarked(i, text);
    } else if (isSection(i, text, marker)) {
      levels.clear();
      String title = text.text().isEmpty() ? marker.written() : text.text();
      blocks.add(new Heading(sectionLevel(marker), marker.written(), title, text.place()));
    } else {
      blocks.add(
          new ListItem(
              levels.of(marker, text.indent()), marker.written(), text.text(), text.place()));
    }
  }

  private void addUnmarked(int i, Element.Loose text) {
    levels.leaveAt(text.indent());
    if (isTitle(i)) {
      levels.clear();
      int level = structured > 0 ? structured + 1 : sections.size() + 1;
      blocks.add(new Heading(level, "", text.text(), text.place()));
    } else {
      blocks.add(new Paragraph(text.text(), text.bold(), text.place()));
    }
  }

  /** A numbered line is a heading if it does not end like a sentence and has a text of its own. */
  private boolean isSection(int i, Element.Loose text, ListMarker marker) {
    if (!marker.numbersSections() || text.text().length() > LONGEST_NUMBERED) {
      return false;
    }
    boolean title =
        !LineShaper.startsLower(text.text())
            && (text.bold() || text.large() || !SENTENCE_END.matcher(text.text()).matches());
    if (marker.family().equals("section")) {
      return title;
    }
    return title && !text.text().isEmpty() && (text.large() || hasBody(i, marker));
  }

  private boolean hasBody(int i, ListMarker marker) {
    int next = next(i);
    if (next < 0) {
      return false;
    }
    return !(elements.get(next) instanceof Element.Loose below)
        || below.marker() == null
        || !below.marker().family().equals(marker.family());
  }

  private int sectionLevel(ListMarker marker) {
    String family = marker.depth() > 1 ? "1." : marker.family();
    if (!sections.contains(family)) {
      sections.add(family);
    }
    return sections.indexOf(family) + marker.depth();
  }

  private boolean isTitle(int i) {
    Element.Loose text = candidate(i);
    if (text == null) {
      return false;
    }
    int next = next(i);
    int before = previous(i);
    if (next < 0) {
      return false;
    }
    if (text.large()) {
      return true;
    }
    boolean opensList = elements.get(next) instanceof Element.Loose below && below.marker() != null;
    boolean leadIn =
        before >= 0
            && elements.get(before) instanceof Element.Loose above
            && above.text().endsWith(":");
    if (leadIn && !opensList) {
      return false;
    }
    return standsApart(next) && !isInRun(i);
  }

  private boolean standsApart(int next) {
    if (!(elements.get(next) instanceof Element.Loose below)) {
      return true;
    }
    boolean goesOn = below.marker() == null && LineShaper.startsLower(below.text());
    return !goesOn && (below.apart() || below.marker() != null || below.text().endsWith(":"));
  }

  /** Three short texts in a row are no headings, except at the top of the document. */
  private boolean isInRun(int i) {
    int from = i - runBefore[i];
    int to = i + runAfter[i];
    return to - from >= 2 && (from > 0 || next(to) < 0);
  }

  /** Counts the candidates directly before and after each element. */
  private void countRuns() {
    for (int i = 1; i < runBefore.length; i++) {
      runBefore[i] = candidate(i - 1) == null ? 0 : runBefore[i - 1] + 1;
    }
    for (int i = runAfter.length - 2; i >= 0; i--) {
      runAfter[i] = candidate(i + 1) == null ? 0 : runAfter[i + 1] + 1;
    }
  }

  private Element.@Nullable Loose candidate(int i) {
    if (!(elements.get(i) instanceof Element.Loose text) || text.marker() != null) {
      return null;
    }
    String words = text.text();
    boolean opens = text.apart() || text.bold() || text.large();
    boolean letters = words.codePoints().anyMatch(Character::isLetter);
    boolean brief =
        words.length() <= LONGEST_HEADING
            && text.lines() <= 2
            && words.chars().filter(c -> c == ' ').count() < MOST_WORDS;
    boolean cut = words.endsWith("-");
    boolean plain = !SENTENCE_END.matcher(words).matches() && !DATED.matcher(words).matches();
    return opens && letters && brief && plain && !cut && !LineShaper.startsLower(words)
        ? text
        : null;
  }

  private int next(int i) {
    for (int at = i + 1; at < elements.size(); at++) {
      if (!isFurniture(at)) {
        return at;
      }
    }
    return -1;
  }

  private int previous(int i) {
    for (int at = i - 1; at >= 0; at--) {
      if (!isFurniture(at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isFurniture(int i) {
    return elements.get(i) instanceof Element.Settled settled
        && settled.block() instanceof PageFurniture;
  }
}
