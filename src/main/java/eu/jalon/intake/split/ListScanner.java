package eu.jalon.intake.split;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitStep.Cell;
import eu.jalon.intake.split.unit.LabelledItem;
import eu.jalon.intake.split.unit.Marker;
import eu.jalon.intake.split.unit.SectionLabel;
import eu.jalon.intake.split.unit.SectionLabel.Role;
import eu.jalon.intake.split.unit.StepTable;
import eu.jalon.intake.split.unit.Unit;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.ActionWording.Property;
import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a document from top to bottom and takes the items of its lists as steps. */
final class ListScanner {

  private static final double MOST = 0.6;
  private static final int LONG = 400;
  private static final int FEW_WORDS_OF_A_TITLE = 5;
  private static final int SAMPLE = 200;

  /** The kind of the units being read. */
  private enum Mode {
    /** Neither steps nor a look back. */
    OTHER,
    REVIEW,
    STEPS,
    /** Steps as long as items follow: their list has a sentence for a heading. */
    LED_IN
  }

  private final SourceText source;
  private final List<Unit> units;
  private final SectionWords wording;
  private final ActionWording form;
  private final ThemeHeadings headings;
  private final SplitBuilder found = new SplitBuilder();
  private final int labels;

  private Mode mode = Mode.OTHER;
  private Mode outer = Mode.OTHER;
  private @Nullable Unit themeHeading;
  private @Nullable Unit listLabel;
  private @Nullable String subStyle;
  private @Nullable String itemKind;
  private String leadIn = "";
  private int leadInLevel;
  private boolean stepsUnderLabel;
  private boolean listed;
  private boolean mostlyActions;
  private boolean labelledList;
  private boolean prose;
  private boolean titled;

  ListScanner(SourceText source, List<Unit> units, SectionWords wording, ActionWording form) {
    this.source = source;
    this.units = units;
    this.wording = wording;
    this.form = form;
    this.headings = new ThemeHeadings(units, form);
    this.labels =
        (int)
            units.stream()
                .filter(unit -> unit.label() != null && unit.label().role() == Role.STEPS)
                .count();
  }

  SplitBuilder walk() {
    int at = 0;
    while (at < units.size()) {
      at = read(at);
    }
    return found;
  }

  private int read(int i) {
    Unit unit = units.get(i);
    if (unit.is(Kind.ROW)) {
      return table(i);
    }
    SectionLabel label = unit.label();
    if (label != null && applies(i, unit, label)) {
      label(i, unit, label);
    } else if (isEnd(unit)) {
      leave(Mode.OTHER);
    } else if (found.last() != null && form.property(unit.text()).isPresent()) {
      content(i, unit);
    } else if (unit.marker() != null && isNamedStep(unit.marker())) {
      labelledItem(i, unit, unit.marker());
    } else if (isHeading(i)) {
      heading(i);
    } else if (mode == Mode.STEPS || mode == Mode.LED_IN) {
      content(i, unit);
    } else {
      running(i, unit);
    }
    return i + 1;
  }

  private static boolean isNamedStep(Marker marker) {
    return LabelledItem.names(marker) || marker.isActionReference();
  }

  /** A bullet is no heading of what follows the lists, and a vague heading needs its list. */
  private boolean applies(int i, Unit unit, SectionLabel label) {
    boolean bullet = unit.is(Kind.ITEM) && !unit.isNumbered();
    if (label.role() == Role.END) {
      return !bullet && (label.rest().isEmpty() || mode != Mode.STEPS || !unit.is(Kind.ITEM));
    }
    if (bullet && mode == Mode.STEPS && !label.colon()) {
      return false;
    }
    if (label.sure()) {
      return true;
    }
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    return next != null
        && (mode != Mode.STEPS || unit.is(Kind.HEADING))
        && !form.leadsIn(unit.text())
        && (next.is(Kind.ITEM) || next.is(Kind.ROW));
  }

  private boolean isEnd(Unit unit) {
    return !unit.is(Kind.ITEM) && form.isSignature(unit.text());
  }

