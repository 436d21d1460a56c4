package eu.jalon.shared;

import java.util.regex.Pattern;

/** The code of a ministry, prefixed with the code of its party: {@code BE-IBZ}, {@code FR-INT}. */
public record MinistryCode(String value) implements Comparable<MinistryCode> {

  private static final Pattern FORM = Pattern.compile(PartyCode.FORM + "-[A-Z]{2,8}");

  public MinistryCode {
    if (!FORM.matcher(value).matches()) {
      throw ValidationError.invalid("ministry.code", value);
    }
  }

  public PartyCode party() {
    return new PartyCode(value.substring(0, value.indexOf('-')));
  }

  @Override
  public int compareTo(MinistryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
