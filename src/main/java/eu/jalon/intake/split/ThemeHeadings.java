package eu.jalon.intake.split;

import eu.jalon.intake.split.unit.Marker;
import eu.jalon.intake.split.unit.SectionLabel;
import eu.jalon.intake.split.unit.SectionLabel.Role;
import eu.jalon.intake.split.unit.Unit;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.Sentences;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which units of a document are headings of themes, by their form and by what follows. */
final class ThemeHeadings {

  private static final int LONGEST = 200;
  private static final int SHORT = 90;
  private static final int FEW_WORDS = 12;
  private static final int FEW_WORDS_WITH_COLON = 7;
  private static final int FEW_WORDS_OF_A_NAME = 4;
  private static final Pattern DATED =
      Pattern.compile(
          ".*\\b\\d{1,2}(?:er)?\\s+\\p{L}+\\.?\\s+\\d{4}\\b.*|.*\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}.*");

  private final List<Unit> units;
  private final ActionWording form;
  private final boolean[] strong;
  private final int[] nextLabel;
  private final int[] nextStrong;

  ThemeHeadings(List<Unit> units, ActionWording form) {
    this.units = units;
    this.form = form;
    int size = units.size();
    strong = new boolean[size];
    nextLabel = new int[size + 1];
    nextStrong = new int[size + 1];
    nextLabel[size] = size;
    nextStrong[size] = size;
    for (int i = size - 1; i >= 0; i--) {
      strong[i] = computeStrong(i);
      nextLabel[i] = isListLabel(units.get(i)) ? i : nextLabel[i + 1];
      nextStrong[i] = strong[i] ? i : nextStrong[i + 1];
    }
  }

  /** Whether a label for steps or for a look back comes before the next heading. */
  boolean labelAhead(int after) {
    int from = Math.min(after + 1, units.size());
    int label = nextLabel[from];
    return label < units.size() && label <= nextStrong[from] && !weakBetween(from, label);
  }

  boolean isStrong(int i) {
    return strong[i];
  }

  /** Whether a short paragraph is the heading of what follows it; lists make that likely. */
  boolean isWeak(int i, boolean inSteps, boolean listed) {
    Unit unit = units.get(i);
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    if (next == null || unit.label() != null || !unit.is(Kind.PARAGRAPH)) {
      return false;
    }
    String text = unit.text();
    boolean beforeLabel = isListLabel(next);
    if (beforeLabel) {
      return isHeadingLike(text, LONGEST) && !DATED.matcher(text).matches();
    }
    if (DATED.matcher(text).matches()) {
      return false;
    }
    if (text.endsWith(":")) {
      String head = text.substring(0, text.length() - 1).strip();
      return next.is(Kind.ITEM)
          && FoldedText.count(FoldedText.of(head)) <= FEW_WORDS_WITH_COLON
          && isHeadingLike(head, SHORT)
          && !form.leadsIn(text)
          && !form.opensWithVerb(head);
    }
    if (!isHeadingLike(text, SHORT)
        || FoldedText.count(FoldedText.of(text)) > FEW_WORDS
        || !unit.apart()) {
      return false;
    }
    if (!inSteps) {
      return labelAheadOfParagraph(i);
    }
    boolean overItems = next.is(Kind.ITEM) || next.is(Kind.ROW);
    if (overItems) {
      return listed && !form.opensWithVerb(text);
    }
    boolean named =
        FoldedText.count(FoldedText.of(text)) <= FEW_WORDS_OF_A_NAME
            && !form.isAction(text)
            && !next.text().endsWith(":");
    if (named && next.is(Kind.PARAGRAPH) && Sentences.endsSentence(next.text())) {
      return true;
    }
    return listed
        && next.is(Kind.PARAGRAPH)
        && Sentences.endsSentence(next.text())
        && labelAheadOfParagraph(i);
  }

  /** How a heading looks, so that those of one rank are known. */
  static String style(Unit unit) {
    Marker marker = unit.marker();
    String numbered = marker == null ? "" : marker.kind();
    return unit.is(Kind.HEADING)
        ? "h" + unit.level() + numbered
        : numbered + (unit.bold() ? "b" : "");
  }

