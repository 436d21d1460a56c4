package eu.jalon.intake.split;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitStep.Cell;
import eu.jalon.intake.split.wording.Sentences;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects themes, lists and steps while a document is read from top to bottom. */
final class SplitBuilder {

  /** A step whose words are still being collected. */
  static final class Step {
    private final StringBuilder text;
    private final int level;
    private final String leadIn;
    private Span span;
    private Cell owner = Cell.NONE;
    private Cell due = Cell.NONE;
    private final int list;

    private Step(String text, Span span, int level, String leadIn, int list) {
      this.text = new StringBuilder(text);
      this.span = span;
      this.level = level;
      this.leadIn = leadIn;
      this.list = list;
    }

    int level() {
      return level;
    }

    String text() {
      return text.toString();
    }

    void append(String words, Span where) {
      Sentences.append(text, words);
      span = span.with(where);
    }

    void owned(Cell cell) {
      owner = cell;
    }

    void due(Cell cell) {
      due = cell;
    }
  }

  private static final class Theme {
    private final int printed;
    private final String title;
    private final Span span;
    private final StringBuilder evaluation = new StringBuilder();
    private final List<Step> steps = new ArrayList<>();

    private Theme(int printed, String title, Span span) {
      this.printed = printed;
      this.title = title;
      this.span = span;
    }
  }

  /** Far more than can be accepted: the rest of such a document is not read. */
  private static final int MOST_COUNTED = 10 * DeclarationSplitter.MOST_STEPS;

  private static final int FEW_PAIRS = 2;
  private static final double MOST = 0.6;

  private int count;
  private final List<Theme> themes = new ArrayList<>();
  private final List<SplitList> lists = new ArrayList<>();
  private final StringBuilder before = new StringBuilder();
  private @Nullable Theme pending;
  private @Nullable Step last;

  /** Begins a theme; it is kept once it has a step. */
  void theme(int printed, String title, Span span) {
    Theme theme = new Theme(printed, title, span);
    if (themes.isEmpty() && !before.isEmpty() && pending == null) {
      theme.evaluation.append(before);
    }
    before.setLength(0);
    pending = theme;
    last = null;
  }

  /** The theme under this title, if steps were found there already. */
  boolean again(String title) {
    for (Theme theme : themes) {
      if (theme.title.equals(title)) {
        pending = theme;
        last = null;
        return true;
      }
    }
    return false;
  }

  /** Whether the theme under way has steps. */
  boolean inSteps() {
    return pending != null && !pending.steps.isEmpty();
  }

  void evaluation(String text) {
    StringBuilder target = pending == null ? before : pending.evaluation;
    target.append(target.isEmpty() ? "" : "\n\n").append(text);
  }

  /** Begins a list and returns its number. */
  int list(String heading, Span span, Certainty certainty) {
    lists.add(new SplitList(lists.size() + 1, heading, span, certainty));
    last = null;
    return lists.size();
  }

  Step step(String text, Span span, int level, String leadIn) {
    Theme theme = pending;
    if (theme == null) {
      theme = new Theme(0, "", Span.NONE);
      theme.evaluation.append(before);
      before.setLength(0);
      pending = theme;
    }
    if (theme.steps.isEmpty() && (themes.isEmpty() || themes.get(themes.size() - 1) != theme)) {
      themes.add(theme);
    }
    Step step = new Step(text, span, level, leadIn, lists.size());
    theme.steps.add(step);
    count++;
    if (count > MOST_COUNTED) {
      throw ValidationError.invalid("declaration.tooManySteps", count);
    }
    last = step;
    return step;
  }

  @Nullable Step last() {
    return last;
  }

  void closeStep() {
    last = null;
  }

  /** Whether a list was found that certainly contains steps. */
  boolean isSure() {
    return !themes.isEmpty() && lists.stream().anyMatch(list -> list.certainty() == Certainty.SURE);
  }

  /** Joins a step and its translation directly below it. */
  void joinTranslations() {
    if (!alternates()) {
      return;
    }
    for (Theme theme : themes) {
      List<Step> joined = new ArrayList<>();
      for (int i = 0; i < theme.steps.size(); i += 2) {
        Step first = theme.steps.get(i);
        Step second = theme.steps.get(i + 1);
        first.append("/ " + second.text(), second.span);
        joined.add(first);
      }
      theme.steps.clear();
      theme.steps.addAll(joined);
    }
  }

