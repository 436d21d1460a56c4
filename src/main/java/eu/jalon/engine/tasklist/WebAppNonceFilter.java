package eu.jalon.engine.tasklist;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the scripts of a page of the web apps the nonce of that page's Content-Security-Policy. The
 * web apps keep the nonce in the servlet context, one for all requests: a page that is written
 * while another one is requested would name the nonce of the other, and its scripts would not run.
 */
public class WebAppNonceFilter extends OncePerRequestFilter {

  private static final Pattern NONCE_OF_POLICY = Pattern.compile("'nonce-([\\w-]+)'");
  private static final Pattern NONCE_OF_SCRIPT = Pattern.compile(" nonce=\"[\\w-]*\"");

  /** A script, style or text: the last part of its address has a dot, that of a page has none. */
  private static final Pattern FILE = Pattern.compile(".*\\.[^/]*");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FILE.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    Matcher policy =
        NONCE_OF_POLICY.matcher(
            Objects.requireNonNullElse(page.getHeader("Content-Security-Policy"), ""));
    String type = page.getContentType();
    if (policy.find() && type != null && type.startsWith(MediaType.TEXT_HTML_VALUE)) {
      // Each byte is one character, whatever the charset of the page.
      String html = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
      String own = " nonce=\"" + policy.group(1) + "\"";
      page.resetBuffer();
      page.getOutputStream()
          .write(
              NONCE_OF_SCRIPT.matcher(html).replaceAll(own).getBytes(StandardCharsets.ISO_8859_1));
    }
    page.copyBodyToResponse();
  }
}
