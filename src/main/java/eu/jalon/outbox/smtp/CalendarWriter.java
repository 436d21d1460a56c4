package eu.jalon.outbox.smtp;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import eu.jalon.outbox.CalendarFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * Writes a calendar file as text (RFC 5545), published by the sender of letters (RFC 5546, 3.2.1):
 * days that take nobody's time. The same file of the same moment always gives the same text.
 */
final class CalendarWriter {

  private static final String PRODUCT = "-//Jalon//Reminder letters//EN";
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final MailSettings settings;

  CalendarWriter(MailSettings settings) {
    this.settings = settings;
  }

  String text(CalendarFile file, Instant stamp) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(Method.PUBLISH);
    file.deadlines().forEach(deadline -> calendar.addEvent(event(deadline, stamp)));
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.setCaretEncodingEnabled(true);
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FoldedLines.of(text.toString());
  }

  private VEvent event(CalendarFile.Deadline deadline, Instant stamp) {
    VEvent event = new VEvent();
    event.setUid(deadline.uid());
    event.setDateTimeStamp(Date.from(stamp));
    event.setSequence(deadline.sequence());
    event.setOrganizer(new Organizer(settings.fromName(), settings.from().value()));
    event.setDateStart(new DateStart(date(deadline.day())));
    event.setTransparency(true);
    event.setSummary(HeaderText.of(deadline.summary()));
    if (!deadline.description().isBlank()) {
      event.setDescription(lines(deadline.description()));
    }
    // Not setUrl, which escapes an address as if it were text, against RFC 5545, 3.3.13.
    event.addExperimentalProperty("URL", deadline.url().toString());
    return event;
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  /** Text of several lines without any other control character (RFC 5545, 3.3.11). */
  private static String lines(String text) {
    return String.join("\n", LINE_BREAK.splitAsStream(text).map(HeaderText::of).toList());
  }
}
