package eu.jalon.shared;

import java.util.Locale;

/** A language that Jalon speaks, to a person or on a page. */
public enum Language {
  FR(Locale.FRENCH),
  NL(Locale.forLanguageTag("nl")),
  EN(Locale.UK);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale of this language; dates and texts are written with it. */
  public Locale locale() {
    return locale;
  }

  /** The two-email ISO 639-1 code, in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a locale, French where Jalon does not speak it. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "nl" -> NL;
      case "en" -> EN;
      default -> FR;
    };
  }
}
