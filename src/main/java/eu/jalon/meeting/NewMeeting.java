package eu.jalon.meeting;

import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data of a future summit; checks the length and characters of names, and that a confirmed
 * summit has a date.
 *
 * @param date the agreed or expected date; absent if there is none
 * @param status {@code PLANNED} or {@code CONFIRMED}; closing a summit sets {@code HELD}
 */
public record NewMeeting(
    MeetingId id,
    LocalText name,
    @Nullable String place,
    @Nullable LocalDate date,
    Meeting.Status status) {

  static final int LONGEST_NAME = 200;
  static final int LONGEST_PLACE = 100;

  public NewMeeting {
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, LONGEST_NAME));
    place = place == null ? null : TextPolicy.SINGLE_LINE.checked("place", place, LONGEST_PLACE);
    if (status == Meeting.Status.HELD) {
      throw ValidationError.invalid("summit.notClosed", id);
    }
    if (date == null && status == Meeting.Status.CONFIRMED) {
      throw ValidationError.invalid("summit.confirmedUndated", id);
    }
    date = date == null ? null : new DueDate(date).day();
  }
}
