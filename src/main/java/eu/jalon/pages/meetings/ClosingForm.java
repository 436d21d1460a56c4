package eu.jalon.pages.meetings;

import eu.jalon.meeting.Meeting;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.MeetingId;
import eu.jalon.transition.MeetingClosing;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that closes a summit, as entered.
 *
 * @param nextName the names of the next summit by language code
 */
record ClosingForm(
    String heldOn,
    String nextId,
    Map<String, String> nextName,
    String nextDate,
    String nextPlace,
    String reason)
    implements Serializable {

  /** Absent parameters become empty. */
  ClosingForm(
      @Nullable String heldOn,
      @Nullable String nextId,
      @Nullable Map<String, String> nextName,
      @Nullable String nextDate,
      @Nullable String nextPlace,
      @Nullable String reason) {
    this.heldOn = text(heldOn);
    this.nextId = text(nextId);
    this.nextName = nextName == null ? Map.of() : nextName;
    this.nextDate = text(nextDate);
    this.nextPlace = text(nextPlace);
    this.reason = text(reason);
  }

  /** The form before something was entered; the day is proposed once it has come. */
  static ClosingForm of(Meeting meeting, @Nullable Meeting following, LocalDate today) {
    String heldOn =
        meeting.heldOn().filter(day -> !day.isAfter(today)).map(LocalDate::toString).orElse("");
    return following == null
        ? new ClosingForm(heldOn, null, null, null, null, null)
        : new ClosingForm(
            heldOn,
            following.id().value(),
            following.name().byCode(),
            following.heldOn().map(LocalDate::toString).orElse(null),
            following.place(),
            null);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  LocalDate day() {
    return FormValues.day(heldOn);
  }

  MeetingClosing.NextMeeting next() {
    return new MeetingClosing.NextMeeting(
        new MeetingId(nextId),
        MeetingForm.names(nextName),
        nextDate.isEmpty() ? null : FormValues.day(nextDate),
        nextPlace.isEmpty() ? null : nextPlace);
  }
}
