package eu.jalon.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text in one or more languages.
 *
 * @param texts the text of each language; the first one is used for languages that are missing
 */
public record LocalText(Map<Language, String> texts) {

  /** The highest number of languages, for which the columns of the database are wide enough. */
  private static final int MOST = 12;

  public LocalText {
    if (texts.isEmpty() || texts.values().stream().anyMatch(String::isBlank)) {
      throw ValidationError.invalid("text.blank");
    }
    if (texts.size() > MOST) {
      throw ValidationError.invalid("text.languages", texts.size(), MOST);
    }
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** Returns a text in one language. */
  public static LocalText of(Language language, String text) {
    return new LocalText(Map.of(language, text));
  }

  /** Returns a text that is the same in every language, such as a code. */
  public static LocalText same(String text) {
    Map<Language, String> texts = new LinkedHashMap<>();
    Language.known().forEach(language -> texts.put(language, text));
    return new LocalText(texts);
  }

  /**
   * Returns the texts that are not blank, stripped; empty if all are blank.
   *
   * @param typed texts by language code
   * @throws ValidationError {@code language.code} if a key is not a language code
   */
  public static Optional<LocalText> given(Map<String, ? extends @Nullable String> typed) {
    Map<Language, String> texts = new LinkedHashMap<>();
    typed.forEach(
        (code, text) -> {
          Language language = Language.of(code);
          if (text != null && !text.isBlank()) {
            texts.put(language, text.strip());
          }
        });
    return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalText(texts));
  }

  @JsonCreator
  static LocalText ofCodes(Map<String, String> byCode) {
    Map<Language, String> texts = new LinkedHashMap<>();
    byCode.forEach((code, text) -> texts.put(Language.of(code), text));
    return new LocalText(texts);
  }

  /** Returns the text of each language by its code. */
  @JsonValue
  public Map<String, String> byCode() {
    Map<String, String> byCode = new LinkedHashMap<>();
    texts.forEach((language, text) -> byCode.put(language.code(), text));
    return byCode;
  }

  /** Returns the same texts, those in the given languages first, in their order. */
  public LocalText startingWith(Collection<Language> languages) {
    Map<Language, String> ordered = new LinkedHashMap<>();
    languages.stream()
        .filter(texts::containsKey)
        .forEach(language -> ordered.put(language, in(language)));
    texts.forEach(ordered::putIfAbsent);
    return new LocalText(ordered);
  }

  /** Returns a copy with the function applied to the text of each language. */
  public LocalText map(UnaryOperator<String> change) {
    Map<Language, String> changed = new LinkedHashMap<>();
    texts.forEach((language, text) -> changed.put(language, change.apply(text)));
    return new LocalText(changed);
  }

  /** Returns the text in the given language; in the first language if there is none. */
  public String in(Language language) {
    return find(language).orElseGet(this::first);
  }

  /** Returns the text in the given language, if there is one. */
  public Optional<String> find(Language language) {
    return Optional.ofNullable(texts.get(language));
  }

  /** Returns the language whose text is used for those that are missing. */
  public Language firstLanguage() {
    return texts.keySet().iterator().next();
  }

  /** Returns the text in the first language. */
  public String first() {
    return texts.values().iterator().next();
  }

  /**
   * Returns the language of the text that {@link #in} returns, for the HTML {@code lang} attribute.
   */
  public Language languageIn(Language language) {
    return texts.containsKey(language) ? language : firstLanguage();
  }
}
