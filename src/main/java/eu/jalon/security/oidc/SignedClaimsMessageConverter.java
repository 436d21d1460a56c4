package eu.jalon.security.oidc;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads claims from a signed user-info response (OpenID Connect Core 1.0, 5.3.2). */
class SignedClaimsMessageConverter
    extends AbstractGenericHttpMessageConverter<Map<String, Object>> {

  private static final int MAX_BYTES = 64 * 1024;

  private final JwtDecoder decoder;

  SignedClaimsMessageConverter(JwtDecoder decoder) {
    super(new MediaType("application", "jwt"));
    this.decoder = decoder;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Map.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
    return mediaType != null && canRead(mediaType);
  }

  @Override
  public boolean canWrite(@Nullable Type type, Class<?> of, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public Map<String, Object> read(Type type, @Nullable Class<?> context, HttpInputMessage answer)
      throws IOException {
    String token =
        new String(answer.getBody().readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip();
    try {
      return decoder.decode(token).getClaims();
    } catch (JwtException refused) {
      throw new HttpMessageNotReadableException(
          "The user-info response is not signed by the issuer", refused, answer);
    }
  }

  @Override
  protected Map<String, Object> readInternal(
      Class<? extends Map<String, Object>> type, HttpInputMessage answer) throws IOException {
    return read(type, null, answer);
  }

  @Override
  protected void writeInternal(
      Map<String, Object> claims, @Nullable Type type, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Claims are only read");
  }
}
