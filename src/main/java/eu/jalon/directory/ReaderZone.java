package eu.jalon.directory;

import eu.jalon.shared.BrusselsTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/** The time zone of the user whose request is answered, which the locale resolver provides. */
public final class ReaderZone {

  private ReaderZone() {}

  /** Returns the user's time zone; that of the installation outside a request. */
  public static ZoneId get() {
    TimeZone zone =
        LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext context
            ? context.getTimeZone()
            : null;
    return zone == null ? BrusselsTime.ZONE : zone.toZoneId();
  }

  /** Returns the day of an instant where the user is. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, get());
  }
}
