package eu.jalon.intake.split;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitStep.Cell;
import eu.jalon.intake.split.unit.SectionLabel;
import eu.jalon.intake.split.unit.SectionLabel.Role;
import eu.jalon.intake.split.unit.StepTable;
import eu.jalon.intake.split.unit.Unit;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.FrenchInfinitive;
import eu.jalon.intake.split.wording.TextLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes steps of a document in which nothing names a list of them; none of it is sure. */
final class UnnamedLists {

  private static final double HALF = 0.5;
  private static final int FEW = 2;
  private static final int SHORTEST = 5;
  private static final int FEW_WORDS_OF_A_NAME = 4;

  private static final Pattern AND_THAT =
      Pattern.compile(",? (?:and that|et que|et qu['’]|en dat) ?");
  private static final String OPENED =
      "(?is).*\\b(?:agreed|decided|undertook|conven\\p{L}+|décid\\p{L}+|overeen\\p{L}*|afgesproken|"
          + "beslo\\p{L}+|besli\\p{L}+) (?:that|que|qu['’]|dat) ?.*";

  private final SourceText source;
  private final List<Unit> units;
  private final ActionWording form;
  private final ThemeHeadings headings;
  private final SplitBuilder found = new SplitBuilder();

  UnnamedLists(SourceText source, List<Unit> units, ActionWording form) {
    this.source = source;
    this.units = units;
    this.form = form;
    this.headings = new ThemeHeadings(this.units, form);
  }

  /** Lists that a sentence introduces or that are worded as actions, and sentences that bind. */
  SplitBuilder steps() {
    boolean review = false;
    boolean ended = false;
    int i = 0;
    while (i < units.size()) {
      Unit unit = units.get(i);
      SectionLabel label = unit.label();
      int next = i + 1;
      if (label != null && label.sure()) {
        review = label.role() == Role.REVIEW;
        ended = label.role() == Role.END;
      } else if (headings.isStrong(i) || headings.isWeak(i, false, false)) {
        found.theme(0, unit.text(), unit.span());
        review = false;
        ended = false;
      } else if (!unit.is(Kind.ITEM) && form.isSignature(unit.text())) {
        ended = true;
      } else if (!review && !ended) {
        next = read(i, unit);
      }
      i = next;
    }
    return found;
  }

  private int read(int i, Unit unit) {
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    boolean leads = next != null && next.is(Kind.ITEM) && unit.text().endsWith(":");
    if (leads && next != null && next.level() >= unit.level()) {
      boolean binds = form.leadsInSteps(unit.text());
      int end = list(i + 1, binds ? unit.text() : "", binds, unit);
      if (end > i + 1) {
        return end;
      }
    }
    if (unit.is(Kind.ROW)) {
      int end = table(i);
      if (end > i) {
        return end;
      }
    }
    if (unit.is(Kind.ITEM) || unit.is(Kind.ROW)) {
      int end = list(i, "", false, unit);
      if (end > i) {
        return end;
      }
    }
    sentences(unit);
    return i + 1;
  }

  /** Takes items that follow one another; returns where they end, or where they start if none. */
  private int list(int from, String leadIn, boolean binds, Unit above) {
    Kind kind = units.get(from).kind();
    int to = from;
    int actions = 0;
    while (to < units.size()
        && units.get(to).is(kind)
        && !headings.isStrong(to)
        && (leadIn.isEmpty() || units.get(to).level() >= units.get(from).level())
        && (to == from
            || !units.get(to).text().endsWith(":")
            || !form.leadsIn(units.get(to).text()))) {
      boolean action =
          form.isAction(units.get(to).text()) || form.isOperative(units.get(to).text());
      actions += action && !form.isFormality(units.get(to).text()) ? 1 : 0;
      to++;
    }
    if (!binds && (to - from < FEW || actions < (to - from) * HALF)) {
      return from;
    }
    found.list(leadIn, above.span(), Certainty.UNSURE);
    for (int i = from; i < to; i++) {
      Unit unit = units.get(i);
      if (i + 1 < to && namesPart(unit, units.get(i + 1))) {
        found.theme(0, unit.text(), unit.span());
        continue;
      }
      if (!form.isFormality(unit.text())) {
        SplitBuilder.Step last = found.last();
        boolean done = unit.text().startsWith("[x]") || unit.text().startsWith("[X]");
        if (done || (unit.text().endsWith(":") && !form.isAction(unit.text()))) {
          found.closeStep();
          continue;
        }
        if (last != null && unit.level() > last.level()) {
          last.append("–", unit.span());
          last.append(unit.text(), unit.span());
        } else {
          found.step(words(unit), unit.span(), unit.level(), leadIn);
        }
      }
    }
    found.closeStep();
    return to;
  }

