package eu.jalon.security.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps flash attributes for the redirect that follows a form: background refreshes ({@code
 * live.js}) do not consume them.
 */
final class SingleUseFlashMapManager extends SessionFlashMapManager {

  private static final String BACKGROUND_REFRESH = "Jalon-Live";

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    return request.getHeader(BACKGROUND_REFRESH) == null ? super.retrieveFlashMaps(request) : null;
  }
}
