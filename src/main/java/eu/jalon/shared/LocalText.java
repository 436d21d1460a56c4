package eu.jalon.shared;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A text in French and optionally in Dutch and English. */
public record LocalText(String fr, @Nullable String nl, @Nullable String en) {

  public LocalText {
    if (fr.isBlank()) {
      throw ValidationError.invalid("text.blank");
    }
  }

  public static LocalText of(String fr, @Nullable String nl) {
    return new LocalText(fr, nl, null);
  }

  /** Returns a copy with the function applied to the text of each language. */
  public LocalText map(UnaryOperator<String> change) {
    return new LocalText(
        change.apply(fr),
        nl == null ? null : change.apply(nl),
        en == null ? null : change.apply(en));
  }

  /** Returns the text in the given language; in French if there is no such translation. */
  public String in(Language language) {
    return translation(language).orElse(fr);
  }

  /**
   * Returns the language of the text that {@link #in} returns, for the HTML {@code lang} attribute.
   */
  public Language languageIn(Language language) {
    return translation(language).isPresent() ? language : Language.FR;
  }

  private Optional<String> translation(Language language) {
    return switch (language) {
      case FR -> Optional.of(fr);
      case NL -> Optional.ofNullable(nl);
      case EN -> Optional.ofNullable(en);
    };
  }
}
