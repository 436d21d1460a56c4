package eu.jalon.shared;

import java.util.Locale;

/** A language of pages, e-mails and reports. */
public enum Language {
  FR(Locale.FRENCH),
  NL(Locale.forLanguageTag("nl")),
  EN(Locale.UK);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** Returns the locale that formats dates and selects message bundles. */
  public Locale locale() {
    return locale;
  }

  /** Returns the two-letter ISO 639-1 code in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the language of a locale; French if it is not supported. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "nl" -> NL;
      case "en" -> EN;
      default -> FR;
    };
  }
}
