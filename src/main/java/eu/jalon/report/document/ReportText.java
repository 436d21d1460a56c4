package eu.jalon.report.document;

import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.text.TextPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text run of the report; characters that XML does not allow are replaced by spaces.
 *
 * @param language the language of the text if it is not that of the report
 */
public record ReportText(String text, Style style, @Nullable Language language) {

  /** The semantic style; each renderer has its own formatting. */
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

  /** A text of the register in the report's language, or in French if there is no translation. */
  static ReportText of(LocalText text, Language note) {
    Language written = text.languageIn(note);
    return new ReportText(text.in(note), Style.PLAIN, written == note ? null : written);
  }

  public ReportText as(Style other) {
    return new ReportText(text, other, language);
  }

  /** The same run with another text in the same language. */
  public ReportText with(String other) {
    return new ReportText(other, style, language);
  }

  public Optional<Language> otherLanguage() {
    return Optional.ofNullable(language);
  }

  /** The value of the {@code lang} attribute; null if the language is the report's. */
  public @Nullable String lang() {
    return language == null ? null : ReportNote.tag(language);
  }
}