  /** A short item above deeper ones that state what to do: the name of their subject. */
  private boolean namesPart(Unit unit, Unit next) {
    return unit.is(Kind.ITEM)
        && next.level() > unit.level()
        && FoldedText.count(FoldedText.of(unit.text())) <= FEW_WORDS_OF_A_NAME
        && (FoldedText.count(FoldedText.of(unit.text())) == 1 || !form.isAction(unit.text()))
        && form.isAction(next.text());
  }

  /**
   * Takes the rows of a table that has a column of dates and one of actions, whatever their names.
   */
  private int table(int from) {
    int to = from;
    while (to < units.size()
        && units.get(to).is(Kind.ROW)
        && units.get(to).table() == units.get(from).table()) {
      to++;
    }
    List<Unit> rows = units.subList(from, to);
    Optional<StepTable> columns = StepTable.byContent(rows, form);
    if (columns.isEmpty()) {
      return from;
    }
    found.list("", rows.get(0).span(), Certainty.UNSURE);
    int due = columns.get().dues().get(0);
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = rows.get(i).cells();
      int step = columns.get().step();
      boolean header = i == 0 && due < cells.size() && !StepTable.isDate(cells.get(due));
      if (header || step >= cells.size() || !isLongCell(cells.get(step))) {
        continue;
      }
      SplitBuilder.Step taken = found.step(cells.get(step), rows.get(i).span(), 1, "");
      if (due < cells.size()) {
        taken.due(new Cell(cells.get(due), rows.get(i).span()));
      }
      List<String> others =
          columns.get().owners().stream()
              .filter(column -> column < cells.size())
              .map(cells::get)
              .filter(cell -> !cell.isBlank())
              .toList();
      taken.owned(new Cell(String.join(" ; ", others), rows.get(i).span()));
    }
    found.closeStep();
    return to;
  }

  private static boolean isLongCell(String cell) {
    return FoldedText.count(FoldedText.of(cell)) >= 2;
  }

  /** Of a row without column names the longest cell. */
  private String words(Unit unit) {
    return unit.cells().stream()
        .filter(cell -> TextLanguage.of(cell).isPresent())
        .findFirst()
        .orElse(unit.text());
  }

  private void sentences(Unit unit) {
    if (unit.is(Kind.ROW)) {
      return;
    }
    boolean operative = form.isOperative(unit.text());
    for (int[] range : ranges(unit.text())) {
      String sentence = unit.text().substring(range[0], range[1]).strip();
      boolean opens = range[0] == 0 && isLong(sentence) && opensInFrench(sentence);
      boolean decided = operative && isLong(sentence) && !form.isFormality(sentence);
      if (opens || decided || (!operative && commits(form, sentence))) {
        for (int[] part : promises(unit.text(), range)) {
          Span span = unit.span().part(source.text(), unit.text(), part[0], part[1]);
          found.list("", span, Certainty.UNSURE);
          found.step(unit.text().substring(part[0], part[1]).strip(), span, 0, "");
          found.closeStep();
        }
      }
    }
  }

  /** Whether a sentence is worded as a French task: its first word is an infinitive. */
  private static boolean opensInFrench(String sentence) {
    return FrenchInfinitive.opens(sentence)
        && TextLanguage.of(sentence)
            .filter(language -> language == TextLanguage.FRENCH)
            .isPresent();
  }

  /**
   * Whether a sentence of running text binds its writers and is more than the opening of a list.
   */
  static boolean commits(ActionWording form, String sentence) {
    return isLong(sentence)
        && form.undertakes(sentence)
        && !form.leadsIn(sentence)
        && !form.isFormality(sentence);
  }

  private static boolean isLong(String sentence) {
    return FoldedText.count(FoldedText.of(sentence)) >= SHORTEST;
  }

  /** Parts a sentence at "and that": "They agreed that ... and that ..." holds two promises. */
  static List<int[]> promises(String text, int[] sentence) {
    List<int[]> parts = new ArrayList<>();
    Matcher matcher = AND_THAT.matcher(text).region(sentence[0], sentence[1]);
    boolean opened = text.substring(sentence[0], sentence[1]).matches(OPENED);
    int from = sentence[0];
    while (opened && matcher.find()) {
      parts.add(new int[] {from, matcher.start()});
      from = matcher.end();
    }
    parts.add(new int[] {from, sentence[1]});
    return parts;
  }

  /** The places of the sentences of a text; a dot before a small letter ends none. */
  static List<int[]> ranges(String text) {
    List<int[]> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean last = i + 1 == text.length();
      boolean sign = ".!?".indexOf(text.charAt(i)) >= 0;
      boolean next =
          !last
              && text.charAt(i + 1) == ' '
              && i + 2 < text.length()
              && Character.isUpperCase(text.codePointAt(i + 2))
              && !isInitial(text, i);
      if (last || (sign && next)) {
        ranges.add(new int[] {from, i + 1});
        from = i + 1;
      }
    }
    return ranges;
  }

  private static boolean isInitial(String text, int dot) {
    int start = dot;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return word.length() == 1
        || List.of("art", "Art", "Mr", "Mrs", "MM", "Mme", "nr", "no").contains(word);
  }
}
