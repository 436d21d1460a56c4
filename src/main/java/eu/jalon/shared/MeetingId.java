package eu.jalon.shared;

import java.util.regex.Pattern;

/** The id of a meeting, which is a summit or a ministerial meeting: {@code VD2023}. */
public record MeetingId(String value) implements Comparable<MeetingId> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}\\d{4}");

  public MeetingId {
    if (!FORM.matcher(value).matches()) {
      throw ValidationError.invalid("meeting.id", value);
    }
  }

  @Override
  public int compareTo(MeetingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
