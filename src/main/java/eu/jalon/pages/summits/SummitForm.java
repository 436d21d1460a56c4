package eu.jalon.pages.summits;

import eu.jalon.pages.frame.Typed;
import eu.jalon.register.NewSummit;
import eu.jalon.register.Summit;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A summit as it was typed, so that a refused one can be put right. */
record SummitForm(
    @Nullable String id,
    @Nullable String nameFr,
    @Nullable String nameNl,
    @Nullable String nameEn,
    @Nullable String place,
    @Nullable String date,
    @Nullable String status) {

  static final SummitForm EMPTY = new SummitForm(null, null, null, null, null, null, null);

  /** The summit that is meant; refuses what is no summit. */
  NewSummit summit() {
    LocalDate day = given(date) == null ? null : Typed.day(text(date));
    return new NewSummit(new OriginId(text(id)), name(), venue(), day, wantedStatus());
  }

  LocalText name() {
    if (given(nameFr) == null) {
      throw Refusal.invalid("summit.nameMissing");
    }
    return new LocalText(text(nameFr), given(nameNl), given(nameEn));
  }

  @Nullable String venue() {
    return given(place);
  }

  Summit.Status wantedStatus() {
    return Choice.required(Summit.Status.class, "status", status);
  }

  private static @Nullable String given(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
