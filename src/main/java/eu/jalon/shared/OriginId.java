package eu.jalon.shared;

import java.util.regex.Pattern;

/** The id of the meeting a commitment comes from, a summit or a ministerial one: {@code VD2023}. */
public record OriginId(String value) implements Comparable<OriginId> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}\\d{4}");

  public OriginId {
    if (!FORM.matcher(value).matches()) {
      throw Refusal.invalid("origin.id", value);
    }
  }

  @Override
  public int compareTo(OriginId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
