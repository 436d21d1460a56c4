package eu.jalon.intake;

import eu.jalon.intake.SourcePart.Kind;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Returns a document in its order, with its headings and steps marked in place. */
final class MarkedSource {

  private static final Pattern PARAGRAPH = Pattern.compile("\\R\\h*\\R|\\f");

  private final String source;
  private final List<SourcePart> parts = new ArrayList<>();

  /** The end of the part already returned. */
  private int told;

  /** A heading or a step and its place. */
  private record Mark(Kind kind, int number, String text, Span span) {}

  private MarkedSource(String source) {
    this.source = source;
  }

  /** The whole document; steps without a place in it come last, with their own words. */
  static List<SourcePart> of(String source, DeclarationDraft draft) {
    List<Mark> marks = new ArrayList<>();
    for (DraftTheme theme : draft.themes()) {
      marks.add(new Mark(Kind.THEME, theme.number(), theme.title(), theme.span()));
    }
    for (DraftItem item : draft.items()) {
      marks.add(new Mark(Kind.STEP, item.n(), item.text(), item.span()));
    }
    marks.sort(
        Comparator.comparing((Mark mark) -> mark.span().isEmpty() && mark.kind() == Kind.STEP)
            .thenComparingInt(mark -> mark.span().start()));
    MarkedSource marked = new MarkedSource(source);
    marks.forEach(marked::mark);
    marked.proseUntil(source.length());
    return List.copyOf(marked.parts);
  }

  private void mark(Mark mark) {
    if (mark.span().isEmpty()) {
      parts.add(new SourcePart(mark.kind(), mark.number(), mark.text()));
      return;
    }
    int start = Math.max(told, mark.span().start());
    int end = Math.min(source.length(), withSignsAfter(Math.max(start, mark.span().end())));
    proseUntil(start);
    String words = source.substring(start, end).strip();
    parts.add(new SourcePart(mark.kind(), mark.number(), words.isEmpty() ? mark.text() : words));
    told = Math.max(told, end);
  }

  private int withSignsAfter(int end) {
    int to = end;
    while (to < source.length()
        && !Character.isWhitespace(source.charAt(to))
        && !Character.isLetterOrDigit(source.charAt(to))) {
      to++;
    }
    return to;
  }

  private void proseUntil(int end) {
    if (end <= told) {
      return;
    }
    for (String paragraph : PARAGRAPH.split(source.substring(told, end), -1)) {
      if (paragraph.chars().filter(Character::isLetterOrDigit).limit(2).count() > 1) {
        parts.add(new SourcePart(Kind.PROSE, 0, paragraph.strip()));
      }
    }
    told = end;
  }
}
