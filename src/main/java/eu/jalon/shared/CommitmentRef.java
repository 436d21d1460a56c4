package eu.jalon.shared;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The reference of a commitment, made of meeting, theme and position: {@code VD2023-2.06}.
 *
 * <p>Theme 0 stands for a meeting whose conclusions have no numbered themes. The reference is the
 * business key of the commitment's process instance.
 */
public record CommitmentRef(String value) implements Comparable<CommitmentRef>, Serializable {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}\\d{4}-(0|[1-9]\\d?)\\.\\d{2,4}");

  public CommitmentRef {
    if (!FORM.matcher(value).matches()) {
      throw ValidationError.invalid("commitment.ref", value);
    }
  }

  /** Returns the reference for a position in a theme; positions count from 1. */
  public static CommitmentRef of(MeetingId meeting, int theme, int position) {
    return new CommitmentRef(String.format(Locale.ROOT, "%s-%d.%02d", meeting, theme, position));
  }

  public MeetingId meeting() {
    return new MeetingId(value.substring(0, value.indexOf('-')));
  }

  public int theme() {
    return Integer.parseInt(value.substring(value.indexOf('-') + 1, value.indexOf('.')));
  }

  public int position() {
    return Integer.parseInt(value.substring(value.indexOf('.') + 1));
  }

  @Override
  public int compareTo(CommitmentRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
