package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summit of a series of meetings.
 *
 * @param date the day on which it is or was held; absent while no date is agreed
 * @param monthOnly whether only the month of {@code date} is known
 */
public record Meeting(
    MeetingId id,
    String series,
    LocalText name,
    @Nullable String place,
    @Nullable LocalDate date,
    boolean monthOnly,
    Status status,
    int version) {

  /** Whether the meeting took place, has an agreed date, or is only planned. */
  public enum Status {
    HELD,
    CONFIRMED,
    PLANNED
  }

  /** Returns a copy with another name, place and status. */
  Meeting with(NewMeeting changed) {
    return new Meeting(
        id, series, changed.name(), changed.place(), date, monthOnly, changed.status(), version);
  }

  public Optional<LocalDate> heldOn() {
    return Optional.ofNullable(date);
  }

  public Optional<String> venue() {
    return Optional.ofNullable(place);
  }
}
