package eu.jalon.security.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with its body in memory: it can be read repeatedly, and form parameters are parsed from
 * it.
 */
final class BufferedRequest extends HttpServletRequestWrapper {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final byte[] body;
  private @Nullable Map<String, String[]> parameters;

  BufferedRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** The maximum number of form fields in a body. */
  static long fields(byte[] body) {
    long fields = 1;
    for (byte each : body) {
      fields += each == '&' ? 1 : 0;
    }
    return fields;
  }

  static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return bytes.read(buffer, offset, length);
      }

      @Override
      public int available() {
        return bytes.available();
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("The body is already in memory");
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> read = parameters;
    if (read == null) {
      read = isForm(this) ? read() : super.getParameterMap();
      parameters = read;
    }
    return read;
  }

  /** Query parameters come before form parameters (Servlet 6.0, 3.1). */
  private Map<String, String[]> read() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    // The body is consumed, so these are the query parameters only.
    super.getParameterMap().forEach((name, of) -> values.put(name, new ArrayList<>(List.of(of))));
    for (String field : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
      if (!field.isEmpty()) {
        int equals = field.indexOf('=');
        String name = decoded(equals < 0 ? field : field.substring(0, equals));
        String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    Map<String, String[]> arrays = new LinkedHashMap<>();
    values.forEach((name, of) -> arrays.put(name, of.toArray(String[]::new)));
    return Collections.unmodifiableMap(arrays);
  }

  /** Decodes a name or value; returns it unchanged if its encoding is malformed. */
  private String decoded(String text) {
    try {
      String bytes = new String(text.getBytes(StandardCharsets.ISO_8859_1), charset());
      return URLDecoder.decode(bytes, charset());
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  private Charset charset() {
    String named = getCharacterEncoding();
    try {
      return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
