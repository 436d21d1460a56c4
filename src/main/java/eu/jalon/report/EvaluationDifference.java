package eu.jalon.report;

import eu.jalon.shared.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** A sentence that two texts share, or that only one of them has. */
public record EvaluationDifference(Kind kind, String sentence) {

  /** Where the sentence stands. */
  public enum Kind {
    BOTH,
    ONLY_KEPT,
    ONLY_DRAFT
  }

  /** The sentences of both texts in order, with the longest run of shared ones they have. */
  static List<EvaluationDifference> between(String kept, String draft, Language language) {
    List<String> one = sentences(kept, language);
    List<String> other = sentences(draft, language);
    int[][] shared = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        shared[i][j] =
            one.get(i).equals(other.get(j))
                ? shared[i + 1][j + 1] + 1
                : Math.max(shared[i + 1][j], shared[i][j + 1]);
      }
    }
    List<EvaluationDifference> differences = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
        differences.add(new EvaluationDifference(Kind.BOTH, one.get(i)));
        i++;
        j++;
      } else if (j == other.size() || (i < one.size() && shared[i + 1][j] >= shared[i][j + 1])) {
        differences.add(new EvaluationDifference(Kind.ONLY_KEPT, one.get(i++)));
      } else {
        differences.add(new EvaluationDifference(Kind.ONLY_DRAFT, other.get(j++)));
      }
    }
    return List.copyOf(differences);
  }

  private static List<String> sentences(String text, Language language) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }
}
