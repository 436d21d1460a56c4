package eu.jalon.mail.message;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The events of a calendar file (RFC 5545) attached to an e-mail. */
public record CalendarFile(String fileName, List<Event> events) {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}\\.ics");

  public CalendarFile {
    events = List.copyOf(events);
    if (!FILE_NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException("Not the name of a calendar file: " + fileName);
    }
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A calendar file has no event (RFC 5545, 3.6)");
    }
    if (events.stream().map(Event::uid).distinct().count() < events.size()) {
      throw new IllegalArgumentException("Two events of a calendar file have the same UID");
    }
  }

  /**
   * An all-day event.
   *
   * @param uid identifies the event, the same in each e-mail (RFC 5545, 3.8.4.7)
   * @param sequence increases with each revision (RFC 5545, 3.8.7.4)
   * @param description may be empty or have several lines
   * @param url an absolute URL in ASCII
   * @param cancelled whether an entry with this UID is to be removed (RFC 5545, 3.8.1.11)
   */
  public record Event(
      String uid,
      int sequence,
      LocalDate day,
      String summary,
      String description,
      URI url,
      boolean cancelled) {

    private static final Pattern UID = Pattern.compile("[A-Za-z0-9@._+-]{1,255}");

    public Event {
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
