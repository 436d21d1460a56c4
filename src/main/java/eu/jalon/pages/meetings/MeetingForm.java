package eu.jalon.pages.meetings;

import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a summit, as entered. */
record MeetingForm(
    @Nullable String id,
    Map<String, String> name,
    @Nullable String place,
    @Nullable String date,
    @Nullable String status)
    implements Serializable {

  MeetingForm(
      @Nullable String id,
      @Nullable Map<String, String> name,
      @Nullable String place,
      @Nullable String date,
      @Nullable String status) {
    this.id = id;
    this.name = name == null ? Map.of() : name;
    this.place = place;
    this.date = date;
    this.status = status;
  }

  static final MeetingForm EMPTY = new MeetingForm(null, null, null, null, null);

  /** The summit; refuses invalid values. */
  NewMeeting summit() {
    LocalDate day = given(date) == null ? null : FormValues.day(text(date));
    return new NewMeeting(new MeetingId(text(id)), names(), venue(), day, wantedStatus());
  }

  LocalText names() {
    return names(name);
  }

  /** The name of a meeting by language code, as entered. */
  static LocalText names(Map<String, String> typed) {
    return LocalText.given(typed).orElseThrow(() -> ValidationError.invalid("summit.nameMissing"));
  }

  @Nullable String venue() {
    return given(place);
  }

  Meeting.Status wantedStatus() {
    return Choice.required(Meeting.Status.class, "status", status);
  }

  private static @Nullable String given(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
