package eu.jalon.pages.acts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** A field of a form that is sent again when its preview is confirmed. */
public record SentField(String name, String value) {

  /** Returns the fields of a request, without those that each form gets anew. */
  public static List<SentField> of(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .filter(field -> !field.getKey().startsWith("_"))
        .flatMap(
            field ->
                Arrays.stream(field.getValue()).map(value -> new SentField(field.getKey(), value)))
        .toList();
  }
}
