package eu.jalon.operation.release;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;

/**
 * A version such as {@code 1.2.0} or {@code 1.2.0-rc.1}, ordered by precedence as in Semantic
 * Versioning 2.0.0; a suffix makes it earlier than the version without one.
 */
public record Release(String version) implements Comparable<Release> {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** The release of this build; empty where it was not built as a jar. */
  public static Optional<Release> of(ObjectProvider<BuildProperties> build) {
    return Optional.ofNullable(build.getIfAvailable())
        .map(BuildProperties::getVersion)
        .map(Release::new);
  }

  @Override
  public int compareTo(Release other) {
    int numbers = compare(parts(core(version)), parts(core(other.version)));
    if (numbers != 0) {
      return numbers;
    }
    String suffix = suffix(version);
    String otherSuffix = suffix(other.version);
    if (suffix.isEmpty() || otherSuffix.isEmpty()) {
      return Boolean.compare(suffix.isEmpty(), otherSuffix.isEmpty());
    }
    return compare(parts(suffix), parts(otherSuffix));
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      int order = comparePart(part(one, i), part(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "0";
  }

  private static int comparePart(String one, String other) {
    return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static List<String> parts(String text) {
    return Arrays.asList(text.split("\\.", -1));
  }

  private static String core(String version) {
    return version.replaceFirst("[-+].*", "");
  }

  private static String suffix(String version) {
    int dash = version.indexOf('-');
    return dash < 0 ? "" : version.substring(dash + 1).replaceFirst("\\+.*", "");
  }
}
