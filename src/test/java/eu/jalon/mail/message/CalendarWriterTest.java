package eu.jalon.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.jalon.mail.message.CalendarFile.Event;
import eu.jalon.shared.EmailAddress;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar files as octets and as parsed by a library. */
class CalendarWriterTest {

  private static final Instant STAMP = Instant.parse("2027-03-01T06:00:00.123Z");
  private static final URI URL =
      URI.create("https://jalon.example.org/camunda/app/tasklist/default/#/?task=a,b;c&d=1");

  private final CalendarWriter writer =
      new CalendarWriter(
          new SenderSettings(
              new EmailAddress("jalon@gov.example"),
              "Jalon : \"suivi\", été",
              null,
              Path.of("mail")));

  @Test
  void anEventLastsAllDayAndBlocksNoTime() throws Exception {
    String text = text(event("Rapport", "Une ligne"));

    assertThat(text.replace("\r\n ", "").split("\r\n"))
        .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
        .contains(
            "PRODID:-//Jalon//Reminder emails//EN",
            "METHOD:PUBLISH",
            "UID:item-1@gov.example",
            "DTSTAMP:20270301T060000Z",
            "DTSTART;VALUE=DATE:20270331",
            "SEQUENCE:3",
            "TRANSP:TRANSPARENT",
            "SUMMARY:Rapport",
            "DESCRIPTION:Une ligne");
    assertThat(text).doesNotContain("DTEND", "ATTENDEE");
    assertThat(text.replace("\r\n ", "")).contains("URL:" + URL + "\r\n");
    Calendar read = read(text);
    assertThat(read.validate().hasErrors()).as(read.validate().toString()).isFalse();
    assertThat(value(event(read), "ORGANIZER")).isEqualTo("mailto:jalon@gov.example");
  }

  @Test
  void focalPoints25_anAlarmIsShownOnTheDayBeforeAndNoneForACancelledEntry() throws Exception {
    Event entry = event("Rapport à faire", "");
    Event cancelled =
        new Event("item-0@gov.example", 4, LocalDate.of(2027, 2, 1), "Annulé", "", URL, true);

    List<VEvent> events = read(text(entry, cancelled)).getComponents("VEVENT");

    assertThat(events.get(0).getAlarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.validate().hasErrors()).isFalse();
              assertThat(alarm.getProperty("ACTION").orElseThrow().getValue()).isEqualTo("DISPLAY");
              assertThat(alarm.getProperty("TRIGGER").orElseThrow().getValue()).isEqualTo("-PT15H");
              assertThat(alarm.getProperty("DESCRIPTION").orElseThrow().getValue())
                  .isEqualTo("Rapport à faire");
            });
    assertThat(events.get(1).getAlarms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rapport",
        "Échéance : l\u2019évaluation, « à mi-parcours »; étape 2\u00a0?",
        "Un titre très long, très français, où chaque caractère accentué compte pour deux octets : "
            + "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
        "Une fusée 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀 et la suite",
        "C:\\dossier\\nouveau",
        "BEGIN:VEVENT",
        "x"
      })
  void aTitleIsParsedAsItWasWritten(String title) throws Exception {
    String text = text(event(title, title + "\n\n" + title + ", fin;\nfin"));

    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75))
        .allSatisfy(line -> assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line));
    VEvent event = event(read(text));
    assertThat(value(event, "SUMMARY")).isEqualTo(title);
    assertThat(value(event, "DESCRIPTION")).isEqualTo(title + "\n\n" + title + ", fin;\nfin");
  }

  @Test
  void aLineBreakAddsNoProperty() throws Exception {
    String text = text(event("Titre\r\nATTENDEE:mailto:a@evil.example\u2028x", "a\r\nb\u0000\rc"));

    Calendar read = read(text);
    assertThat(read.<VEvent>getComponents("VEVENT")).hasSize(1);
    assertThat(event(read).getProperties("ATTENDEE")).isEmpty();
    assertThat(value(event(read), "SUMMARY")).isEqualTo("Titre ATTENDEE:mailto:a@evil.example x");
    assertThat(value(event(read), "DESCRIPTION")).isEqualTo("a\nb\nc");
  }

  @Test
  void theTextDependsNeitherOnLocaleNorTimeZone() throws Exception {
    TimeZone before = TimeZone.getDefault();
    String expected = text(event("Rapport", ""));
    try {
      for (String zone : List.of("Pacific/Kiritimati", "America/Sao_Paulo", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(text(event("Rapport", ""))).isEqualTo(expected);
      }
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(event(read(expected)).getProperty("DESCRIPTION")).isEmpty();
  }

  @Test
  void aFileKeepsTheOrderOfItsEvents() throws Exception {
    Event first = event("A", "");
    Event second =
        new Event("item-0@gov.example", 0, LocalDate.of(2027, 2, 1), "B", "", URL, false);

    assertThat(read(text(first, second)).<VEvent>getComponents("VEVENT"))
        .extracting(event -> value(event, "SUMMARY"))
        .containsExactly("A", "B");
    assertThatIllegalArgumentException().isThrownBy(() -> text(first, first));
    assertThatIllegalArgumentException().isThrownBy(() -> text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".ics", "a.ics\r\nX: y", "../a.ics", "a.exe", "é.ics"})
  void aFileNameHasPlainCharactersOnly(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalendarFile(name, List.of(event("A", ""))));
  }

  private String text(Event... events) {
    return writer.text(new CalendarFile("echeances.ics", Arrays.asList(events)), STAMP);
  }

  private static Event event(String summary, String description) {
    return new Event(
        "item-1@gov.example", 3, LocalDate.of(2027, 3, 31), summary, description, URL, false);
  }

  private static Calendar read(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return (VEvent) calendar.getComponent("VEVENT").orElseThrow();
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}
