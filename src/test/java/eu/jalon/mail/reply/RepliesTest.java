package eu.jalon.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.mail.bounce.BounceFixture;
import eu.jalon.mail.incoming.IncomingMail.Counts;
import eu.jalon.mail.reply.ReplyMessages.Words;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies read from a real IMAP server. */
class RepliesTest {

  private static final PersonId IBZ = new PersonId("be-ibz");
  private static final Page.Request FIRST = new Page.Request(0, 10);

  static Stream<Arguments> writtenByPeople() {
    Map<String, BiFunction<Words, UUID, String>> shapes =
        Map.of(
            "above the quotation", ReplyMessages::topPosted,
            "with a folded introduction", ReplyMessages::folded,
            "in Outlook's plain text", ReplyMessages::outlookText,
            "in HTML with a quotation", ReplyMessages::htmlWithQuote,
            "in Outlook's HTML", ReplyMessages::outlookHtml,
            "without the headers of the thread", ReplyMessages::withoutReferences,
            "by a colleague", ReplyMessages::byAColleague);
    return inEachLanguage(shapes);
  }

  static Stream<Arguments> writtenByPrograms() {
    return inEachLanguage(
        Map.of(
            "with the header of RFC 3834", ReplyMessages::outOfOffice,
            "told by the subject", ReplyMessages::outOfOfficeBySubject));
  }

  private static Stream<Arguments> inEachLanguage(
      Map<String, BiFunction<Words, UUID, String>> shapes) {
    return shapes.entrySet().stream()
        .flatMap(
            shape ->
                ReplyMessages.LANGUAGES.stream()
                    .map(
                        words ->
                            Arguments.of(
                                words.language() + " " + shape.getKey(), words, shape.getValue())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writtenByPeople")
  void publicReports4_aReplyIsKeptWithWhatItsSenderWrote(
      String name, Words words, BiFunction<Words, UUID, String> shape) {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      fixture.arrives(shape.apply(words, email));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 0));

      Reply reply = replies(fixture).to(email).get(0);
      assertThat(reply.text()).isEqualTo(words.text());
      assertThat(reply.subject()).isEqualTo("Objet pour be-ibz");
      assertThat(reply.person()).isEqualTo(IBZ);
      assertThat(reply.isOpen()).isTrue();
      assertThat(reply.files()).isEqualTo(name.endsWith("colleague") ? 1 : 0);
      assertThat(waiting(fixture)).containsExactly(reply);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writtenByPrograms")
  void anAutomaticReplyIsKeptAndWaitsForNoOne(
      String name, Words words, BiFunction<Words, UUID, String> shape) {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      fixture.arrives(shape.apply(words, email));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 0));

      assertThat(waiting(fixture)).isEmpty();
      assertThat(fixture.mailQueue.email(email).bounce()).isNull();
      List<Reply> kept = replies(fixture).to(email);
      assertThat(kept).allMatch(Reply::automatic);
      assertThat(kept).hasSize(name.contains("subject") ? 0 : 1);
    }
  }

  @Test
  void anAnswerBetweenQuotedLinesIsShownWhole() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      Words words = ReplyMessages.LANGUAGES.get(0);
      fixture.arrives(ReplyMessages.betweenTheLines(words, email));

      fixture.collect();

      Reply reply = replies(fixture).to(email).get(0);
      assertThat(reply.text()).isEqualTo("> Texte\n" + words.text() + "\n> été\nOK");
      assertThat(reply.quoted()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports4_aReplyIsKeptOnceAndWaitsUntilItIsHandled(TestDatabase database) {
    try (BounceFixture fixture = new BounceFixture(database)) {
      UUID email = fixture.sent("be-ibz");
      String message = ReplyMessages.topPosted(ReplyMessages.LANGUAGES.get(1), email);
      fixture.arrives(message);
      fixture.arrives(message);
      fixture.collect();
      Replies replies = replies(fixture);

      Reply reply = waiting(fixture).get(0);
      assertThat(replies.to(email)).containsExactly(reply);
      assertThat(reply.quoted()).startsWith("Op ma 1 mrt 2027").endsWith(">");
      assertThat(replies.about(reply.refs().get(0))).containsExactly(reply);
      assertThat(replies.open(Set.of(IBZ), FIRST).items()).isEmpty();

      replies.handle(reply.id(), new PersonId("coord-be"));
      replies.handle(reply.id(), new PersonId("coord-fr"));

      assertThat(waiting(fixture)).isEmpty();
      assertThat(replies.get(reply.id()).handler()).contains(new PersonId("coord-be"));
      assertThatThrownBy(() -> replies.handle(0, IBZ)).isInstanceOf(ValidationError.class);
    }
  }

  @Test
  void aReplyToAnUnknownEmailBelongsToItsSender() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      fixture.sent("be-ibz");
      fixture.arrives("From: BE-IBZ@example.org\nSubject: Autre chose\n\nUn mot\n");

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 0));

      Reply reply = waiting(fixture).get(0);
      assertThat(reply.email()).isNull();
      assertThat(reply.text()).isEqualTo("Un mot");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto-reply", "forwarded"})
  void aReplyThatQuotesADeliveryReportChangesNoDelivery(String sample) {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      fixture.arrives(BounceFixture.sample(sample, email));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 0));

      assertThat(fixture.mailQueue.email(email).bounce()).isNull();
    }
  }

  @Test
  void publicReports4_aReportOfAFailureWithoutTheEmailWaitsForACoordinator() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      fixture.arrives(
          BounceFixture.sample("postfix", email)
              .replaceAll("<[0-9a-f-]{36}@example.org>", "<x@y>"));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 0));

      assertThat(fixture.mailQueue.email(email).bounce()).isNull();
      assertThat(waiting(fixture))
          .singleElement()
          .satisfies(
              reply -> {
                assertThat(reply.email()).isNull();
                assertThat(reply.text()).contains("mail system");
              });
    }
  }

  @Test
  void aMessageOfAStrangerIsNotKept() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      fixture.sent("be-ibz");
      fixture.arrives("From: stranger@example.com\nSubject: Offre\n\nUn mot\n");
      fixture.arrives(
          "From: stranger@example.com\nReferences: <thread.no-such@example.org>\n\nUn mot\n");
      fixture.arrives("Subject: sans auteur\n\nUn mot\n");

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 0, 3));

      assertThat(waiting(fixture)).isEmpty();
    }
  }

  @Test
  void hiddenCharactersAndEndlessTextsAreCut() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID email = fixture.sent("be-ibz");
      fixture.arrives(
          "From: be-ibz@example.org\nIn-Reply-To: <"
              + email
              + "@example.org>\nContent-Type: text/plain; charset=utf-8\n\nUn\u202Emot "
              + "x".repeat(50_000)
              + "\n");

      fixture.collect();

      String text = replies(fixture).to(email).get(0).text();
      assertThat(text).hasSizeLessThanOrEqualTo(20_000).startsWith("Un mot x");
    }
  }

  private static Replies replies(BounceFixture fixture) {
    return fixture.mailQueue.rooms.get(Replies.class);
  }

  private static List<Reply> waiting(BounceFixture fixture) {
    return replies(fixture).open(Set.of(new PersonId("fr-int")), FIRST).items();
  }
}