  private boolean isHeading(int i) {
    boolean strong = headings.isStrong(i);
    if (strong && mode == Mode.STEPS && isStepInHeadingDress(i)) {
      return false;
    }
    return strong || headings.isWeak(i, mode == Mode.STEPS, listed || !stepsUnderLabel);
  }

  /** Headings in a row with nothing between them are the steps themselves. */
  private boolean isStepInHeadingDress(int i) {
    Unit unit = units.get(i);
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    Unit before = units.get(i - 1);
    String style = ThemeHeadings.style(unit);
    boolean alone =
        next == null || (headings.isStrong(i + 1) && ThemeHeadings.style(next).equals(style));
    boolean afterOne =
        before.label() == null
            && headings.isStrong(i - 1)
            && ThemeHeadings.style(before).equals(style);
    return form.isAction(unit.text())
        && (alone || (afterOne && (next == null || next.label() != null)));
  }

  private void label(int i, Unit unit, SectionLabel label) {
    switch (label.role()) {
      case STEPS -> stepsLabel(i, unit, label);
      case REVIEW -> reviewLabel();
      case CHAPTER -> {
        leave(Mode.OTHER);
        themeHeading = null;
      }
      case END -> leave(Mode.OTHER);
    }
  }

  private void stepsLabel(int i, Unit unit, SectionLabel label) {
    boolean goesOn = mode == Mode.STEPS && listLabel != null && found.inSteps() && subStyle == null;
    if (!label.theme().isEmpty()) {
      theme(unit, 0, label.theme());
    } else if (isSibling(unit)) {
      boolean amongThemes = found.inSteps();
      found.theme(0, amongThemes ? unit.text() : "", amongThemes ? unit.span() : Span.NONE);
      themeHeading = amongThemes ? unit : null;
    }
    if (!goesOn || !label.theme().isEmpty()) {
      open(unit, unit.text(), Certainty.SURE);
    }
    mode = Mode.STEPS;
    mostlyActions = mostlyActions(i + 1);
    prose = isProse(i + 1);
  }

  private void reviewLabel() {
    if (mode == Mode.STEPS && found.inSteps()) {
      found.theme(0, "", Span.NONE);
    }
    leave(Mode.REVIEW);
  }

  /**
   * Whether a label has the rank of the heading before it: then it does not belong to its theme.
   */
  private boolean isSibling(Unit label) {
    Unit heading = themeHeading;
    if (heading == null) {
      return false;
    }
    Marker own = label.marker();
    Marker other = heading.marker();
    if (own != null && other != null) {
      return own.isNumber() && own.kind().equals(other.kind());
    }
    return labels == 1
        && label.is(Kind.HEADING)
        && heading.is(Kind.HEADING)
        && label.level() <= heading.level();
  }

  private void open(Unit unit, String heading, Certainty certainty) {
    found.list(heading, unit.span(), certainty);
    listLabel = unit;
    subStyle = null;
    itemKind = null;
    leadIn = "";
    stepsUnderLabel = false;
    listed = false;
    labelledList = false;
    prose = false;
    titled = false;
  }

  private void leave(Mode next) {
    mode = next;
    listLabel = null;
    leadIn = "";
    labelledList = false;
    found.closeStep();
  }

  private void heading(int i) {
    Unit unit = units.get(i);
    boolean ahead = headings.labelAhead(i);
    boolean within = mode == Mode.STEPS && !ahead && isSubheading(i, unit);
    theme(unit, number(unit), title(i, unit));
    if (within) {
      subStyle = ThemeHeadings.style(unit);
      leadIn = "";
      listed = false;
      mostlyActions = mostlyActions(i + 1);
      prose = isProse(i + 1);
    } else {
      leave(Mode.OTHER);
    }
  }

  /** "Thème 2 :" has its name on the line below. */
  private String title(int i, Unit unit) {
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    boolean bare = unit.text().matches("\\p{L}+ (?:n[°o] ?)?(?:\\d{1,2}|[IVX]+) ?:?");
    return bare && next != null && next.is(Kind.PARAGRAPH) && ThemeHeadings.isShort(next.text())
        ? next.text()
        : unit.text();
  }

