package eu.jalon.report.evaluation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import eu.jalon.shared.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** A sentence of a comparison of two texts. */
public record EvaluationDifference(Kind kind, String sentence) {

  /** Which of the texts contain the sentence. */
  public enum Kind {
    BOTH,
    ONLY_KEPT,
    ONLY_DRAFT
  }

  /** The sentences of both texts in order, by their shortest edit script. */
  static List<EvaluationDifference> between(String kept, String draft, Language language) {
    List<String> one = sentences(kept, language);
    List<String> other = sentences(draft, language);
    List<EvaluationDifference> differences = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(one, other, true).getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        add(differences, Kind.BOTH, delta.getSource());
      } else {
        add(differences, Kind.ONLY_KEPT, delta.getSource());
        add(differences, Kind.ONLY_DRAFT, delta.getTarget());
      }
    }
    return List.copyOf(differences);
  }

  private static void add(
      List<EvaluationDifference> differences, Kind kind, Chunk<String> sentences) {
    sentences.getLines().forEach(each -> differences.add(new EvaluationDifference(kind, each)));
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
