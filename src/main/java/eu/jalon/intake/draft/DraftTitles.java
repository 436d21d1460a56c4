package eu.jalon.intake.draft;

import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The titles of a draft, in the languages that the document or a coordinator gave; maybe none. */
public record DraftTitles(Map<Language, String> texts) {

  public DraftTitles {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** The title in a language, if it is written in that language. */
  public @Nullable String in(Language language) {
    return texts.get(language);
  }

  /** A title to show where the language does not matter. */
  public String any() {
    return texts.isEmpty() ? "…" : texts.values().iterator().next();
  }

  /** The language of {@link #any}. */
  public Language language() {
    return texts.isEmpty() ? Language.first() : texts.keySet().iterator().next();
  }

  /** The titles other than {@link #any}. */
  public Map<Language, String> others() {
    Map<Language, String> others = new LinkedHashMap<>(texts);
    others.remove(language());
    return others;
  }

  /** The first of some languages without a title; the first of all where none is missing. */
  public Language missing(List<Language> languages) {
    return languages.stream()
        .filter(language -> !texts.containsKey(language))
        .findFirst()
        .orElse(languages.get(0));
  }

  /** The same with another title in a language; without one if the title is blank. */
  public DraftTitles with(Language language, @Nullable String title) {
    Map<Language, String> changed = new LinkedHashMap<>(texts);
    if (title == null || title.isBlank()) {
      changed.remove(language);
    } else {
      changed.put(language, title);
    }
    return new DraftTitles(changed);
  }

  /** The titles of a commitment, those of the series' languages first; there is at least one. */
  public LocalText text(List<Language> series) {
    return new LocalText(texts).startingWith(series);
  }
}
