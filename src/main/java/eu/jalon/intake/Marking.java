package eu.jalon.intake;

import eu.jalon.commitment.NewCommitment;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.BlockRole;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.propose.DraftMaker;
import eu.jalon.intake.store.JdbcDraftItems.Placed;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a coordinator marks in a document to its themes and drafts. Each mark holds for its
 * words whatever stood there before; what it takes away from the drafts is left out, not lost.
 */
final class Marking {

  /** Makes the draft of some words as it would have been made at the upload. */
  interface Maker {
    DraftItem make(DraftMaker.Place place, String themeTitle, String words, Span span);
  }

  /** A draft, the number it is kept under (0 for a new one), and whether it is another one now. */
  private record Entry(int before, DraftItem item, boolean changed) {

    Entry to(DraftItem other) {
      return new Entry(before, other, true);
    }

    boolean startsIn(Span span) {
      return !item.span().isEmpty() && item.start() >= span.start() && item.start() < span.end();
    }
  }

  private final String source;
  private final Maker maker;
  private final List<DraftTheme> themes;
  private final List<Entry> entries = new ArrayList<>();

  Marking(DeclarationDraft draft, String source, Maker maker) {
    this.source = source;
    this.maker = maker;
    this.themes = new ArrayList<>(draft.themes());
    draft.items().forEach(item -> entries.add(new Entry(item.n(), item, false)));
  }

  List<DraftTheme> themes() {
    return List.copyOf(themes);
  }

  /**
   * The drafts, numbered anew.
   *
   * @param revision the version of those that changed
   */
  List<Placed> drafts(int revision) {
    Map<Integer, Integer> positions = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (Entry entry : entries) {
      DraftItem item = entry.item();
      int n = placed.size() + 1;
      int position = positions.merge(item.theme(), item.leftOut() ? 0 : 1, Integer::sum);
      int version = entry.changed() || n != entry.before() ? revision : item.version();
      placed.add(new Placed(entry.before(), item.at(n, position, version)));
    }
    return placed;
  }

  int size() {
    return entries.size();
  }

  /** Takes the steps of a list in, or leaves them out. */
  void count(int list, boolean counts) {
    entries.replaceAll(
        entry ->
            entry.item().list() == list && entry.item().leftOut() == counts
                ? entry.to(entry.item().left(!counts))
                : entry);
  }

  void mark(MarkedPlace place) {
    Span span = place.span();
    if (span.end() > source.length() || !hasWords(words(span))) {
      throw ValidationError.invalid("declaration.markPlace", span.start(), span.end());
    }
    if (place.as() != BlockRole.CONTINUATION) {
      endBefore(span);
    }
    if (place.as() != BlockRole.HEADING) {
      dissolve(span);
    }
    forget(span);
    switch (place.as()) {
      case STEP -> step(span);
      case CONTINUATION -> join(span);
      case HEADING -> {
        leaveOut(span);
        begin(span);
      }
      case EVALUATION -> {
        leaveOut(span);
        evaluate(span);
      }
      case NOTHING -> leaveOut(span);
    }
  }

  /** A draft that begins before a mark and reaches into it ends where the mark begins. */
  private void endBefore(Span span) {
    entries.replaceAll(
        entry -> {
          DraftItem item = entry.item();
          if (item.span().isEmpty() || item.start() >= span.start() || item.end() <= span.start()) {
            return entry;
          }
          Span rest = new Span(item.start(), span.start());
          String words = words(rest);
          return hasWords(words) ? entry.to(item.worded(words, item.title(), rest)) : entry;
        });
  }

  private void leaveOut(Span span) {
    entries.replaceAll(
        entry ->
            entry.startsIn(span) && !entry.item().leftOut()
                ? entry.to(entry.item().left(true))
                : entry);
  }

  private void step(Span span) {
    if (entries.stream().noneMatch(entry -> entry.startsIn(span))) {
      insert(span);
      return;
    }
    entries.replaceAll(
        entry ->
            entry.startsIn(span) && entry.item().leftOut()
                ? entry.to(entry.item().left(false))
                : entry);
  }

  private void insert(Span span) {
    int at = 0;
    while (at < entries.size() && entries.get(at).item().start() <= span.start()) {
      at++;
    }
    int theme = themeAt(span.start(), at == 0 ? null : entries.get(at - 1).item());
    String title =
        themes.stream()
            .filter(one -> one.number() == theme)
            .map(DraftTheme::title)
            .findFirst()
            .orElse("");
    DraftMaker.Place place = new DraftMaker.Place(at + 1, theme, 1);
    entries.add(at, new Entry(0, maker.make(place, title, words(span), span), true));
  }

  private int themeAt(int start, @Nullable DraftItem before) {
    if (themes.isEmpty()) {
      themes.add(new DraftTheme(1, "", "", 0, Span.NONE, false));
    }
    DraftTheme heading = themes.get(Math.max(0, before(start)));
    if (before != null && before.start() >= heading.span().start()) {
      return before.theme();
    }
    return heading.number();
  }

  /** Index of the last theme that begins before a place, -1 if there is none. */
  private int before(int start) {
    int found = -1;
    for (int i = 0; i < themes.size(); i++) {
      if (themes.get(i).span().start() <= start) {
        found = i;
      }
    }
    return found;
  }

