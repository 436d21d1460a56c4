package eu.jalon.security.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Turns session attributes into bytes and back by Java serialization, of known packages only: bytes
 * that were forged in the database create no other object.
 *
 * <p>An attribute that cannot be read, such as one written by another release, counts as missing;
 * its user signs in again.
 */
final class SessionValues {

  private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);

  private static final List<String> PACKAGES =
      List.of(
          "eu.jalon.",
          "java.lang.",
          "java.time.",
          "java.util.",
          "org.springframework.security.",
          "org.springframework.util.",
          "org.springframework.web.servlet.");

  /** The engine's web apps keep the user in the session, with the engine's name and groups. */
  private static final String WEB_APPS = ".bpm.webapp.impl.security.auth.";

  private static final SerializingConverter SERIALIZING = new SerializingConverter();

  private static final long MAX_BYTES = 1_000_000;
  private static final long MAX_DEPTH = 30;

  private SessionValues() {}

  static ConversionService conversion() {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, SERIALIZING);
    conversion.addConverter(byte[].class, Object.class, SessionValues::read);
    return conversion;
  }

  /** A hash of the bytes of a value, by which a change of its parts is noticed. */
  static int fingerprint(Object value) {
    return Arrays.hashCode(Objects.requireNonNull(SERIALIZING.convert(value)));
  }

  private static @Nullable Object read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(SessionValues::check);
      return in.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
      LOG.warn("A session attribute cannot be read and is ignored: {}", unreadable.toString());
      return null;
    }
  }

  private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
    if (info.streamBytes() > MAX_BYTES || info.depth() > MAX_DEPTH) {
      return ObjectInputFilter.Status.REJECTED;
    }
    Class<?> type = info.serialClass();
    while (type != null && type.isArray()) {
      type = type.getComponentType();
    }
    return type == null || type.isPrimitive() || isKnown(type.getName())
        ? ObjectInputFilter.Status.ALLOWED
        : ObjectInputFilter.Status.REJECTED;
  }

  private static boolean isKnown(String name) {
    return PACKAGES.stream().anyMatch(name::startsWith) || name.contains(WEB_APPS);
  }
}