  private boolean isSubheading(int i, Unit unit) {
    Unit label = listLabel;
    if (label == null) {
      return false;
    }
    if (label.is(Kind.HEADING) && unit.is(Kind.HEADING) && unit.level() != label.level()) {
      return unit.level() > label.level();
    }
    String style = ThemeHeadings.style(unit);
    if (subStyle != null) {
      boolean plain = subStyle.isEmpty() || subStyle.equals("b");
      return subStyle.equals(style)
          || (plain && unit.is(Kind.HEADING))
          || (unit.is(Kind.PARAGRAPH) && nextIsStep(i));
    }
    return !stepsUnderLabel || nextIsStep(i);
  }

  private boolean nextIsStep(int i) {
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    return next != null
        && (next.is(Kind.ITEM) || next.is(Kind.ROW))
        && form.isAction(next.text())
        && (itemKind == null || itemKind.equals(kindOf(next)));
  }

  private void theme(Unit unit, int number, String title) {
    String heading = title.endsWith(":") ? title.substring(0, title.length() - 1).strip() : title;
    found.theme(number, heading, unit.span());
    themeHeading = unit;
  }

  private static int number(Unit unit) {
    Marker marker = unit.marker();
    return marker == null || marker.kind().startsWith("1.1") ? 0 : marker.value();
  }

  /** Text outside any list. */
  private void running(int i, Unit unit) {
    if (!unit.is(Kind.ITEM) && !nextIsItem(i) && form.opensAgreement(unit.text())) {
      open(unit, unit.text(), Certainty.SURE);
      mode = Mode.STEPS;
      mostlyActions = mostlyActions(i + 1);
      prose = isProse(i + 1);
      return;
    }
    if (form.leadsInSteps(unit.text()) && nextIsItem(i)) {
      outer = mode;
      open(unit, unit.text(), Certainty.UNSURE);
      leadIn = unit.text();
      mode = Mode.LED_IN;
      return;
    }
    if (mode == Mode.REVIEW || !found.inSteps()) {
      found.evaluation(unit.text());
    }
  }

  private boolean nextIsItem(int i) {
    return i + 1 < units.size() && units.get(i + 1).is(Kind.ITEM);
  }

  private void labelledItem(int i, Unit unit, Marker marker) {
    if (mode != Mode.STEPS && !labelledList) {
      open(unit, "", Certainty.SURE);
      labelledList = true;
    }
    if (unit.text().isBlank()) {
      return;
    }
    if (isTitle(i, unit)) {
      theme(unit, 0, unit.text());
      mode = Mode.STEPS;
      titled = true;
      mostlyActions = false;
      return;
    }
    step(unit, unit.level());
    itemKind = marker.kind();
  }

  /** "Decision 2: fireworks" names what the sentences below it decide. */
  private boolean isTitle(int i, Unit unit) {
    Unit next = i + 1 < units.size() ? units.get(i + 1) : null;
    return unit.isNumbered()
        && next != null
        && next.is(Kind.PARAGRAPH)
        && Sentences.endsSentence(next.text())
        && !Sentences.endsSentence(unit.text())
        && FoldedText.count(FoldedText.of(unit.text())) <= FEW_WORDS_OF_A_TITLE
        && !form.opensWithVerb(unit.text());
  }

  private void content(int i, Unit unit) {
    if ((titled || prose) && unit.text().codePoints().noneMatch(Character::isLetter)) {
      found.closeStep();
      return;
    }
    if (mode == Mode.LED_IN && !unit.is(Kind.ITEM)) {
      leave(outer);
      running(i, unit);
      return;
    }
    SplitBuilder.Step last = found.last();
    Optional<Property> property = last == null ? Optional.empty() : form.property(unit.text());
    if (property.isPresent() && last != null) {
      property(last, unit, property.get());
    } else if (form.isFormality(unit.text())) {
      found.closeStep();
    } else if (unit.is(Kind.ITEM)) {
      item(i, unit, last);
    } else {
      paragraph(i, unit, last);
    }
  }

