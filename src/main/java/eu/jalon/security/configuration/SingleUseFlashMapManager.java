package eu.jalon.security.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What an act has to say is said once, to whoever acted: a page that asks for itself because
 * something changed ({@code live.js}) must not take it away from the page that is on its way.
 */
final class SingleUseFlashMapManager extends SessionFlashMapManager {

  private static final String BY_ITSELF = "Jalon-Live";

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    return request.getHeader(BY_ITSELF) == null ? super.retrieveFlashMaps(request) : null;
  }
}
