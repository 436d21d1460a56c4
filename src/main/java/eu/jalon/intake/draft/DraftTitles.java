package eu.jalon.intake.draft;

import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** The titles of a draft, in the languages that the document or a coordinator gave. */
public record DraftTitles(@Nullable String fr, @Nullable String nl, @Nullable String en) {

  /** The title in a language, if it is written in that language. */
  public @Nullable String in(Language language) {
    return switch (language) {
      case FR -> fr;
      case NL -> nl;
      case EN -> en;
    };
  }

  /** A title to show where none in a certain language is needed. */
  public String any() {
    if (fr != null) {
      return fr;
    }
    return nl != null ? nl : en != null ? en : "…";
  }

  /** The language of {@link #any}. */
  public Language language() {
    if (fr != null) {
      return Language.FR;
    }
    return nl != null ? Language.NL : Language.EN;
  }

  public DraftTitles with(Language language, @Nullable String title) {
    return new DraftTitles(
        language == Language.FR ? title : fr,
        language == Language.NL ? title : nl,
        language == Language.EN ? title : en);
  }

  /** The titles of a commitment; the French one is required. */
  public LocalText text() {
    if (fr == null) {
      throw new IllegalStateException("a draft without a French title is incomplete");
    }
    return new LocalText(fr, nl, en);
  }
}
