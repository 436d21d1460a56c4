package eu.jalon.intake.document.line;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.marker.ListMarker;
import eu.jalon.intake.document.marker.ListMarkers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups lines into paragraphs, list items and table rows, by markers, gaps and line lengths. */
public final class LineShaper {

  private static final Pattern FINISHED =
      Pattern.compile(".*[.!?…;:][»”\"'’)\\]]*", Pattern.DOTALL);
  private static final double LARGER = 1.12;

  /** Words that no sentence and no title ends with. */
  private static final Set<String> OPEN_WORDS =
      Set.of(
          "de", "du", "des", "la", "le", "les", "un", "une", "et", "ou", "à", "au", "aux", "sur",
          "pour", "par", "dans", "avec", "leur", "leurs", "van", "het", "een", "of", "voor", "met",
          "tussen", "tegen", "door", "naar", "the", "and", "for", "to", "with", "by", "from");

  private final CleanText words;
  private final ListMarkers markers;
  private final double bodySize;

  private final List<Element> elements = new ArrayList<>();
  private final List<TextLine> open = new ArrayList<>();
  private @Nullable ListMarker openMarker;
  private int tables;

  private LineShaper(CleanText words, ListMarkers markers, double bodySize) {
    this.words = words;
    this.markers = markers;
    this.bodySize = bodySize;
  }

  /** Learns the words, the markers and the usual type size from all lines of a document. */
  public static LineShaper of(List<TextLine> document) {
    List<String> raw = document.stream().map(TextLine::raw).toList();
    return new LineShaper(
        CleanText.learning(raw),
        ListMarkers.of(raw.stream().map(CleanText::line).toList()),
        bodySize(document));
  }

  /** Returns the elements that the lines of a whole document make, in the same order. */
  public static List<Element> shape(List<TextLine> document) {
    return of(document).elements(document);
  }

  /** Returns the elements that some lines of the document make. */
  public List<Element> elements(List<TextLine> lines) {
    elements.clear();
    run(lines);
    return List.copyOf(elements);
  }

  /** The words of the document, which join cut ones. */
  public CleanText words() {
    return words;
  }

  private void run(List<TextLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Optional<TextTable> table = TextTable.at(lines, i, markers);
      if (table.isPresent()) {
        close();
        elements.addAll(table.get().rows(tables++));
        i += table.get().lines() - 1;
      } else {
        add(lines.get(i));
      }
    }
    close();
  }

  private void add(TextLine line) {
    String text = CleanText.line(line.raw());
    Optional<ListMarker> marker = markers.find(text).filter(found -> opens(found, line));
    if (marker.isPresent()) {
      close();
      openMarker = marker.get();
    } else if (!continues(line, text)) {
      close();
    }
    open.add(line);
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    TextLine first = open.get(0);
    List<String> raw = new ArrayList<>(open.stream().map(TextLine::raw).toList());
    ListMarker marker = openMarker;
    if (marker != null) {
      raw.set(0, behind(marker, first.raw()));
    }
    boolean bold = open.stream().allMatch(TextLine::bold);
    boolean large = bodySize > 0 && open.stream().allMatch(line -> line.size() > bodySize * LARGER);
    var place = new Place(first.start(), open.get(open.size() - 1).end(), first.page());
    elements.add(
        new Element.Loose(
            words.join(raw),
            marker,
            bold,
            first.apart(),
            large,
            first.indent(),
            open.size(),
            place));
    open.clear();
    openMarker = null;
  }

  /** The raw line behind its marker, which keeps a soft hyphen at the line end. */
  private static String behind(ListMarker marker, String raw) {
    boolean soft = raw.stripTrailing().endsWith("\u00AD");
    return soft ? marker.rest() + '\u00AD' : marker.rest();
  }

  /** Decides whether a marker at the start of a line begins an item, or is there by chance. */
  private boolean opens(ListMarker marker, TextLine line) {
    if (open.isEmpty() || line.apart() || isUnmistakable(marker)) {
      return true;
    }
    TextLine before = last();
    String previous = CleanText.line(before.raw());
    boolean sameList = openMarker != null && openMarker.family().equals(marker.family());
    return sameList
        || before.page() != line.page()
        || FINISHED.matcher(previous).matches()
        || !before.isFullBefore(marker.written())
        || (marker.ordinal() == 1 && !marker.rest().isEmpty());
  }

  private static boolean isUnmistakable(ListMarker marker) {
    return marker.family().startsWith("•") || marker.family().startsWith("(");
  }

  private boolean continues(TextLine line, String text) {
    if (open.isEmpty()) {
      return false;
    }
    TextLine before = last();
    String previous = CleanText.line(before.raw());
    ListMarker marker = openMarker;
    if (marker != null && open.size() == 1 && marker.rest().isEmpty()) {
      return true;
    }
    if (before.bold() != line.bold() || differ(before.size(), line.size())) {
      return false;
    }
    boolean lower = startsLower(text) || goesOn(before, previous, text);
    boolean full = before.isFullBefore(text);
    boolean finished = FINISHED.matcher(previous).matches();
    if (line.apart() || before.page() != line.page()) {
      return !finished && full && (lower || (before.page() != line.page() && !line.apart()));
    }
    if (lower) {
      return full || !finished || marker != null;
    }
    if (marker != null && line.indent() > open.get(0).indent() + line.charWidth()) {
      return true;
    }
    boolean leavesHanging =
        marker != null
            && open.size() > 1
            && before.indent() > open.get(0).indent() + line.charWidth();
    boolean newParagraph =
        finished && marker == null && line.indent() > before.indent() + 1.5 * line.charWidth();
    return full && !leavesHanging && !newParagraph;
  }

  /** A figure, or any word after an article or a preposition, continues the line before. */
  private static boolean goesOn(TextLine before, String previous, String text) {
    boolean far = before.right() > 0.75 * before.limit();
    boolean figure = Character.isDigit(text.charAt(0)) && !FINISHED.matcher(previous).matches();
    String lastWord = previous.substring(previous.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return (far && figure) || OPEN_WORDS.contains(lastWord);
  }

  private static boolean differ(double size, double other) {
    return size > 0 && other > 0 && Math.max(size, other) / Math.min(size, other) > LARGER;
  }

  private TextLine last() {
    return open.get(open.size() - 1);
  }

  public static boolean startsLower(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .anyMatch(Character::isLowerCase);
  }

  /** The size in which most characters are set. */
  private static double bodySize(List<TextLine> lines) {
    var characters = new java.util.TreeMap<Double, Integer>();
    for (TextLine line : lines) {
      if (line.size() > 0) {
        characters.merge(line.size(), line.raw().length(), Integer::sum);
      }
    }
    return characters.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(java.util.Map.Entry::getKey)
        .orElse(0.0);
  }
}