  private void property(SplitBuilder.Step last, Unit unit, Property property) {
    Span span =
        unit.span()
            .part(source.text(), unit.text(), unit.text().indexOf(':') + 1, unit.text().length());
    if (property.owner()) {
      last.owned(new Cell(property.value(), span));
    }
    if (property.due()) {
      last.due(new Cell(property.value(), span));
    }
  }

  private void item(int i, Unit unit, SplitBuilder.@Nullable Step last) {
    if (unit.text().startsWith("[x]") || unit.text().startsWith("[X]")) {
      found.closeStep();
      return;
    }
    if (last != null && unit.level() > last.level() && belongsTo(last, unit)) {
      last.append("–", unit.span());
      last.append(unit.text(), unit.span());
      return;
    }
    if (nextIsItem(i) && isListTitle(i, unit)) {
      leadIn = unit.text();
      leadInLevel = unit.level();
      found.closeStep();
      listed = true;
      return;
    }
    if (leadInLevel >= unit.level()) {
      leadIn = "";
      leadInLevel = 0;
    }
    listed = true;
    itemKind = itemKind == null ? kindOf(unit) : itemKind;
    step(unit, unit.level());
  }

  private static boolean belongsTo(SplitBuilder.Step last, Unit unit) {
    return unit.level() > 1 || last.level() > 0 || last.text().endsWith(":");
  }

  /** An item that only commits in general, above the items that state what to do. */
  private boolean isListTitle(int i, Unit unit) {
    Unit next = units.get(i + 1);
    return next.level() > unit.level()
        && unit.text().endsWith(":")
        && (form.onlyBinds(unit.text()) || !form.isAction(unit.text()));
  }

  private void paragraph(int i, Unit unit, SplitBuilder.@Nullable Step last) {
    String text = unit.text();
    boolean overItems = nextIsItem(i) || (i + 1 < units.size() && units.get(i + 1).is(Kind.ROW));
    if (text.endsWith(":") && overItems) {
      if (!form.opensWithVerb(text) || form.isAction(units.get(i + 1).text())) {
        leadIn = text;
        found.closeStep();
      } else {
        step(unit, 0);
      }
      return;
    }
    if (i > 0 && headings.isStrong(i - 1) && title(i - 1, units.get(i - 1)).equals(text)) {
      return;
    }
    if (last != null && !Sentences.endsSentence(last.text()) && Sentences.startsLower(text)) {
      last.append(text, unit.span());
      return;
    }
    boolean action = form.isAction(text);
    if (!action && ThemeHeadings.isDateLine(text)) {
      return;
    }
    if (prose && !listed) {
      sentences(unit);
      return;
    }
    if (listed || (!titled && itemsAhead(i))) {
      if (action && !wordingLeads(text)) {
        step(unit, 0);
      } else if (last != null && (!unit.apart() || !Sentences.endsSentence(last.text()))) {
        last.append(text, unit.span());
      } else {
        found.closeStep();
      }
      return;
    }
    if (action || !mostlyActions) {
      step(unit, 0);
    }
  }

  private boolean wordingLeads(String text) {
    return !listed
        && wording.contains(SectionWords.Kind.LEADS_IN, FoldedText.of(text))
        && text.length() < LONG;
  }

  private void step(Unit unit, int level) {
    found.step(unit.text(), unit.span(), level, leadIn);
    stepsUnderLabel = true;
  }

  /** Takes the sentences of a paragraph that bind. */
  private void sentences(Unit unit) {
    for (int[] range : UnnamedLists.ranges(unit.text())) {
      String sentence = unit.text().substring(range[0], range[1]).strip();
      if (UnnamedLists.commits(form, sentence)) {
        for (int[] part : UnnamedLists.promises(unit.text(), range)) {
          found.step(
              unit.text().substring(part[0], part[1]).strip(),
              unit.span().part(source.text(), unit.text(), part[0], part[1]),
              0,
              leadIn);
          stepsUnderLabel = true;
        }
      }
    }
    found.closeStep();
  }

