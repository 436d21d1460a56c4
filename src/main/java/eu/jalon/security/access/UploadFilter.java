package eu.jalon.security.access;

import eu.jalon.security.PersonArgumentResolver;
import eu.jalon.security.limit.ErrorResponseWriter;
import eu.jalon.security.limit.RequestBodyFilter;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects file uploads without a right to upload before the body is parsed. Reading a field of a
 * multipart form, as the CSRF filter does, writes its files to disk first; so this filter runs
 * before it and checks the session. Basic and bearer credentials are checked later, by filters that
 * read no field.
 */
public final class UploadFilter extends OncePerRequestFilter {

  private final PersonArgumentResolver signedIn;
  private final ErrorResponseWriter refusals;
  private final RequestMatcher readsNoField;

  /**
   * @param readsNoField requests that are authenticated without reading a form field
   */
  public UploadFilter(
      PersonArgumentResolver signedIn, ErrorResponseWriter refusals, RequestMatcher readsNoField) {
    this.signedIn = signedIn;
    this.refusals = refusals;
    this.readsNoField = readsNoField;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !RequestBodyFilter.isUpload(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (readsNoField.matches(request)) {
      chain.doFilter(request, response);
    } else if (!isAllowed(request)) {
      boolean anonymous = SecurityContextHolder.getContext().getAuthentication() == null;
      refusals.write(
          request,
          response,
          anonymous ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
          Optional.of(ValidationError.forbidden("request.uploadSignedIn")));
    } else if (!AccessRules.acceptsUploads(request)) {
      refusals.write(
          request,
          response,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          Optional.of(ValidationError.invalid("request.noUpload")));
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isAllowed(HttpServletRequest request) {
    Optional<AuthorizationResult> result =
        AccessRules.of(request)
            .map(
                rule ->
                    rule.level()
                        .manager()
                        .authorize(
                            () -> SecurityContextHolder.getContext().getAuthentication(),
                            new RequestAuthorizationContext(request)));
    return result.isPresent() && result.get().isGranted() && !signedIn.isEnded(request);
  }
}
