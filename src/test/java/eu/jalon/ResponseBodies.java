package eu.jalon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;

/** How answers are read. */
public final class ResponseBodies {

  private ResponseBodies() {}

  /** An answer as text; of a stream without end nothing is read, and it is closed. */
  public static BodyHandler<String> text() {
    return answer ->
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
            ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), ResponseBodies::closed)
            : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  private static String closed(InputStream stream) {
    try (stream) {
      return "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