  /**
   * Whether a section reports a discussion in paragraphs, of which only some sentences are binding.
   */
  private boolean isProse(int from) {
    int all = 0;
    int narrative = 0;
    for (int j = from; j < units.size() && j < from + SAMPLE; j++) {
      Unit unit = units.get(j);
      if (unit.label() != null && unit.label().sure()) {
        break;
      }
      if (unit.is(Kind.ITEM) || unit.is(Kind.ROW)) {
        return false;
      }
      if (unit.is(Kind.PARAGRAPH) && Sentences.endsSentence(unit.text())) {
        all++;
        List<int[]> ranges = UnnamedLists.ranges(unit.text());
        int[] first = ranges.get(0);
        String opening = unit.text().substring(first[0], first[1]);
        narrative += ranges.size() > 1 && !form.isAction(opening) ? 1 : 0;
      }
    }
    return all > 1 && narrative > 1 && narrative * 2 >= all;
  }

  /** Whether items follow, so that the steps are those. */
  private boolean itemsAhead(int i) {
    for (int j = i + 1; j < units.size() && j < i + 30; j++) {
      Unit unit = units.get(j);
      if (unit.label() != null && unit.label().sure()) {
        return false;
      }
      if (unit.is(Kind.ITEM) || unit.is(Kind.ROW)) {
        return true;
      }
    }
    return false;
  }

  /** Whether most paragraphs of the section are worded as actions, so that others are none. */
  private boolean mostlyActions(int from) {
    int all = 0;
    int actions = 0;
    for (int j = from; j < units.size() && j < from + SAMPLE && !headings.isStrong(j); j++) {
      Unit unit = units.get(j);
      if (unit.label() != null && unit.label().sure()) {
        break;
      }
      if (unit.is(Kind.PARAGRAPH)) {
        all++;
        actions += form.isAction(unit.text()) ? 1 : 0;
      }
    }
    return all > 1 && actions >= all * MOST;
  }

  /** Reads a table whole: its rows are steps under the header of one, or in a list of steps. */
  private int table(int from) {
    int to = from;
    while (to < units.size()
        && units.get(to).is(Kind.ROW)
        && units.get(to).table() == units.get(from).table()) {
      to++;
    }
    List<Unit> rows = units.subList(from, to);
    if (mode != Mode.REVIEW && StepTable.isVertical(wording, rows)) {
      vertical(rows);
      return to;
    }
    int header = -1;
    for (int i = 0; i < rows.size() && i < 3 && header < 0; i++) {
      header = StepTable.isHeader(wording, rows.get(i).cells()) ? i : -1;
    }
    boolean inList = mode == Mode.STEPS || mode == Mode.LED_IN;
    Optional<StepTable> columns = Optional.empty();
    if (header >= 0) {
      columns =
          Optional.of(
              StepTable.of(
                  wording, rows.get(header).cells(), rows.subList(header + 1, rows.size())));
    } else if (inList) {
      columns = StepTable.guess(rows);
    }
    if (columns.isEmpty() || (mode == Mode.REVIEW && columns.get().owners().isEmpty())) {
      return to;
    }
    if (!inList) {
      open(rows.get(0), "", Certainty.SURE);
    }
    rows(rows.subList(header + 1, rows.size()), columns.get());
    if (!inList) {
      leave(Mode.OTHER);
    }
    return to;
  }

  private void vertical(List<Unit> rows) {
    if (mode != Mode.STEPS) {
      open(rows.get(0), "", Certainty.SURE);
    }
    for (Unit row : rows) {
      SplitBuilder.Step last = found.last();
      Cell value = new Cell(row.cells().get(1), where(row, 1));
      switch (StepTable.field(wording, row.cells().get(0))) {
        case STEP -> {
          if (!value.text().isBlank()) {
            found.step(value.text(), value.span(), 1, leadIn);
          }
        }
        case OWNER -> {
          if (last != null) {
            last.owned(value);
          }
        }
        case DUE -> {
          if (last != null) {
            last.due(value);
          }
        }
        case OTHER -> {
          // neither a step nor what is asked of one
        }
      }
    }
    found.closeStep();
  }

