package eu.jalon.report.document;

import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.text.TextPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some words of a note, fit for XML: what no document may hold stands as a space.
 *
 * @param language where it is not the language of the note
 */
public record ReportText(String text, Style style, @Nullable Language language) {

  /** How the words are meant, which each form of the note shows in its own way. */
  public enum Style {
    PLAIN,
    STRONG,
    SOFT,
    QUOTE
  }

  public ReportText {
    text = TextPolicy.SINGLE_LINE.cleaned(text, " ");
  }

  public static ReportText plain(String text) {
    return new ReportText(text, Style.PLAIN, null);
  }

  public static ReportText strong(String text) {
    return new ReportText(text, Style.STRONG, null);
  }

  public static ReportText soft(String text) {
    return new ReportText(text, Style.SOFT, null);
  }

  /** A text of the register in the language of a note, in French where it is in no other. */
  static ReportText of(LocalText text, Language note) {
    Language written = text.languageIn(note);
    return new ReportText(text.in(note), Style.PLAIN, written == note ? null : written);
  }

  public ReportText as(Style other) {
    return new ReportText(text, other, language);
  }

  public Optional<Language> otherLanguage() {
    return Optional.ofNullable(language);
  }

  /** The tag of the other language, for {@code lang}; absent where it is the note's. */
  public @Nullable String lang() {
    return language == null ? null : ReportNote.tag(language);
  }
}
