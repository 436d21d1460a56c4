package eu.jalon.intake.split.wording;

import java.util.List;

/** Finds the clause of a sentence that states what is to be done. */
final class ActionClauses {

  private static final List<String> CIRCUMSTANCES =
      List.of("Via ", "Pour ", "Dans ", "Parmi ", "Afin ", "En ", "Au ", "Aux ", "Sur ", "Lors ");
  private static final List<String> SUBJECTS =
      List.of("la ", "le ", "les ", "l'", "l’", "nous ", "elles ", "ils ");

  private static final int LONGEST_VERB = 3;

  private ActionClauses() {}

  /** Returns the first sentence without its final sign; an abbreviation's dot does not end it. */
  static String firstSentence(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean followed = i + 1 < text.length();
      if (followed && text.charAt(i + 1) != ' ') {
        continue;
      }
      char c = text.charAt(i);
      boolean stop =
          c == '.'
              && (!followed
                  || Character.isUpperCase(text.codePointAt(Math.min(i + 2, text.length() - 1))));
      if (stop || ";:!?".indexOf(c) >= 0) {
        return text.substring(0, i).strip();
      }
    }
    return text;
  }

  /**
   * Passes over a circumstance before the verb: "Dans ce cadre, renforcer ..." opens at the verb.
   */
  static String withoutCircumstance(String sentence) {
    if (FrenchInfinitive.opens(sentence)) {
      return sentence;
    }
    int depth = 0;
    int subject = -1;
    for (int i = 0; i + 2 < sentence.length(); i++) {
      depth = depth(depth, sentence.charAt(i));
      boolean comma = depth == 0 && sentence.startsWith(", ", i);
      if (comma && FrenchInfinitive.continues(sentence.substring(i + 2))) {
        return sentence.substring(i + 2);
      }
      if (comma && subject < 0 && opensWith(SUBJECTS, sentence.substring(i + 2))) {
        subject = i + 2;
      }
    }
    return subject > 0 && opensWith(CIRCUMSTANCES, sentence)
        ? sentence.substring(subject)
        : sentence;
  }

  /** Removes an aside between commas right after the verb: "Poursuivre, ..., les échanges". */
  static String withoutInsertion(String sentence, int longestOpening) {
    int first = sentence.indexOf(", ");
    int second = first < 0 ? -1 : sentence.indexOf(", ", first + 2);
    boolean verbAlone =
        first > 0
            && first <= longestOpening
            && (sentence.indexOf(' ') > first
                || (FrenchInfinitive.opens(sentence)
                    && sentence.substring(0, first).split(" ", -1).length <= LONGEST_VERB));
    return verbAlone && second > 0 && !FrenchInfinitive.continues(sentence.substring(first + 2))
        ? sentence.substring(0, first) + sentence.substring(second + 1)
        : sentence;
  }

  /** Returns where the first clause of a reasonable length ends, or 0 if none ends in time. */
  static int endOfFirst(String sentence, int shortest, int longest) {
    int depth = 0;
    for (int i = 0; i < sentence.length() && i <= longest; i++) {
      boolean ends =
          sentence.startsWith(", ", i)
              || sentence.startsWith(" – ", i)
              || sentence.startsWith(" - ", i);
      if (ends && depth == 0 && i >= shortest) {
        return i;
      }
      depth = depth(depth, sentence.charAt(i));
    }
    return 0;
  }

  /** Cuts before the last bracket or quotation mark that is not closed. */
  static String withoutOpenBracket(String text) {
    int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('«'));
    int closed = Math.max(text.lastIndexOf(')'), text.lastIndexOf('»'));
    return open > closed ? text.substring(0, open) : text;
  }

  private static boolean opensWith(List<String> words, String text) {
    return words.stream().anyMatch(text::startsWith);
  }

  private static int depth(int depth, char c) {
    return switch (c) {
      case '(', '«' -> depth + 1;
      case ')', '»' -> Math.max(0, depth - 1);
      default -> depth;
    };
  }
}
