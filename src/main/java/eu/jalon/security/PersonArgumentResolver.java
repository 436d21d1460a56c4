package eu.jalon.security;

import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.SeriesChoices;
import eu.jalon.shared.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves controller arguments of type {@code Person} to the signed-in user, loaded once per
 * request.
 */
@Component
public class PersonArgumentResolver implements HandlerMethodArgumentResolver {

  private static final String ATTRIBUTE = PersonArgumentResolver.class.getName();

  private static final String LOOKING = ATTRIBUTE + ".looking";
  private static final String SERIES = "series";
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final Directory directory;
  private final Parties parties;
  private final SeriesChoices choices;

  PersonArgumentResolver(Directory directory, Parties parties, SeriesChoices choices) {
    this.directory = directory;
    this.parties = parties;
    this.choices = choices;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Person.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    return Optional.ofNullable(request)
        .flatMap(this::looking)
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Not signed in"));
  }

  /**
   * The signed-in user, whose lists are narrowed to the series of the parameter {@code series} or,
   * on pages, of the kept choice.
   */
  private Optional<Person> looking(HttpServletRequest request) {
    if (request.getAttribute(LOOKING) instanceof Person known) {
      return Optional.of(known);
    }
    String series = READS.contains(request.getMethod()) ? request.getParameter(SERIES) : null;
    boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    Optional<Person> signedIn = of(request);
    if (signedIn.isEmpty()) {
      return signedIn;
    }
    Person person = signedIn.orElseThrow();
    // An unknown series is refused once, not again on the page of the error.
    request.setAttribute(LOOKING, person);
    Person looking =
        series != null ? parties.narrowed(person, series) : api ? person : choices.applied(person);
    request.setAttribute(LOOKING, looking);
    return Optional.of(looking);
  }

  /** The signed-in user; empty for an anonymous request or an ended session. */
  public Optional<Person> of(HttpServletRequest request) {
    return account(request).map(Account::person);
  }

  /**
   * Whether the request's authentication has ended: the account was removed or its session epoch
   * changed.
   */
  public boolean isEnded(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof AccountPrincipal
        && account(request).isEmpty();
  }

  private Optional<Account> account(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Account known) {
      return Optional.of(known);
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()) {
      return Optional.empty();
    }
    Optional<Account> account =
        directory
            .account(new PersonId(authentication.getName()))
            .filter(found -> isCurrent(authentication, found));
    account.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
    return account;
  }

  private static boolean isCurrent(Authentication authentication, Account account) {
    return !(authentication.getPrincipal() instanceof AccountPrincipal signedIn)
        || signedIn.sessionEpoch() == account.sessionEpoch();
  }
}
