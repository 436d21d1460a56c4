package eu.jalon.intake.split.wording;

import java.util.ArrayList;
import java.util.List;

/** Finds the places where one step may be two. */
public final class StepBoundaries {

  private static final int MOST = 24;

  private StepBoundaries() {}

  /**
   * Returns the characters (UTF-16) before each place: after a sentence or clause, before a dash,
   * and before a capitalised infinitive, which a lost bullet leaves.
   */
  public static List<Integer> of(String text) {
    List<Integer> places = new ArrayList<>();
    for (int at = 1; at < text.length() && places.size() < MOST; at++) {
      if (text.charAt(at - 1) == ' ' && opens(text, at) && hasWords(text, at)) {
        places.add(at);
      }
    }
    return places;
  }

  private static boolean opens(String text, int at) {
    char before = at < 2 ? ' ' : text.charAt(at - 2);
    char first = text.charAt(at);
    boolean sentence = ".!?…".indexOf(before) >= 0 && startsUpper(text.substring(at));
    return sentence
        || ";:".indexOf(before) >= 0
        || first == '–'
        || (Character.isUpperCase(first) && FrenchInfinitive.opens(text.substring(at)));
  }

  /** A number after a dot mostly belongs to an abbreviation: "art. 36". */
  private static boolean startsUpper(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .anyMatch(Character::isUpperCase);
  }

  private static boolean hasWords(String text, int at) {
    return text.substring(0, at).codePoints().anyMatch(Character::isLetterOrDigit)
        && text.substring(at).codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
