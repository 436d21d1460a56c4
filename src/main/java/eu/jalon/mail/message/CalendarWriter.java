package eu.jalon.mail.message;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a calendar file (RFC 5545) with the method PUBLISH (RFC 5546, 3.2.1): all-day events that
 * do not block time, with an alarm on the day before. The output is deterministic.
 */
public final class CalendarWriter {

  private static final String PRODUCT = "-//Jalon//Reminder emails//EN";

  /**
   * The characters after which lines are folded: a line has at most 75 octets (RFC 5545, 3.1), and
   * a UTF-16 code unit at most three octets in UTF-8.
   */
  private static final int FOLD_AFTER = 24;

  /** From the beginning of the event's day to its alarm: 9 a.m. of the day before. */
  private static final Duration ALARM = Duration.ofHours(9 - 24);

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final SenderSettings settings;

  public CalendarWriter(SenderSettings settings) {
    this.settings = settings;
  }

  /** Writes the file; all events carry the same stamp. */
  public String text(CalendarFile file, Instant stamp) {
    Calendar calendar = new Calendar();
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableMethod.PUBLISH);
    file.events().forEach(event -> calendar.add(event(event, stamp)));
    StringWriter text = new StringWriter();
    try {
      // Not validated, which takes most of the time: the form of the events is always the same.
      new CalendarOutputter(false, FOLD_AFTER).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private VEvent event(CalendarFile.Event source, Instant stamp) {
    VEvent event = new VEvent(false);
    event.add(new Uid(source.uid()));
    event.add(new DtStamp(stamp.truncatedTo(ChronoUnit.SECONDS)));
    event.add(new Sequence(source.sequence()));
    event.add(
        new Organizer(
            new ParameterList(List.of(new Cn(settings.fromName()))),
            URI.create("mailto:" + settings.from().value())));
    event.add(new DtStart<>(source.day()));
    event.add(ImmutableTransp.TRANSPARENT);
    if (source.cancelled()) {
      event.add(ImmutableStatus.VEVENT_CANCELLED);
    }
    event.add(new Summary(HeaderText.of(source.summary())));
    if (!source.description().isBlank()) {
      event.add(new Description(lines(source.description())));
    }
    event.add(new Url(source.url()));
    if (!source.cancelled()) {
      event.add(alarm(source));
    }
    return event;
  }

  private static VAlarm alarm(CalendarFile.Event source) {
    VAlarm alarm = new VAlarm();
    alarm.add(ImmutableAction.DISPLAY);
    alarm.add(new Trigger(ALARM));
    alarm.add(new Description(HeaderText.of(source.summary())));
    return alarm;
  }

  /** A text of several lines without other control characters (RFC 5545, 3.3.11). */
  private static String lines(String text) {
    return String.join("\n", LINE_BREAK.splitAsStream(text).map(HeaderText::of).toList());
  }
}
