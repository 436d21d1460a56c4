package eu.jalon.report.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.StatusReportFixture;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.evaluation.EvaluationDifference;
import eu.jalon.report.evaluation.EvaluationSheet;
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the report composed from the database, and the saved evaluations. */
class StatusReportTest {

  private static final MeetingId ORIGIN = new MeetingId("VD2023");
  private static final Person COORDINATOR = person("coord-be", Role.COORDINATOR, "BE-PM");
  private static final LocalDate SINCE = StatusReportFixture.SINCE;
  private static final Collector<CharSequence, ?, String> LINES = Collectors.joining("\n");

  @ParameterizedTest
  @EnumSource
  void coordinators13_theReportIsInTheRequestedLanguage(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      StatusReportFixture.enter(rooms, 1, 3);
      StatusReport report = rooms.get(StatusReport.class);

      ReportNote french = report.note(Texts.FR, SINCE, COORDINATOR);
      ReportNote dutch = report.note(Texts.NL, SINCE, COORDINATOR);

      assertThat(french.lang()).isEqualTo("fr-BE");
      assertThat(text(french))
          .contains(
              "Thème 1 – Thème", "3 prochaines étapes\u00a0: une bloquée et 2 sans nouvelles.")
          .contains("SPF Intérieur", "En retard de 28 jours", "«\u00a0Geen budget.\u00a0»")
          .contains("du 1er juin 2027 au 15 juin 2027")
          .contains("Motif\u00a0: «\u00a0Le texte tarde.\u00a0»");
      assertThat(text(dutch))
          .contains("Thema 1 – Thema", "3 volgende stappen: één geblokkeerd en 2 zonder nieuws.")
          .contains("FOD Binnenlandse Zaken", "28 dagen te laat", "“Geen budget.”")
          .contains("van 1 juni 2027 naar 15 juni 2027");
      assertThat(dutch.blocks()).hasSameSizeAs(french.blocks());
      assertThat(lines(french))
          .filteredOn(line -> line.text().contains("Geen budget"))
          .first()
          .satisfies(line -> assertThat(line.lang()).isEqualTo("nl-BE"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void coordinators13_theFirstPageSaysWhatIsLateWhyAndWhatMinistersAreToDecide(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      StatusReportFixture.enter(rooms, 1, 3);
      rooms
          .get(JdbcClient.class)
          .sql(
              """
              insert into proposal (ref, kind, party, reason, proposed_at, proposed_by, status)
              values ('VD2023-1.02', 'WITHDRAWAL', 'FR', 'Sans objet.',
                      timestamp with time zone '2027-02-20 09:00:00+00:00', 'coord-fr', 'OPEN')
              """)
          .update();
      ReportNote note = rooms.get(StatusReport.class).note(Texts.FR, SINCE, COORDINATOR);
      List<ReportBlock> page =
          note.blocks().stream()
              .takeWhile(
                  block -> !(block instanceof ReportBlock.Heading heading && heading.newPage()))
              .toList();
      String text =
          page.stream().flatMap(StatusReportTest::lines).map(ReportText::text).collect(LINES);

      assertThat(text)
          .containsSubsequence(
              "En bref",
              "Aujourd’hui\n0\n0\n0\n1\n2\n3\n1",
              "Avant le 1er février 2027\n0\n0\n0\n0\n3\n3\n0",
              "Évolution\n=\n=\n=\n+1\n−1\n=\n+1",
              "Ce qui a changé depuis le 1er février 2027",
              "Situations qui ont évolué (1)",
              "Étape 1 (VD2023-1.01), à présent bloquée",
              "En retard, et pourquoi",
              "SPF Intérieur\n28 jours\n",
              "«\u00a0Geen budget.\u00a0»",
              "Décisions demandées aux ministres",
              "Débloquer\u00a0:",
              "Étape 1 (VD2023-1.01)",
              "Retirer la prochaine étape\u00a0:",
              "Étape 2 (VD2023-1.02)",
              "«\u00a0Sans objet.\u00a0»");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void coordinators16_theNumberOfStatementsIsConstantAndALongThemeIsCut(TestDatabase kind) {
    AtomicInteger statements = new AtomicInteger();
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms =
            StatusReportFixture.rooms(
                database, StatusReportFixture.counting(database.dataSource(), statements))) {
      StatusReport report = rooms.get(StatusReport.class);
      StatusReportFixture.enter(rooms, 1, 3);
      report.note(Texts.FR, SINCE, COORDINATOR);
      statements.set(0);
      report.note(Texts.FR, SINCE, COORDINATOR);
      int few = statements.get();
      for (int theme = 2; theme < 8; theme++) {
        StatusReportFixture.enter(rooms, theme, 40);
      }
      statements.set(0);
      ReportNote note = report.note(Texts.FR, SINCE, COORDINATOR);

      assertThat(statements).hasValue(few);
      assertThat(few).isBetween(5, 15);
      assertThat(text(note))
          .contains("10 autres prochaines étapes de ce thème ne figurent pas ici");
    }
  }

  @ParameterizedTest
  @EnumSource
  void olderThemesAreCountedButNotListed(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      int themes = StatusSheet.THEMES + 3;
      for (int theme = 1; theme <= themes; theme++) {
        StatusReportFixture.enter(rooms, theme, 1);
      }

      ReportNote note = rooms.get(StatusReport.class).note(Texts.FR, SINCE, COORDINATOR);

      assertThat(text(note))
          .contains("3 autres thèmes plus anciens ne figurent pas dans cette note")
          .contains("VD2023-40.01")
          .doesNotContain("VD2023-41.01");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSavedEvaluationReplacesTheDraftAndAStaleVersionIsRejected(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      StatusReportFixture.enter(rooms, 1, 3);
      StatusReport report = rooms.get(StatusReport.class);
      Evaluations evaluations = rooms.get(Evaluations.class);
      EvaluationSheet before = report.evaluations(Texts.FR, COORDINATOR).get(0);
      String mine = before.draft() + " Les deux pays s’en félicitent.";

      assertThat(before.version()).isZero();
      evaluations.keep(ORIGIN, 1, Texts.FR, "  " + mine + "\r\n", 0, COORDINATOR);
      assertRefused(
          "evaluation.changed",
          () -> evaluations.keep(ORIGIN, 1, Texts.FR, "Un autre texte.", 0, COORDINATOR));
      EvaluationSheet kept = report.evaluations(Texts.FR, COORDINATOR).get(0);
      assertThat(kept.text()).isEqualTo(mine);
      assertThat(kept.version()).isEqualTo(1);
      assertThat(kept.differences())
          .filteredOn(one -> one.kind() != EvaluationDifference.Kind.BOTH)
          .extracting(EvaluationDifference::sentence)
          .containsExactly("Les deux pays s’en félicitent.");
      assertThat(text(report.note(Texts.FR, SINCE, COORDINATOR))).contains(mine);
      assertThat(text(report.note(Texts.NL, SINCE, COORDINATOR))).doesNotContain(mine);
      assertThat(lines(report.note(Texts.EN, SINCE, COORDINATOR)))
          .filteredOn(line -> line.text().equals(mine))
          .singleElement()
          .satisfies(line -> assertThat(line.lang()).isEqualTo("fr-BE"));

      evaluations.keep(ORIGIN, 1, Texts.FR, before.draft(), 1, COORDINATOR);
      assertRefused(
          "evaluation.changed",
          () -> evaluations.keep(ORIGIN, 1, Texts.FR, "Un autre texte.", 1, COORDINATOR));
      assertThat(report.evaluations(Texts.FR, COORDINATOR).get(0).differences()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void invalidEvaluationsAreRejectedAndOnlyCoordinatorsSaveThem(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      StatusReportFixture.enter(rooms, 1, 1);
      Evaluations evaluations = rooms.get(Evaluations.class);
      Person focal = person("be-ibz", Role.FOCAL_POINT, "BE-IBZ");
      String good = "Un texte assez long.";

      assertRefused("form.tooShort", () -> keep(evaluations, 1, Texts.FR, " \n ", COORDINATOR));
      assertRefused(
          "form.tooLong", () -> keep(evaluations, 1, Texts.FR, "x".repeat(6001), COORDINATOR));
      assertRefused(
          "form.control", () -> keep(evaluations, 1, Texts.FR, good + "\u202e", COORDINATOR));
      assertRefused("evaluation.language", () -> keep(evaluations, 1, Texts.EN, good, COORDINATOR));
      assertRefused("evaluation.theme", () -> keep(evaluations, 9, Texts.FR, good, COORDINATOR));
      assertRefused("register.coordinatorOnly", () -> keep(evaluations, 1, Texts.FR, good, focal));
      assertRefused(
          "register.coordinatorOnly",
          () -> rooms.get(StatusReport.class).note(Texts.FR, SINCE, focal));
      assertThat(rooms.get(StatusReport.class).evaluations(Texts.FR, COORDINATOR))
          .allMatch(sheet -> sheet.kept().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void theDefaultPeriodBeginsWithTheLastSummitOr30DaysAgo(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      StatusReport report = rooms.get(StatusReport.class);

      assertThat(report.since(null, COORDINATOR)).isEqualTo(LocalDate.of(2027, 1, 30));
      JdbcMeetings meetings = rooms.get(JdbcMeetings.class);
      MeetingId next = new MeetingId("VD2027");
      int version = meetings.summit(next).orElseThrow().version();
      assertThat(meetings.markHeld(next, LocalDate.of(2027, 2, 20), version)).isEqualTo(1);
      assertThat(report.since(null, COORDINATOR)).isEqualTo(LocalDate.of(2027, 2, 20));
      assertThat(report.since(SINCE, COORDINATOR)).isEqualTo(SINCE);
      assertRefused("report.since", () -> report.since(LocalDate.of(2027, 3, 2), COORDINATOR));
      assertRefused("report.since", () -> report.since(LocalDate.of(1999, 12, 31), COORDINATOR));
    }
  }

  private static void keep(
      Evaluations evaluations, int theme, Language language, String text, Person by) {
    evaluations.keep(ORIGIN, theme, language, text, 0, by);
  }

  private static String text(ReportNote note) {
    return lines(note).stream().map(ReportText::text).collect(LINES);
  }

  private static List<ReportText> lines(ReportNote note) {
    return note.blocks().stream().flatMap(StatusReportTest::lines).toList();
  }

  private static Stream<ReportText> lines(ReportBlock block) {
    if (block instanceof ReportBlock.Heading heading) {
      return Stream.of(heading.text());
    }
    if (block instanceof ReportBlock.Paragraph paragraph) {
      return Stream.of(paragraph.text());
    }
    if (block instanceof ReportBlock.Prose prose) {
      return prose.runs().stream();
    }
    if (block instanceof ReportBlock.Items items) {
      return items.items().stream().flatMap(List::stream);
    }
    return ((ReportBlock.Grid) block)
        .rows().stream().flatMap(List::stream).flatMap(cell -> cell.lines().stream());
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static Person person(String id, Role role, String ministry) {
    return new Person(
        new PersonId(id), Texts.text(id, null), null, Texts.FR, role, new MinistryCode(ministry));
  }
}