  /** Whether the steps of the whole document come in pairs of two languages. */
  private boolean alternates() {
    int pairs = 0;
    int differing = 0;
    for (Theme theme : themes) {
      if (theme.steps.size() % 2 != 0) {
        return false;
      }
      for (int i = 0; i < theme.steps.size(); i += 2) {
        Optional<Language> one = TextLanguage.of(theme.steps.get(i).text());
        Optional<Language> other = TextLanguage.of(theme.steps.get(i + 1).text());
        boolean known = one.isPresent() && other.isPresent();
        pairs++;
        differing += known && !one.equals(other) ? 1 : 0;
        if (known && one.equals(other)) {
          return false;
        }
      }
    }
    return pairs >= FEW_PAIRS && differing >= pairs * MOST;
  }

  /** Removes lists that repeat the list before them in another language. */
  void dropTranslations() {
    Map<Integer, List<Step>> byList = new LinkedHashMap<>();
    for (Theme theme : themes) {
      for (Step step : theme.steps) {
        byList.computeIfAbsent(step.list, list -> new ArrayList<>()).add(step);
      }
    }
    Set<Integer> dropped = new HashSet<>();
    List<Step> before = List.of();
    for (Map.Entry<Integer, List<Step>> list : byList.entrySet()) {
      if (isTranslation(before, list.getValue())) {
        dropped.add(list.getKey());
        before = List.of();
      } else {
        before = list.getValue();
      }
    }
    themes.forEach(theme -> theme.steps.removeIf(step -> dropped.contains(step.list)));
    themes.forEach(SplitBuilder::dropTranslatedHalf);
    themes.removeIf(theme -> theme.steps.isEmpty());
  }

  /** A list may also contain its own translation: the second half repeats the first half. */
  private static void dropTranslatedHalf(Theme theme) {
    int half = theme.steps.size() / 2;
    boolean oneList = theme.steps.stream().map(step -> step.list).distinct().count() == 1;
    if (oneList
        && theme.steps.size() == 2 * half
        && isTranslation(theme.steps.subList(0, half), theme.steps.subList(half, 2 * half))
        && isOneLanguage(theme.steps.subList(0, half))
        && isOneLanguage(theme.steps.subList(half, 2 * half))) {
      theme.steps.subList(half, 2 * half).clear();
    }
  }

  private static boolean isOneLanguage(List<Step> steps) {
    return steps.stream().flatMap(step -> TextLanguage.of(step.text()).stream()).distinct().count()
        == 1;
  }

  private static boolean isTranslation(List<Step> before, List<Step> after) {
    if (before.size() < 2 || before.size() != after.size()) {
      return false;
    }
    Optional<Language> one = TextLanguage.of(joined(before));
    Optional<Language> other = TextLanguage.of(joined(after));
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static String joined(List<Step> steps) {
    return steps.stream().map(Step::text).collect(Collectors.joining(" "));
  }

  /** Numbers the themes: printed numbers where they rise, the order where one was lost. */
  SplitDeclaration split() {
    List<SplitTheme> split = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < themes.size(); i++) {
      int printed = themes.get(i).printed;
      int following = i + 1 < themes.size() ? themes.get(i + 1).printed : 0;
      boolean rises = printed > number && (following == 0 || printed < following);
      number = rises ? printed : number + 1;
      split.add(theme(themes.get(i), number));
    }
    Span[] spans = new Span[lists.size() + 1];
    for (Theme theme : themes) {
      for (Step step : theme.steps) {
        Span known = spans[step.list];
        spans[step.list] = known == null ? step.span : known.with(step.span);
      }
    }
    List<SplitList> used = new ArrayList<>();
    for (SplitList list : lists) {
      Span span = spans[list.number()];
      if (span != null) {
        used.add(
            new SplitList(list.number(), list.heading(), span.with(list.span()), list.certainty()));
      }
    }
    return new SplitDeclaration(split, used);
  }

  private static SplitTheme theme(Theme theme, int number) {
    List<SplitStep> steps = new ArrayList<>();
    for (Step step : theme.steps) {
      String text = step.text().strip();
      if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
        steps.add(
            new SplitStep(
                steps.size() + 1, text, step.span, step.list, step.leadIn, step.owner, step.due));
      }
    }
    return new SplitTheme(number, theme.title, theme.evaluation.toString(), steps, theme.span);
  }
}
