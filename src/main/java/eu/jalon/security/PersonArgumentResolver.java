package eu.jalon.security;

import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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

  private final Directory directory;

  PersonArgumentResolver(Directory directory) {
    this.directory = directory;
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
        .flatMap(this::of)
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Not signed in"));
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
