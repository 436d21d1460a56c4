package eu.jalon.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.jalon.ReadableText;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.text.TextPolicy;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static final CalendarFile CALENDAR =
      new CalendarFile(
          "echeances.ics",
          List.of(
              new CalendarFile.Event(
                  "item-1@gov.example",
                  2,
                  LocalDate.of(2027, 3, 31),
                  "Échéance",
                  "",
                  URI.create("https://jalon.gov.example/tasks/1"),
                  false)));

  private final MessageWriter writer =
      new MessageWriter(
          new SenderSettings(
              new EmailAddress("jalon@gov.example"), "Jalon été", null, Path.of("mail")));

  @Test
  void aMessageContainsTextAndHtmlInAscii() throws Exception {
    String text = writer.text(mail("Échéance : «\u00a0demain\u00a0»"));

    assertThat(text).isASCII().contains("Content-Transfer-Encoding: quoted-printable");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(998));
    MimeMessage read = read(text);
    assertThat(read.getSubject()).isEqualTo("Échéance : «\u00a0demain\u00a0»");
    assertThat(read.getMessageID()).isEqualTo("<" + ID + "@gov.example>");
    assertThat(read.getHeader("Content-Language")).containsExactly("fr");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Échéance demain\r\n.\r\nfin");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Échéance</p>");
  }

  @Test
  void theBytesOfAMessageAreDeterministic() {
    assertThat(writer.text(mail("Objet"))).isEqualTo(writer.text(mail("Objet")));
  }

  @Test
  void emailsToOnePersonReferToOneThread() throws Exception {
    MimeMessage read = read(writer.text(mail("Objet")));

    assertThat(read.getHeader("References")).containsExactly("<thread.be-ibz@gov.example>");
    assertThat(read.getHeader("In-Reply-To")).containsExactly("<thread.be-ibz@gov.example>");
    assertThat(writer.threadId(new PersonId("a..b."))).isEqualTo("<thread.a__b_@gov.example>");
  }

  @Test
  void aCalendarFileIsAttachedToTheEmail() throws Exception {
    OutgoingMessage mail = mail("Objet", CALENDAR);

    String text = writer.text(mail);

    assertThat(text).isASCII().isEqualTo(writer.text(mail)).containsOnlyOnce("text/calendar");
    MimeMultipart mixed = (MimeMultipart) read(text).getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    MimeMultipart email = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(email.getContentType()).startsWith("multipart/alternative");
    assertThat(email.getBodyPart(1).getContent()).isEqualTo("<p>Échéance</p>");
    BodyPart file = mixed.getBodyPart(1);
    assertThat(new ContentType(file.getContentType()).getParameter("method")).isEqualTo("PUBLISH");
    assertThat(file.isMimeType("text/calendar")).isTrue();
    assertThat(file.getDisposition()).isEqualTo("attachment");
    assertThat(file.getFileName()).isEqualTo("echeances.ics");
    assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("SUMMARY:Échéance\r\n")
        .contains("DTSTAMP:20270228T060000Z\r\n")
        .endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void aHeaderContainsNoLineBreak() throws Exception {
    String text = writer.text(mail("Objet\r\nBcc: a@evil.example\u2028x\u202Ey"));

    assertThat(text).doesNotContain("\r\nBcc:");
    assertThat(read(text).getSubject()).isEqualTo("Objet Bcc: a@evil.example x y");
    assertThat(read(text).getAllRecipients()).hasSize(1);
  }

  /** Each text of a message and of a calendar entry, whatever wrote it. */
  @Test
  void robustness2_noTextOfAMessageKeepsAForbiddenCharacter() throws Exception {
    String hidden = "a\u202Eb\uE000c";
    for (RecordComponent text : texts(OutgoingMessage.class)) {
      String written =
          ReadableText.of(read(writer.text(with(mail("Objet", CALENDAR), text, hidden))));

      assertThat(TextPolicy.MULTI_LINE.accepts(written)).as("%s: %s", text, written).isTrue();
    }
    for (RecordComponent text : texts(CalendarFile.Event.class)) {
      CalendarFile.Event event;
      try {
        event = with(CALENDAR.events().get(0), text, hidden);
      } catch (InvocationTargetException rejected) {
        continue;
      }
      CalendarFile calendar = new CalendarFile(CALENDAR.fileName(), List.of(event));
      String written = ReadableText.of(read(writer.text(mail("Objet", calendar))));

      assertThat(TextPolicy.MULTI_LINE.accepts(written)).as("%s: %s", text, written).isTrue();
    }
  }

  private static List<RecordComponent> texts(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> component.getType() == String.class)
        .toList();
  }

  /** A copy of a record with another text in one component. */
  private static <T extends Record> T with(T source, RecordComponent changed, String text)
      throws ReflectiveOperationException {
    RecordComponent[] components = source.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          components[i].getName().equals(changed.getName())
              ? text
              : components[i].getAccessor().invoke(source);
    }
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) source.getClass();
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  @Test
  void aSenderNameWithALineBreakIsRejectedAtStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SenderSettings(
                    new EmailAddress("jalon@gov.example"),
                    "Jalon\r\nBcc: x",
                    null,
                    Path.of("mail")))
        .withMessageContaining("jalon.mail.from-name");
  }

  private static OutgoingMessage mail(String subject) {
    return mail(subject, null);
  }

  private static OutgoingMessage mail(String subject, @Nullable CalendarFile calendar) {
    return new OutgoingMessage(
        ID,
        new PersonId("be-ibz"),
        new EmailAddress("be-ibz@example.org"),
        LocalDate.of(2027, 3, 1),
        Texts.FR,
        subject,
        "Échéance demain\n.\nfin",
        "<p>Échéance</p>",
        Instant.parse("2027-03-01T06:00:00Z"),
        calendar,
        Instant.parse("2027-02-28T06:00:00Z"),
        null);
  }

  private static MimeMessage read(String text) throws Exception {
    return new MimeMessage(
        (Session) null, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
