package eu.jalon.mail.message;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Dates that go with an email, for the reader's own calendar (RFC 5545). */
public record CalendarFile(String fileName, List<Deadline> deadlines) {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}\\.ics");

  public CalendarFile {
    deadlines = List.copyOf(deadlines);
    if (!FILE_NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException("Not the name of a calendar file: " + fileName);
    }
    if (deadlines.isEmpty()) {
      throw new IllegalArgumentException("A calendar file needs a date (RFC 5545, 3.6)");
    }
    if (deadlines.stream().map(Deadline::uid).distinct().count() < deadlines.size()) {
      throw new IllegalArgumentException("Two dates of a calendar file have the same UID");
    }
  }

  /**
   * One day to keep.
   *
   * @param uid what the reader's calendar knows it by, the same in each email (3.8.4.7)
   * @param sequence grows with each change of the day or the words (3.8.7.4)
   * @param description may be empty, and have several lines
   * @param url where it is worked on, an absolute address
   */
  public record Deadline(
      String uid, int sequence, LocalDate day, String summary, String description, URI url) {

    private static final Pattern UID = Pattern.compile("[A-Za-z0-9@._+-]{1,255}");

    public Deadline {
      if (!UID.matcher(uid).matches()) {
        throw new IllegalArgumentException("Not a UID of a calendar entry: " + uid);
      }
      if (sequence < 0) {
        throw new IllegalArgumentException("A calendar entry's sequence is 0 or more: " + sequence);
      }
      if (summary.isBlank()) {
        throw new IllegalArgumentException("A calendar entry has no summary: " + uid);
      }
      if (!url.isAbsolute() || !url.toString().equals(url.toASCIIString())) {
        throw new IllegalArgumentException("Not an absolute address in ASCII: " + url);
      }
    }
  }
}
