package eu.jalon.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds an idempotency key to each form that changes data, so that a double submit takes effect
 * once.
 */
class FormKeys implements RequestDataValueProcessor {

  private final RequestDataValueProcessor csrf;

  FormKeys(RequestDataValueProcessor csrf) {
    this.csrf = csrf;
  }

  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    return csrf.processAction(request, action, method);
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, @Nullable String name, String value, String type) {
    return csrf.processFormFieldValue(request, name, value, type);
  }

  @Override
  public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    Map<String, String> token = csrf.getExtraHiddenFields(request);
    if (token == null || token.isEmpty()) {
      return token;
    }
    Map<String, String> fields = new LinkedHashMap<>(token);
    fields.put(IdempotencyFilter.FIELD, UUID.randomUUID().toString());
    return fields;
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    return csrf.processUrl(request, url);
  }
}
