package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What stands in place of the title of a restricted commitment wherever readers need not be
 * concerned by it: in overviews, reports, files, e-mails and calendars.
 */
public final class RestrictedTitle {

  private static final ResourceBundle.Control OWN_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Map<Language, String> PATTERNS = patterns();

  private RestrictedTitle() {}

  /** Returns the reference, marked as restricted, in each language of the pages. */
  public static LocalText of(CommitmentRef ref) {
    Map<Language, String> texts = new LinkedHashMap<>();
    PATTERNS.forEach(
        (language, pattern) -> texts.put(language, MessageFormat.format(pattern, ref.value())));
    return new LocalText(texts);
  }

  /** Returns the title, or what stands in its place. */
  public static LocalText outside(boolean restricted, CommitmentRef ref, LocalText title) {
    return restricted ? of(ref) : title;
  }

  private static Map<Language, String> patterns() {
    Map<Language, String> patterns = new LinkedHashMap<>();
    for (Language language : Language.known()) {
      patterns.put(
          language,
          ResourceBundle.getBundle("i18n.terms", language.locale(), OWN_LANGUAGE)
              .getString("restricted.title"));
    }
    return patterns;
  }
}
