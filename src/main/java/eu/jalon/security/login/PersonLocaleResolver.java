package eu.jalon.security.login;

import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.problem.DatabaseAwayFilter;
import eu.jalon.security.PersonArgumentResolver;
import eu.jalon.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.web.servlet.LocaleContextResolver;

/**
 * Resolves the locale: the signed-in user's language, otherwise the {@code lang} parameter, then
 * the browser's. The time zone is that of the user's party.
 */
public class PersonLocaleResolver implements LocaleContextResolver {

  private final PersonArgumentResolver signedIn;
  private final Today today;

  public PersonLocaleResolver(PersonArgumentResolver signedIn, Today today) {
    this.signedIn = signedIn;
    this.today = today;
  }

  @Override
  public LocaleContext resolveLocaleContext(HttpServletRequest request) {
    return new TimeZoneAwareLocaleContext() {
      @Override
      public Locale getLocale() {
        return resolveLocale(request);
      }

      @Override
      public @Nullable TimeZone getTimeZone() {
        return DatabaseAwayFilter.isAway(request)
            ? null
            : signedIn.of(request).map(today::zone).map(TimeZone::getTimeZone).orElse(null);
      }
    };
  }

  @Override
  public void setLocaleContext(
      HttpServletRequest request,
      @Nullable HttpServletResponse response,
      @Nullable LocaleContext context) {
    throw new UnsupportedOperationException("Language and time zone are settings of the user");
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (DatabaseAwayFilter.isAway(request)) {
      return chosen(request).locale();
    }
    return signedIn.of(request).map(Person::language).orElseGet(() -> chosen(request)).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is a setting of the user");
  }

  private static Language chosen(HttpServletRequest request) {
    // On a POST, reading a parameter would read the body, which may have been rejected.
    String chosen = "GET".equals(request.getMethod()) ? request.getParameter("lang") : null;
    return Stream.concat(
            Stream.ofNullable(chosen).map(Locale::forLanguageTag),
            Collections.list(request.getLocales()).stream())
        .flatMap(locale -> Language.find(locale).stream())
        .findFirst()
        .orElseGet(Language::first);
  }
}
