package eu.jalon.pages.settings;

import eu.jalon.directory.absence.Absence;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.PersonId;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The form of an absence, as entered. */
public record AbsenceForm(
    @Nullable String from, @Nullable String until, @Nullable String substitute)
    implements Serializable {

  static final AbsenceForm EMPTY = new AbsenceForm("", "", "");

  /** The absence; refuses invalid dates. */
  public Absence of(PersonId person) {
    return new Absence(
        0,
        person,
        FormValues.day(text(from)),
        FormValues.day(text(until)),
        FormValues.person(substitute));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
