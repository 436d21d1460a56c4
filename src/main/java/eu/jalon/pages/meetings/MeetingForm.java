package eu.jalon.pages.meetings;

import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The form of a summit, as entered. */
record MeetingForm(
    @Nullable String id,
    @Nullable String nameFr,
    @Nullable String nameNl,
    @Nullable String nameEn,
    @Nullable String place,
    @Nullable String date,
    @Nullable String status) {

  static final MeetingForm EMPTY = new MeetingForm(null, null, null, null, null, null, null);

  /** The summit; refuses invalid values. */
  NewMeeting summit() {
    LocalDate day = given(date) == null ? null : FormValues.day(text(date));
    return new NewMeeting(new MeetingId(text(id)), name(), venue(), day, wantedStatus());
  }

  LocalText name() {
    if (given(nameFr) == null) {
      throw ValidationError.invalid("summit.nameMissing");
    }
    return new LocalText(text(nameFr), given(nameNl), given(nameEn));
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
