package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a series.
 *
 * @param date the day it is or was held; absent while no date is agreed
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

  /** The same summit in other words. */
  Meeting described(NewMeeting words) {
    return new Meeting(
        id, series, words.name(), words.place(), date, monthOnly, words.status(), version);
  }

  public Optional<LocalDate> heldOn() {
    return Optional.ofNullable(date);
  }

  public Optional<String> venue() {
    return Optional.ofNullable(place);
  }
}
