package eu.jalon.intake.propose;

import eu.jalon.intake.split.wording.ProposedTitle;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposes titles in the languages that a step is written in, and in no other. */
public final class TitleProposals {

  private TitleProposals() {}

  /**
   * A title for each language of a step.
   *
   * @param document the language of the document, for a step too short to tell its own
   */
  public static Map<Language, String> of(String text, Language document) {
    Map<Language, String> titles = new LinkedHashMap<>();
    List<String> sentences = sentences(text);
    Language first =
        TextLanguage.of(sentences.get(0)).or(() -> TextLanguage.of(text)).orElse(document);
    titles.put(first, ProposedTitle.of(text));
    if (sentences.size() == 2) {
      TextLanguage.of(sentences.get(1))
          .ifPresent(other -> titles.putIfAbsent(other, ProposedTitle.of(sentences.get(1))));
    }
    return titles;
  }

  /** Two languages follow one another, or are separated by a slash. */
  private static List<String> sentences(String text) {
    int stroke = text.indexOf(" / ");
    if (stroke > 0 && text.indexOf(" / ", stroke + 3) < 0) {
      return List.of(text.substring(0, stroke), text.substring(stroke + 3));
    }
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + 2 < text.length(); i++) {
      if (".;".indexOf(text.charAt(i)) >= 0
          && text.charAt(i + 1) == ' '
          && Character.isUpperCase(text.codePointAt(i + 2))) {
        sentences.add(text.substring(from, i + 1));
        from = i + 2;
      }
    }
    sentences.add(text.substring(from));
    return sentences;
  }
}
