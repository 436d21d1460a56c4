package eu.jalon.security.login;

import eu.jalon.directory.Person;
import eu.jalon.security.PersonArgumentResolver;
import eu.jalon.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the person's own; before he signed in the one he chose with {@code
 * ?lang}, then the browser's.
 */
public class PersonLocaleResolver implements LocaleResolver {

  private static final List<String> SPOKEN = List.of("fr", "nl", "en");

  private final PersonArgumentResolver signedIn;

  public PersonLocaleResolver(PersonArgumentResolver signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return signedIn.of(request).map(Person::language).orElseGet(() -> chosen(request)).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("A person's language is a setting of his.");
  }

  private static Language chosen(HttpServletRequest request) {
    // Asking for a field would read the body of a form, which may have been refused.
    String chosen = "GET".equals(request.getMethod()) ? request.getParameter("lang") : null;
    if (chosen != null && SPOKEN.contains(chosen)) {
      return Language.of(Locale.forLanguageTag(chosen));
    }
    return Collections.list(request.getLocales()).stream()
        .filter(locale -> SPOKEN.contains(locale.getLanguage()))
        .findFirst()
        .map(Language::of)
        .orElse(Language.FR);
  }
}
