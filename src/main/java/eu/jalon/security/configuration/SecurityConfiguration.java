package eu.jalon.security.configuration;

import static org.springframework.security.config.Customizer.withDefaults;

import eu.jalon.audit.AuditLog;
import eu.jalon.security.PersonArgumentResolver;
import eu.jalon.security.access.AccessLevel;
import eu.jalon.security.access.AccessRules;
import eu.jalon.security.access.ApiAuthenticationEntryPoint;
import eu.jalon.security.access.DecodedPath;
import eu.jalon.security.access.EngineExpressionFilter;
import eu.jalon.security.access.JalonAccessDeniedHandler;
import eu.jalon.security.access.UploadFilter;
import eu.jalon.security.limit.CallLimitFilter;
import eu.jalon.security.limit.ErrorResponseWriter;
import eu.jalon.security.limit.RequestBodyFilter;
import eu.jalon.security.login.EndedSessionFilter;
import eu.jalon.security.login.LoginFailureHandler;
import eu.jalon.security.login.PageRequestCache;
import eu.jalon.security.login.PersonAuthenticationProvider;
import eu.jalon.security.login.SessionOrCookieCsrfTokenRepository;
import eu.jalon.security.oidc.OidcBearerTokenConfigurer;
import eu.jalon.security.oidc.OidcIssuers;
import eu.jalon.security.oidc.OidcLoginConfigurer;
import eu.jalon.security.oidc.OidcLogoutSuccessHandler;
import eu.jalon.security.passkey.PasskeyLoginConfigurer;
import eu.jalon.security.trail.AuditFilter;
import eu.jalon.security.trail.SignOutAuditHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The security filter chain of the pages, the API and the engine's web apps. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  /**
   * Hashes of the style attributes in the bpmn.io logo and its popup, which the licence of the BPMN
   * viewer requires. They are allowed on commitment pages only; a browser test fails if the viewer
   * writes another style attribute.
   */
  private static final String BPMN_VIEWER_STYLES =
      "; style-src-attr 'unsafe-hashes'"
          + " 'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w='"
          + " 'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='"
          + " 'sha256-JpvvTIK7ulxf/3oA+AUuVbO9Labs8npGWGm9X9nGIWw='"
          + " 'sha256-9OIpRRx0bq4t4s2zyqbocMNwedniLDaxLB+FlLIjNgM='"
          + " 'sha256-GAdrtwahSjGXI0UQQnfyEVtPn+wfgQxvyrjyQuByfuU='"
          + " 'sha256-OiHWqvo9dpVH2ZTYJl3A+IJzE/VCEoC16CMSpFs+v0E='"
          + " 'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA='"
          + " 'sha256-F1/lIJB2HC2RT+RPHwCjlrUMGQft2PdUC4nHeQ7MKsc='"
          + " 'sha256-HrvAPhJHDMpEBcplBvvwyxAYUF0koC1/uv7HLEC0aqg='";

  private static final RequestMatcher COMMITMENT_PAGE =
      request -> path(request).matches("/commitments/[A-Z]{2,5}\\d{4}-\\d{1,2}\\.\\d{2,4}");
  private static final RequestMatcher API = under("/api/");
  private static final RequestMatcher API_DOCS = under("/api/docs");
  private static final RequestMatcher WEB_APPS = under("/camunda/");
  private static final RequestMatcher NOT_A_PAGE =
      new OrRequestMatcher(
          under("/camunda/api/", "/actuator", "/live"), SecurityConfiguration::isPartOfAPage);
  private static final RequestMatcher PAGES =
      request ->
          AccessRules.of(request).filter(rule -> rule.level() != AccessLevel.DENIED).isPresent()
              && !under("/api/", "/camunda/api/", "/actuator", "/live").matches(request);

  /** The Authorization header of RFC 7617 and RFC 6750. */
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)basic +[A-Za-z0-9+/]+={0,2}|bearer +[A-Za-z0-9._~+/-]+=*");

  /** The session attribute and request header of the engine's CSRF token. */
  private static final String WEB_APP_TOKEN = "CAMUNDA_CSRF_TOKEN";

  private static final String WEB_APP_TOKEN_HEADER = "X-XSRF-TOKEN";

  private static final RequestMatcher EMAIL_BODY =
      request -> path(request).matches("/emails/[^/]+/body");

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      EngineExpressionFilter expressions,
      PersonAuthenticationProvider people,
      PersonArgumentResolver signedIn,
      JalonAccessDeniedHandler accessDenied,
      ErrorResponseWriter errors,
      RequestBodyFilter bodies,
      CallLimitFilter calls,
      AuditLog audit,
      OidcIssuers issuers,
      OidcLoginConfigurer oidcLogin,
      OidcBearerTokenConfigurer oidcBearer,
      OidcLogoutSuccessHandler logoutSuccess,
      PasskeyLoginConfigurer passkeys)
      throws Exception {
    // The parent manager would have the same provider and check each wrong password twice.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    http.authenticationProvider(people)
        .addFilterAfter(new AuditFilter(audit), SecurityContextHolderFilter.class)
        .addFilterBefore(bodies, CsrfFilter.class)
        .addFilterBefore(
            new UploadFilter(signedIn, errors, SecurityConfiguration::isProgramRequest),
            CsrfFilter.class)
        .addFilterBefore(new EndedSessionFilter(signedIn), AnonymousAuthenticationFilter.class)
        .addFilterAfter(calls, AuthorizationFilter.class)
        .addFilterAfter(expressions, AuthorizationFilter.class)
        .requestCache(cache -> cache.requestCache(new PageRequestCache(PAGES)));
    accessRules(http);
    LoginFailureHandler failures = new LoginFailureHandler(audit);
    login(http, audit, failures, logoutSuccess);
    passkeys.addTo(http, failures);
    exceptionHandling(http, accessDenied);
    if (!issuers.isEmpty()) {
      oidcLogin.addTo(http, failures);
      if (issuers.apiAcceptsTokens()) {
        oidcBearer.addTo(http, API);
      }
    }
    http.csrf(
        csrf ->
            csrf.csrfTokenRepository(new SessionOrCookieCsrfTokenRepository())
                .ignoringRequestMatchers(WEB_APPS, SecurityConfiguration::isProgramRequest));
    headers(http);
    return http.build();
  }

  /** Error and async dispatches were authorized with the original request. */
  private static void accessRules(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        requests -> {
          requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
          AccessRules.TABLE.forEach(
              rule -> requests.requestMatchers(rule).access(rule.level().manager()));
          requests.anyRequest().denyAll();
        });
  }

  private static void login(
      HttpSecurity http,
      AuditLog audit,
      LoginFailureHandler failures,
      OidcLogoutSuccessHandler logoutSuccess)
      throws Exception {
    http.formLogin(
            form -> form.loginPage("/login").failureHandler(failures).defaultSuccessUrl("/", false))
        .httpBasic(basic -> basic.authenticationEntryPoint(new ApiAuthenticationEntryPoint()))
        .logout(
            logout ->
                logout
                    .addLogoutHandler(new SignOutAuditHandler(audit))
                    .logoutRequestMatcher(request -> isLogout(request) || isWebAppLogout(request))
                    .defaultLogoutSuccessHandlerFor(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                        SecurityConfiguration::isWebAppLogoutPath)
                    .defaultLogoutSuccessHandlerFor(
                        logoutSuccess, SecurityConfiguration::isLogout));
  }

  /** Redirects anonymous requests to the login only for existing pages. */
  private static void exceptionHandling(HttpSecurity http, JalonAccessDeniedHandler accessDenied)
      throws Exception {
    http.exceptionHandling(
        handling ->
            handling
                .accessDeniedHandler(accessDenied)
                .defaultAuthenticationEntryPointFor(new ApiAuthenticationEntryPoint(), API)
                .defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), NOT_A_PAGE)
                .defaultAuthenticationEntryPointFor(
                    (request, response, refused) ->
                        response.sendError(HttpServletResponse.SC_NOT_FOUND),
                    request -> AccessRules.of(request).isEmpty())
                .defaultAuthenticationEntryPointFor(login(), request -> true));
  }

  /** Redirects to a relative URL, because the Host header is not trusted. */
  private static LoginUrlAuthenticationEntryPoint login() {
    LoginUrlAuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
    login.setFavorRelativeUris(true);
    return login;
  }

  private static void headers(HttpSecurity http) throws Exception {
    http.headers(
        headers ->
            headers
                .frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(withDefaults())
                .addHeaderWriter(
                    new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(
                            request ->
                                WEB_APPS.matches(request)
                                    || EMAIL_BODY.matches(request)
                                    || API_DOCS.matches(request)
                                    || COMMITMENT_PAGE.matches(request)),
                        new StaticHeadersWriter("Content-Security-Policy", CONTENT_POLICY)))
                .addHeaderWriter(
                    new DelegatingRequestMatcherHeaderWriter(
                        COMMITMENT_PAGE,
                        new StaticHeadersWriter(
                            "Content-Security-Policy", CONTENT_POLICY + BPMN_VIEWER_STYLES)))
                .addHeaderWriter(
                    new DelegatingRequestMatcherHeaderWriter(
                        API_DOCS,
                        new StaticHeadersWriter(
                            "Content-Security-Policy",
                            CONTENT_POLICY + "; style-src 'self' 'unsafe-inline'"))));
  }

  /**
   * Whether an API request has credentials and no session, and needs no CSRF token. Cross-site
   * requests of a browser, which have {@code Sec-Fetch-Site} or {@code Origin}, do need one.
   */
  private static boolean isProgramRequest(HttpServletRequest request) {
    String credentials = Objects.toString(request.getHeader("Authorization"), "");
    return API.matches(request)
        && CREDENTIALS.matcher(credentials).matches()
        && request.getRequestedSessionId() == null
        && request.getHeader("Origin") == null
        && request.getHeader("Sec-Fetch-Site") == null;
  }

  /** Rejects NUL characters, which PostgreSQL cannot store. */
  @Bean
  static HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  /**
   * Whether a browser requests a script, a picture or data. Redirected to the login page, these
   * would each bring a CSRF cookie of their own, and the page that is shown would lose its token.
   */
  private static boolean isPartOfAPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null
        && !accepted.contains(MediaType.TEXT_HTML_VALUE)
        && request.getHeader("HX-Request") == null;
  }

  private static boolean isLogout(HttpServletRequest request) {
    return "POST".equals(request.getMethod()) && "/logout".equals(path(request));
  }

  /** Checks the engine's CSRF token here, because its own filter does not see this request. */
  private static boolean isWebAppLogout(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return isWebAppLogoutPath(request)
        && session != null
        && session.getAttribute(WEB_APP_TOKEN) instanceof String token
        && token.equals(request.getHeader(WEB_APP_TOKEN_HEADER));
  }

  private static boolean isWebAppLogoutPath(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && path(request).matches("/camunda/api/admin/auth/user/[^/]+/logout");
  }

  private static RequestMatcher under(String... prefixes) {
    return request -> {
      String path = path(request);
      for (String prefix : prefixes) {
        if (path.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    };
  }

  private static String path(HttpServletRequest request) {
    return DecodedPath.of(request);
  }
}