  /** The words belong to the draft before; the drafts that begin in them are part of it. */
  private void join(Span span) {
    int last = -1;
    for (int i = 0; i < entries.size(); i++) {
      DraftItem item = entries.get(i).item();
      if (!item.leftOut() && !item.span().isEmpty() && item.start() < span.start()) {
        last = i;
      }
    }
    if (last < 0) {
      step(span);
      return;
    }
    Entry entry = entries.get(last);
    DraftItem item = entry.item();
    if (item.end() < span.end()) {
      String words = item.text() + " " + words(span);
      DraftMaker.refuseTooLong(item.n(), words);
      entries.set(last, entry.to(item.worded(words, item.title(), item.span().with(span))));
    }
    entries.removeIf(other -> other.startsIn(span));
  }

  /** A theme begins here; the steps up to the next one are its own. */
  private void begin(Span span) {
    String title = title(words(span));
    int known = headingIn(span);
    if (known >= 0) {
      themes.set(known, themes.get(known).titled(title));
      return;
    }
    int at = before(span.start());
    int end = at + 1 < themes.size() ? themes.get(at + 1).span().start() : source.length();
    boolean first = at == 0 && isUnnamed(themes.get(0)) && entriesBefore(span.start()) == 0;
    int number = first ? themes.get(0).number() : at < 0 ? 1 : themes.get(at).number() + 1;
    boolean restricted = at >= 0 && themes.get(at).restricted();
    DraftTheme begun = new DraftTheme(number, title, "", 0, span, restricted);
    if (first) {
      themes.set(0, begun);
      return;
    }
    if (at + 1 < themes.size() && themes.get(at + 1).number() <= number) {
      raise(at + 1);
    }
    themes.add(at + 1, begun);
    entries.replaceAll(
        entry -> {
          DraftItem item = entry.item();
          boolean below =
              !item.span().isEmpty() && item.start() >= span.end() && item.start() < end;
          return below ? entry.to(item.under(number)) : entry;
        });
  }

  private static boolean isUnnamed(DraftTheme theme) {
    return theme.title().isBlank() && theme.evaluation().isBlank() && theme.span().isEmpty();
  }

  private long entriesBefore(int start) {
    return entries.stream()
        .filter(entry -> !entry.item().leftOut() && entry.item().start() < start)
        .count();
  }

  /** Makes room for a number before a theme. */
  private void raise(int from) {
    Map<Integer, Integer> raised = new HashMap<>();
    for (int i = from; i < themes.size(); i++) {
      DraftTheme theme = themes.get(i);
      raised.put(theme.number(), theme.number() + 1);
      themes.set(i, theme.numbered(theme.number() + 1));
    }
    entries.replaceAll(
        entry -> {
          Integer number = raised.get(entry.item().theme());
          return number == null ? entry : entry.to(entry.item().under(number));
        });
  }

  private int headingIn(Span span) {
    for (int i = 0; i < themes.size(); i++) {
      Span heading = themes.get(i).span();
      if (!heading.isEmpty() && heading.start() < span.end() && heading.end() > span.start()) {
        return i;
      }
    }
    return -1;
  }

  /** A heading that is none: its steps go on under the theme before. */
  private void dissolve(Span span) {
    int at = headingIn(span);
    if (at < 0) {
      return;
    }
    DraftTheme gone = themes.get(at);
    if (at == 0) {
      themes.set(
          0,
          new DraftTheme(
              gone.number(), "", gone.evaluation(), gone.steps(), Span.NONE, gone.restricted()));
      return;
    }
    DraftTheme kept = themes.get(at - 1);
    themes.set(at - 1, kept.evaluated(together(kept.evaluation(), gone.evaluation())));
    themes.remove(at);
    entries.replaceAll(
        entry ->
            entry.item().theme() == gone.number()
                ? entry.to(moved(entry.item(), gone).under(kept.number()))
                : entry);
  }

  /** A draft that leaves a theme keeps the restriction that it had by default. */
  private static DraftItem moved(DraftItem item, DraftTheme from) {
    return item.restricted() == null && from.restricted() ? item.marked(true) : item;
  }

  private void evaluate(Span span) {
    int number = themeAt(span.start(), null);
    themes.replaceAll(
        theme ->
            theme.number() == number
                ? theme.evaluated(together(theme.evaluation(), words(span)))
                : theme);
  }

  /** Withdraws the classification as an evaluation. */
  private void forget(Span span) {
    String words = words(span);
    themes.replaceAll(
        theme ->
            theme.evaluation().isEmpty()
                ? theme
                : theme.evaluated(
                    Arrays.stream(theme.evaluation().split("\\n\\n", -1))
                        .filter(paragraph -> !words.contains(collapsed(paragraph)))
                        .collect(Collectors.joining("\n\n"))));
  }

  private static String together(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + "\n\n" + second;
  }

  /** The words of a heading without its number. */
  private static String title(String words) {
    String title = words.replaceFirst("^(?:\\d{1,2}(?:\\.\\d{1,2})*|[IVX]{1,5})[.)]?\\s+", "");
    return title.substring(0, Math.min(NewCommitment.MAX_TITLE, title.length()));
  }

  private String words(Span span) {
    return collapsed(source.substring(span.start(), span.end()));
  }

  private static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
