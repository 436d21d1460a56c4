package eu.jalon.intake.draft;

import eu.jalon.intake.split.wording.StepBoundaries;
import java.util.List;

/**
 * A place where a step may fall into two.
 *
 * @param at how many characters (UTF-16) of the text come before it
 * @param before the last words of the first part
 * @param after the first words of the second
 */
public record SplitPlace(int at, String before, String after) {

  private static final int SHOWN = 60;

  /** The ends of sentences and clauses, and the places of possibly lost bullets; a few at most. */
  public static List<SplitPlace> in(DraftItem item) {
    String text = item.text();
    return StepBoundaries.of(text).stream()
        .map(at -> new SplitPlace(at, tail(text.substring(0, at)), head(text.substring(at))))
        .toList();
  }

  private static String tail(String text) {
    String stripped = text.strip();
    int from = Math.max(0, stripped.length() - SHOWN);
    int word = from == 0 ? 0 : stripped.indexOf(' ', from) + 1;
    return (word == 0 ? "" : "… ") + stripped.substring(word);
  }

  private static String head(String text) {
    String stripped = text.strip();
    int to = stripped.length() <= SHOWN ? stripped.length() : stripped.lastIndexOf(' ', SHOWN);
    return to <= 0 || to == stripped.length() ? stripped : stripped.substring(0, to) + " …";
  }
}