  /** A row that only continues some cells belongs to the row before it. */
  private boolean goesOn(Unit row, StepTable columns) {
    SplitBuilder.Step last = found.last();
    String words = cell(row, columns.step());
    boolean others =
        Stream.concat(columns.owners().stream(), columns.dues().stream())
            .anyMatch(column -> !cell(row, column).isBlank());
    if (last == null || others || columns.owners().isEmpty() || words.isBlank()) {
      return false;
    }
    boolean open = Sentences.startsLower(words) || ActionWording.breaksOff(last.text());
    if (open) {
      last.append(words, where(row, columns.step()));
    }
    return open;
  }

  private void rows(List<Unit> rows, StepTable columns) {
    for (int i = 0; i < rows.size(); i++) {
      Unit row = rows.get(i);
      if (row.header() || StepTable.isHeader(wording, row.cells()) || goesOn(row, columns)) {
        continue;
      }
      Optional<String> section = section(rows, i, columns);
      if (section.isPresent()) {
        String title = section.get();
        theme(row, 0, Marker.of(title).map(Marker::rest).orElse(title));
        continue;
      }
      String theme = cell(row, columns.theme());
      if (!theme.isBlank() && !found.again(theme)) {
        theme(row, 0, theme);
      }
      row(row, columns);
    }
  }

  /**
   * The words of a row that holds nothing else, over a row that is full: the title of a section.
   */
  private Optional<String> section(List<Unit> rows, int i, StepTable columns) {
    List<String> filled =
        rows.get(i).cells().stream().filter(cell -> !cell.isBlank()).distinct().toList();
    if (!filled.isEmpty()
        && filled.stream().allMatch(cell -> StepTable.isThemeTitle(wording, cell))) {
      return Optional.of(StepTable.themeTitle(filled.get(0)));
    }
    boolean several = !columns.owners().isEmpty() || !columns.dues().isEmpty();
    boolean overFull =
        i + 1 < rows.size()
            && rows.get(i + 1).cells().stream().filter(cell -> !cell.isBlank()).distinct().count()
                > 1;
    return filled.size() == 1 && several && overFull
        ? Optional.of(filled.get(0))
        : Optional.empty();
  }

  private void row(Unit row, StepTable columns) {
    String text = cell(row, columns.step());
    Cell owner = joined(row, columns.owners());
    Cell due = joined(row, columns.dues());
    boolean assigned = !owner.text().isBlank() || !due.text().isBlank();
    if (text.codePoints().noneMatch(Character::isLetter)
        || (assigned ? form.convenes(text) : form.isFormality(text))) {
      return;
    }
    Marker marker = Marker.of(text).or(() -> LabelledItem.of(wording, text)).orElse(null);
    String words = marker == null || marker.rest().isBlank() ? text : marker.rest();
    SplitBuilder.Step step = found.step(words, where(row, columns.step()), 1, leadIn);
    step.owned(owner);
    step.due(due);
    stepsUnderLabel = true;
    listed = true;
  }

  private Cell joined(Unit row, List<Integer> columns) {
    StringBuilder text = new StringBuilder();
    Span span = Span.NONE;
    for (int column : columns) {
      String cell = cell(row, column);
      if (!cell.isBlank()) {
        text.append(text.isEmpty() ? "" : " ; ").append(cell);
        span = span.with(where(row, column));
      }
    }
    return text.isEmpty() ? Cell.NONE : new Cell(text.toString(), span);
  }

  private static String cell(Unit row, int column) {
    return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
  }

  private Span where(Unit row, int column) {
    String all = String.join(" | ", row.cells());
    int from = 0;
    for (int i = 0; i < column; i++) {
      from += row.cells().get(i).length() + 3;
    }
    return row.span().part(source.text(), all, from, from + row.cells().get(column).length());
  }

  private static String kindOf(Unit unit) {
    Marker marker = unit.marker();
    return marker == null ? "" : marker.kind();
  }
}