  /** Whether a short line only gives a place and a date: "Bruxelles, le 1er décembre 2026". */
  static boolean isDateLine(String text) {
    return FoldedText.count(FoldedText.of(text)) <= FEW_WORDS && DATED.matcher(text).matches();
  }

  static boolean isShort(String text) {
    return isHeadingLike(text, SHORT) && FoldedText.count(FoldedText.of(text)) <= FEW_WORDS;
  }

  static boolean isListLabel(Unit unit) {
    SectionLabel label = unit.label();
    return label != null && label.sure() && label.role() != Role.END;
  }

  private boolean labelAheadOfParagraph(int i) {
    int from = i + 1;
    int label = nextLabel[from];
    return label < units.size() && label < nextStrong[from] && !weakBetween(from, label);
  }

  /** Another short paragraph directly before the label is nearer to it. */
  private boolean weakBetween(int from, int label) {
    for (int j = label - 1; j >= from && j >= label - 40; j--) {
      Unit unit = units.get(j);
      if (unit.is(Kind.PARAGRAPH)
          && unit.label() == null
          && unit.apart()
          && isHeadingLike(unit.text(), SHORT)
          && FoldedText.count(FoldedText.of(unit.text())) <= FEW_WORDS
          && !DATED.matcher(unit.text()).matches()
          && !unit.text().endsWith(":")) {
        return true;
      }
    }
    return false;
  }

  private boolean computeStrong(int i) {
    Unit unit = units.get(i);
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    if (unit.label() != null && (unit.label().sure() || unit.is(Kind.ROW))) {
      return false;
    }
    if (unit.is(Kind.HEADING)) {
      return !(Sentences.endsSentence(unit.text())
          && FoldedText.count(FoldedText.of(unit.text())) > FEW_WORDS);
    }
    if (next == null) {
      return false;
    }
    if (unit.is(Kind.PARAGRAPH) && unit.bold()) {
      return isHeadingLike(unit.text(), LONGEST) && !(next.bold() && !isListLabel(next));
    }
    Marker marker = unit.marker();
    if (!unit.is(Kind.ITEM)
        || marker == null
        || !marker.isNumber()
        || marker.kind().startsWith("=")) {
      return false;
    }
    return isNumberedHeading(i, unit, marker, next);
  }

  private boolean isNumberedHeading(int i, Unit unit, Marker marker, Unit next) {
    if (!isHeadingLike(unit.text(), LONGEST) || "(ai".indexOf(marker.kind().charAt(0)) >= 0) {
      return false;
    }
    if (isListLabel(next)) {
      return true;
    }
    if (next.marker() != null && next.marker().kind().equals(marker.kind())) {
      return false;
    }
    if (isProperty(next)) {
      return false;
    }
    if (!next.is(Kind.ITEM) && followsItsLike(i, marker)) {
      return false;
    }
    boolean verb = form.opensWithVerb(unit.text());
    if (next.is(Kind.ITEM)) {
      return !verb || (form.isAction(next.text()) && !hasPlainSibling(i, marker));
    }
    return !verb && (next.is(Kind.ROW) || next.apart());
  }

  /** The last item of a list has the one before it right above. */
  private boolean followsItsLike(int i, Marker marker) {
    Marker before = i == 0 ? null : units.get(i - 1).marker();
    return before != null && units.get(i - 1).is(Kind.ITEM) && marker.follows(before);
  }

  /**
   * Whether another item of the same numbering is a single line, as steps are and headings are not.
   */
  private boolean hasPlainSibling(int i, Marker marker) {
    for (int j = i + 1; j + 1 < units.size() && j < i + 60; j++) {
      Marker other = units.get(j).marker();
      Marker after = units.get(j + 1).marker();
      if (other != null
          && other.kind().equals(marker.kind())
          && after != null
          && after.kind().equals(marker.kind())) {
        return true;
      }
    }
    return false;
  }

  /** "Responsable : ..." below a step is a detail of that step. */
  boolean isProperty(@Nullable Unit unit) {
    return unit != null && form.property(unit.text()).isPresent();
  }

  private static boolean isHeadingLike(String text, int longest) {
    int first = text.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(' ');
    return text.length() <= longest
        && !Sentences.endsSentence(text)
        && !text.endsWith(":")
        && !Character.isLowerCase(first)
        && Character.isLetterOrDigit(first)
        && !ActionWording.breaksOff(text);
  }
}
