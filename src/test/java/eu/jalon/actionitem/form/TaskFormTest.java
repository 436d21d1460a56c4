package eu.jalon.actionitem.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.autosave.FormAutosaves;
import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.MoveFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence files, autosaves and questions of an action item that requires a report. */
class TaskFormTest {

  private static final CommitmentRef REF = new CommitmentRef("VD2018-1.06");

  /**
   * The action item {@code mandate} of the Belgian lead; {@code OTHER} is one of the French lead.
   */
  private static final String MANDATE = "t6";

  private static final String OTHER = "t5";

  private static final Person BELGIAN = person("be-ibz", "BE-IBZ");
  private static final Person FRENCH = person("fr-int", "FR-INT");
  private static final byte[] PDF = "%PDF-1.4\n%âãÏÓ\n1 0 obj\n".getBytes(ISO_8859_1);

  @ParameterizedTest
  @EnumSource
  void aFileIsVisibleToItsMinistryOnlyUntilTheReportIsSubmitted(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      EvidenceFiles files = fixture.get(EvidenceFiles.class);
      EvidenceFile kept = files.add(MANDATE, "C:\\notes\\compte-rendu.pdf", PDF, BELGIAN);
      EvidenceFile taken = files.add(MANDATE, "deux.pdf", PDF, BELGIAN);

      assertThat(kept.name().value()).isEqualTo("compte-rendu.pdf");
      assertThat(kept.mediaType()).isEqualTo("application/pdf");
      assertThat(files.content(files.get(kept.id(), BELGIAN))).isEqualTo(PDF);
      assertRefused("evidence.unknown", () -> files.get(kept.id(), FRENCH));
      assertThat(files.of(REF)).isEmpty();

      files.remove(taken.id(), BELGIAN);
      fixture.get(FormAutosaves.class).save(MANDATE, Map.of("progressText", "Presque."), BELGIAN);
      report(fixture);

      assertThat(files.unsent(MANDATE, BELGIAN)).isEmpty();
      assertThat(files.of(REF)).extracting(EvidenceFile::id).containsExactly(kept.id());
      assertThat(files.content(files.get(kept.id(), FRENCH))).isEqualTo(PDF);
      assertThat(fixture.get(FormAutosaves.class).of(MANDATE, BELGIAN)).isEmpty();
      assertRefused("actionItem.doneBy", () -> files.remove(kept.id(), BELGIAN));
      assertRefused("actionItem.doneBy", () -> files.add(MANDATE, "x.pdf", PDF, BELGIAN));
    }
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        Arguments.of("vide.pdf", new byte[0], "evidence.empty"),
        Arguments.of(
            "dessin.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "evidence.kind"),
        Arguments.of("page.html", bytes("<html><script>1</script>"), "evidence.kind"),
        Arguments.of("page.pdf", bytes("<html><script>1</script>"), "evidence.kind"),
        Arguments.of("note.txt", bytes("<!DOCTYPE html><script>1</script>"), "evidence.kind"),
        Arguments.of("image.png", PDF, "evidence.kind"),
        Arguments.of("programme.exe", bytes("MZ\u0090\u0000"), "evidence.kind"),
        Arguments.of("archive.docx", zip("payload.exe"), "evidence.kind"),
        Arguments.of(
            "macros.docx",
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "evidence.active"),
        Arguments.of("sans-extension", PDF, "evidence.kind"),
        Arguments.of("grand.pdf", new byte[10 * 1024 * 1024 + 1], "evidence.tooLarge"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void aFileOfAWrongOrUnacceptedTypeIsRejected(String name, byte[] content, String why) {
    try (MoveFixture fixture = MoveFixture.of(TestDatabase.H2, 6)) {
      EvidenceFiles files = fixture.get(EvidenceFiles.class);

      assertRefused(why, () -> files.add(MANDATE, name, content, BELGIAN));

      assertThat(files.unsent(MANDATE, BELGIAN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesAreAddedToOwnItemsOnlyAndAtMostTen(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      EvidenceFiles files = fixture.get(EvidenceFiles.class);
      FormAutosaves drafts = fixture.get(FormAutosaves.class);
      assertRefused("actionItem.notYours", () -> files.add(MANDATE, "x.pdf", PDF, FRENCH));
      assertRefused("actionItem.notYours", () -> files.add(MANDATE, "x.pdf", PDF, fixture.by));
      assertRefused("evidence.noReport", () -> files.add(OTHER, "x.pdf", PDF, FRENCH));
      assertRefused(
          "actionItem.notYours", () -> drafts.save(MANDATE, Map.of("progressText", "x"), FRENCH));

      for (int i = 0; i < EvidenceFiles.MAX_FILES; i++) {
        files.add(MANDATE, i + ".pdf", PDF, BELGIAN);
      }
      assertRefused("evidence.tooMany", () -> files.add(MANDATE, "x.pdf", PDF, BELGIAN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unsentInputIsDeletedOnReassignment(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      EvidenceFiles files = fixture.get(EvidenceFiles.class);
      EvidenceFile unsent =
          files.add(MANDATE, "note.docx", zip("[Content_Types].xml", "word/document.xml"), BELGIAN);
      fixture
          .get(FormAutosaves.class)
          .save(MANDATE, Map.of("progressText", "Entre nous."), BELGIAN);

      fixture.inTransaction(
          modules ->
              modules
                  .get(ActionItemRecorder.class)
                  .handedOver(REF, MANDATE, new MinistryCode("BE-PM")));
      report(fixture);

      assertRefused("evidence.unknown", () -> files.get(unsent.id(), BELGIAN));
      assertThat(files.of(REF)).isEmpty();
      assertThat(fixture.get(FormAutosaves.class).of(MANDATE, BELGIAN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAutosaveIsPrivateAndMayBeInvalid(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      FormAutosaves drafts = fixture.get(FormAutosaves.class);
      drafts.save(MANDATE, Map.of("progressText", "Un", "nextOn", "nonsense"), BELGIAN);
      drafts.save(MANDATE, Map.of("progressText", "Deux", "nextOn", ""), BELGIAN);

      assertThat(drafts.of(MANDATE, BELGIAN)).containsOnly(Map.entry("progressText", "Deux"));
      assertThat(drafts.of(MANDATE, FRENCH)).isEmpty();
      assertRefused(
          "form.unknownField", () -> drafts.save(MANDATE, Map.of("leadBe", "BE-DEF"), BELGIAN));
      assertRefused(
          "form.tooLong",
          () -> drafts.save(MANDATE, Map.of("progressText", "x".repeat(4001)), BELGIAN));
      assertThat(drafts.of(MANDATE, BELGIAN)).containsOnly(Map.entry("progressText", "Deux"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQuestionIsAnsweredOnceByTheOtherCountry(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      Questions questions = fixture.get(Questions.class);
      Question asked = questions.ask(REF, null, "  Quand le texte sera-t-il prêt ?  ", BELGIAN);

      assertThat(asked.from()).isEqualTo(new MinistryCode("BE-IBZ"));
      assertThat(asked.to()).isEqualTo(new MinistryCode("FR-INT"));
      assertThat(asked.text()).isEqualTo("Quand le texte sera-t-il prêt ?");
      assertRefused(
          "question.notYours", () -> questions.answer(asked.id(), "Nous-mêmes, en mai.", BELGIAN));
      assertRefused("form.tooShort", () -> questions.answer(asked.id(), "Non", FRENCH));
      questions.answer(asked.id(), "Le texte sera prêt en mai.", FRENCH);
      assertRefused(
          "question.answered", () -> questions.answer(asked.id(), "Plutôt en juin.", FRENCH));
      assertThat(questions.of(REF, FRENCH).get(0).answered().orElseThrow().text())
          .isEqualTo("Le texte sera prêt en mai.");

      for (int i = 0; i < 10; i++) {
        questions.ask(REF, null, "Et pour le reste du dossier ?", FRENCH);
      }
      assertRefused(
          "question.tooMany", () -> questions.ask(REF, null, "Une de trop, sans doute ?", FRENCH));
      Person stranger = person("be-jus", "BE-JUS");
      assertRefused(
          "commitment.unknown", () -> questions.ask(REF, null, "Et nous, alors ?", stranger));
    }
  }

  private static void report(MoveFixture fixture) {
    fixture.inTransaction(
        modules ->
            modules
                .get(ActionItemRecorder.class)
                .done(
                    MANDATE,
                    REF,
                    Step.MANDATE,
                    new StepOutcome.Reported(
                        new MinistryCode("BE-IBZ"), ProgressStatus.DONE, "C’est fait.", null, null),
                    BELGIAN.id()));
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      for (String name : names) {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(bytes("<x/>"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String content) {
    return content.getBytes(UTF_8);
  }

  private static Person person(String id, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Point de contact", "Contactpunt"),
        null,
        Texts.FR,
        Role.FOCAL_POINT,
        new MinistryCode(ministry));
  }
}
