package eu.jalon.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A language, named by its two-letter code (ISO 639-1); there is one object for each code.
 *
 * <p>Pages, e-mails and reports are written in the languages that have a bundle, {@code
 * i18n/language_<code>.properties}. Titles and names may be given in any language.
 */
public final class Language {

  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());
  private static final Map<String, Language> BY_CODE = new ConcurrentHashMap<>();
  private static final List<Language> KNOWN =
      Stream.of(Locale.getISOLanguages())
          .map(Language::of)
          .filter(language -> language.rules.isPresent())
          .sorted(Comparator.comparingInt(language -> language.rules().order()))
          .toList();

  private final String code;
  private final Optional<LanguageRules> rules;

  private Language(String code) {
    this.code = code;
    this.rules = LanguageRules.find(code);
  }

  /** Returns the languages of pages, e-mails and reports, in the order of their menus. */
  public static List<Language> known() {
    return KNOWN;
  }

  /** Returns the language of a user whose browser asks for none that is known. */
  public static Language first() {
    return KNOWN.get(0);
  }

  /**
   * Returns the language of a code, in lower or upper case.
   *
   * @throws ValidationError {@code language.code} if it is not one of ISO 639-1
   */
  @JsonCreator
  public static Language of(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (!CODES.contains(lower)) {
      throw ValidationError.invalid("language.code", code);
    }
    return BY_CODE.computeIfAbsent(lower, Language::new);
  }

  /** Returns the known language of a locale; empty if there is none. */
  public static Optional<Language> find(Locale locale) {
    return KNOWN.stream()
        .filter(language -> language.code.equals(locale.getLanguage()))
        .findFirst();
  }

  /** Returns the language of a locale, the first one if it is not known. */
  public static Language of(Locale locale) {
    return find(locale).orElseGet(Language::first);
  }

  /** Returns the two-letter code in lower case. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Returns whether pages, e-mails and reports are written in it. */
  public boolean isKnown() {
    return rules.isPresent();
  }

  /** Returns the locale that formats dates and selects message bundles. */
  public Locale locale() {
    return rules.map(LanguageRules::locale).orElseGet(() -> Locale.forLanguageTag(code));
  }

  /** Returns the language tag of documents (BCP 47), with the region of a known language. */
  public String documentTag() {
    return rules.map(LanguageRules::documentTag).orElse(code);
  }

  /** Returns how the language writes dates and names; those of the first one if it has none. */
  public LanguageRules rules() {
    return rules.orElseGet(() -> first().rules());
  }

  @Override
  public String toString() {
    return code;
  }
}
