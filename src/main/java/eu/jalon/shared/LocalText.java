package eu.jalon.shared;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A text in French and, where somebody wrote them, in Dutch and English. */
public record LocalText(String fr, @Nullable String nl, @Nullable String en) {

  public LocalText {
    if (fr.isBlank()) {
      throw ValidationError.invalid("text.blank");
    }
  }

  public static LocalText of(String fr, @Nullable String nl) {
    return new LocalText(fr, nl, null);
  }

  /** The same text with each language changed, as by a text policy. */
  public LocalText map(UnaryOperator<String> change) {
    return new LocalText(
        change.apply(fr),
        nl == null ? null : change.apply(nl),
        en == null ? null : change.apply(en));
  }

  /** The text in the given language, in French where it was not written in that language. */
  public String in(Language language) {
    return written(language).orElse(fr);
  }

  /** The language in which {@link #in} answers; a page marks the text with it. */
  public Language languageIn(Language language) {
    return written(language).isPresent() ? language : Language.FR;
  }

  private Optional<String> written(Language language) {
    return switch (language) {
      case FR -> Optional.of(fr);
      case NL -> Optional.ofNullable(nl);
      case EN -> Optional.ofNullable(en);
    };
  }
}
