package eu.jalon.intake.document.line;

import eu.jalon.intake.document.FurnitureKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds page numbers, repeated headers and footers, and footnotes among the lines of a plain text.
 */
public final class TextMargins {

  private static final Pattern NUMBER_ALONE = Pattern.compile("\\d{1,3}");
  private static final Pattern SEPARATOR =
      Pattern.compile("_{4,}|-{4,}|={4,}|~{4,}|[—―─═]{3,}|\\*{3,}|(?:[*·–-] ){2,}[*·–-]");
  private static final Pattern FOOTNOTE =
      Pattern.compile("\\[?\\(?(\\d{1,3}(?![\\d/.,-])|[¹²³⁴⁵⁶⁷⁸⁹]|\\*{1,3})\\)?\\]?[.:]?\\s*\\S.*");
  private static final int LINES_ABOVE = 80;

  private final List<TextLine> lines;
  private final Map<Integer, FurnitureKind> kinds = new TreeMap<>();
  private final Set<Integer> dropped = new HashSet<>();
  private final Set<String> footnotes = new HashSet<>();

  private TextMargins(List<TextLine> lines) {
    this.lines = lines;
  }

  /** Looks at all lines of a document. */
  public static TextMargins of(List<TextLine> lines) {
    var margins = new TextMargins(lines);
    margins.findPageNumbers();
    margins.findRepeated();
    margins.findBesidePageNumbers();
    margins.findFootnotes();
    return margins;
  }

  /** The kind of furniture of each line that is furniture, by the index of the line. */
  public Map<Integer, FurnitureKind> kinds() {
    return kinds;
  }

  /** Lines that only separate. */
  public Set<Integer> separators() {
    return dropped;
  }

  /** Returns the text without the mark of a footnote that the document has. */
  public String withoutMarks(String text) {
    String clean = text.replaceAll("(?<=[\\p{L}»”\"')])[¹²³⁴⁵⁶⁷⁸⁹⁰]+", "");
    for (String number : footnotes) {
      if (Character.isDigit(number.charAt(0))) {
        clean = clean.replaceAll("(?<=[\\p{L}»”\")])" + number + "(?=[\\s.,;:)]|$)", "");
      }
    }
    return clean;
  }

  private String text(int i) {
    return lines.get(i).raw().strip();
  }

  private void findPageNumbers() {
    var alone = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      String text = text(i);
      if (!NUMBER_ALONE.matcher(text).matches() && FurnitureWords.isPageNumber(text)) {
        kinds.put(i, FurnitureKind.PAGE_NUMBER);
      } else if (FurnitureWords.isContents(text)) {
        kinds.put(i, FurnitureKind.PAGE_HEADER);
      } else if (FurnitureWords.namesPage(text)) {
        kinds.put(i, FurnitureKind.PAGE_FOOTER);
      } else if (NUMBER_ALONE.matcher(text).matches() && isAtPageEdge(i)) {
        alone.add(i);
      }
    }
    for (int i : alone) {
      kinds.put(i, FurnitureKind.PAGE_NUMBER);
    }
  }

  private boolean isAtPageEdge(int i) {
    int page = lines.get(i).page();
    boolean first = i == 0 || lines.get(i - 1).page() != page;
    boolean last = i + 1 == lines.size() || lines.get(i + 1).page() != page;
    return pages() > 1 && (first || last);
  }

  private int pages() {
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).page();
  }

  /** The same first or last lines on several pages, whatever the numbers in them. */
  private void findRepeated() {
    if (pages() < 2) {
      return;
    }
    var tops = new HashMap<String, List<Integer>>();
    var bottoms = new HashMap<String, List<Integer>>();
    for (int i = 0; i < lines.size(); i++) {
      if (kinds.containsKey(i)) {
        continue;
      }
      String key = FurnitureWords.masked(text(i));
      if (isEdge(i, -1)) {
        tops.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      } else if (isEdge(i, 1)) {
        bottoms.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    tops.values().forEach(found -> mark(found, FurnitureKind.PAGE_HEADER));
    bottoms.values().forEach(found -> mark(found, FurnitureKind.PAGE_FOOTER));
  }

  /**
   * Decides whether at most one line, or page furniture, is between a line and the edge of its
   * page.
   */
  private boolean isEdge(int i, int step) {
    int page = lines.get(i).page();
    int between = 0;
    for (int at = i + step;
        at >= 0 && at < lines.size() && lines.get(at).page() == page;
        at += step) {
      if (!kinds.containsKey(at) && ++between > 1) {
        return false;
      }
    }
    return true;
  }

  private void mark(List<Integer> found, FurnitureKind kind) {
    if (found.size() > 1) {
      found.forEach(i -> kinds.put(i, kind));
    }
  }

  /** What follows a page number and is repeated, or calls itself a working paper, is a header. */
  private void findBesidePageNumbers() {
    Map<String, Long> counts =
        lines.stream()
            .collect(Collectors.groupingBy(line -> line.raw().strip(), Collectors.counting()));
    for (int number : List.copyOf(kinds.keySet())) {
      int after = number + 1;
      if (after >= lines.size() || kinds.containsKey(after)) {
        continue;
      }
      String text = text(after);
      boolean repeated = counts.getOrDefault(text, 0L) > 1 && !text.endsWith(":");
      boolean marked =
          text.length() <= 100 && !text.endsWith(".") && FurnitureWords.isWorkingPaper(text);
      if (repeated || marked) {
        kinds.put(after, FurnitureKind.PAGE_HEADER);
      }
    }
  }

  private void findFootnotes() {
    for (int i = 0; i < lines.size(); i++) {
      if (SEPARATOR.matcher(text(i)).matches()) {
        dropped.add(i);
        findFootnotesBelow(i);
      }
    }
  }

  private void findFootnotesBelow(int separator) {
    int at = separator + 1;
    while (at < lines.size()
        && lines.get(at).page() == lines.get(separator).page()
        && !kinds.containsKey(at)) {
      Matcher note = FOOTNOTE.matcher(text(at));
      boolean opens = note.matches() && isReferredTo(note.group(1), separator);
      if (!opens && (at == separator + 1 || lines.get(at).apart())) {
        return;
      }
      if (opens) {
        footnotes.add(note.group(1));
      }
      kinds.put(at, FurnitureKind.FOOTNOTE);
      at++;
    }
  }

  /** A footnote has its mark behind a word in the lines above. */
  private boolean isReferredTo(String mark, int below) {
    Pattern reference =
        Pattern.compile(
            "[\\p{L}»”\"')\\].] ?[\\[(]?" + Pattern.quote(mark) + "[\\])]?(?:[\\s.,;:)]|$)");
    int from = Math.max(0, below - LINES_ABOVE);
    return lines.subList(from, below).stream()
        .anyMatch(line -> reference.matcher(line.raw()).find());
  }
}
