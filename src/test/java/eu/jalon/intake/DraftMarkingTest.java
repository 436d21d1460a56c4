package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.draft.BlockRole;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.intake.draft.SourceBlock;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document that is marked by hand, acts that are undone, and the file that is kept. */
class DraftMarkingTest {

  private static final String DOCUMENT =
      """
      Le phare et la digue

      Le soleil brille sur la mer et le vent tombe.

      Le gardien repeint le phare.

      La peinture est blanche.

      La digue

      Les vagues sont hautes.

      Le maçon répare la digue.
      """;

  private static UUID uploaded(IntakeFixture fixture) {
    return fixture.intake.upload(
        "VD2018", "phare.txt", DOCUMENT.getBytes(StandardCharsets.UTF_8), fixture.by);
  }

  private static MarkedPlace place(String words, BlockRole as) {
    int at = DOCUMENT.indexOf(words);
    return new MarkedPlace(at, at + words.length(), as);
  }

  private static void mark(IntakeFixture fixture, UUID id, MarkedPlace... places) {
    fixture.review.choose(id, Set.of(), List.of(places), fixture.by);
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentWithoutAListIsMarkedByHandAndEachMarkCanBeTakenBack(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID id = uploaded(fixture);
      assertThat(fixture.intake.get(id, fixture.by).items()).isEmpty();
      SourceFiles files = fixture.get(SourceFiles.class);
      assertThat(files.blocks(id, fixture.by)).extracting(SourceBlock::start).isSorted();
      assertThat(files.file(id, fixture.by).content())
          .isEqualTo(DOCUMENT.getBytes(StandardCharsets.UTF_8));

      mark(
          fixture,
          id,
          place("Le soleil brille sur la mer et le vent tombe.", BlockRole.EVALUATION),
          place("Le phare et la digue", BlockRole.HEADING),
          place("Le gardien repeint le phare.", BlockRole.STEP),
          place("La peinture est blanche.", BlockRole.CONTINUATION),
          place("La digue\n", BlockRole.HEADING),
          place("Le maçon répare la digue.", BlockRole.STEP));

      DeclarationDraft draft = fixture.intake.get(id, fixture.by);
      assertThat(draft.themes())
          .extracting(DraftTheme::title)
          .containsExactly("Le phare et la digue", "La digue");
      assertThat(draft.themes().get(0).evaluation()).startsWith("Le soleil brille");
      assertThat(draft.kept())
          .extracting(item -> item.theme() + " " + item.text())
          .containsExactly(
              "1 Le gardien repeint le phare. La peinture est blanche.",
              "2 Le maçon répare la digue.");
      assertThat(draft.kept()).extracting(DraftItem::position).containsExactly(1, 1);

      mark(
          fixture,
          id,
          place("Le soleil brille sur la mer et le vent tombe.", BlockRole.NOTHING),
          place("La peinture est blanche.", BlockRole.STEP),
          place("La digue\n", BlockRole.NOTHING));

      DeclarationDraft again = fixture.intake.get(id, fixture.by);
      assertThat(again.themes()).extracting(DraftTheme::evaluation).containsExactly("");
      assertThat(again.kept())
          .extracting(item -> item.position() + " " + item.text())
          .containsExactly(
              "1 Le gardien repeint le phare.",
              "2 La peinture est blanche.",
              "3 Le maçon répare la digue.");

      undo(fixture, id);
      assertThat(fixture.intake.get(id, fixture.by)).isEqualTo(withVersions(draft, fixture, id));
      undo(fixture, id);
      assertThat(fixture.intake.get(id, fixture.by).items()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void marksKeepWhatAThemeRestricts(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID id = uploaded(fixture);
      mark(
          fixture,
          id,
          place("Le phare et la digue", BlockRole.HEADING),
          place("Le gardien repeint le phare.", BlockRole.STEP),
          place("La digue\n", BlockRole.HEADING),
          place("Le maçon répare la digue.", BlockRole.STEP));
      fixture.review.changeTheme(id, 2, null, true, fixture.by);

      mark(fixture, id, place("La digue\n", BlockRole.NOTHING));

      assertThat(fixture.intake.get(id, fixture.by).kept())
          .extracting(DraftItem::restricted)
          .containsExactly(null, true);
      fixture.review.changeTheme(id, 1, null, true, fixture.by);
      mark(fixture, id, place("La digue\n", BlockRole.HEADING));
      assertThat(fixture.intake.get(id, fixture.by).themes())
          .extracting(DraftTheme::restricted)
          .containsExactly(true, true);
    }
  }

  /** The same as before, except for versions, which only rise. */
  private static DeclarationDraft withVersions(
      DeclarationDraft draft, IntakeFixture fixture, UUID id) {
    Map<Integer, Integer> versions =
        fixture.intake.get(id, fixture.by).items().stream()
            .collect(Collectors.toMap(DraftItem::n, DraftItem::version));
    return new DeclarationDraft(
        draft.summary(),
        draft.languages(),
        draft.themes(),
        draft.lists(),
        draft.items().stream()
            .map(item -> item.at(item.n(), item.position(), versions.getOrDefault(item.n(), 0)))
            .toList(),
        draft.gaps());
  }

  private static void undo(IntakeFixture fixture, UUID id) {
    LastAct last = fixture.review.last(id, fixture.by).orElseThrow();
    fixture.review.undo(id, last.number(), fixture.by);
  }

  @ParameterizedTest
  @EnumSource
  void coordinators17_everyActIsUndoneAndAnOlderOneIsNot(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.titled(2, "Reisgids");
      fixture.review.changeTheme(fixture.id, 2, null, true, fixture.by);
      List<Runnable> acts =
          List.of(
              () -> fixture.titled(1, "Camera's"),
              () -> fixture.leftOut(2, true),
              () ->
                  fixture.review.split(
                      fixture.id,
                      1,
                      fixture.version(1),
                      fixture.item(1).text().indexOf("Former"),
                      fixture.by),
              () -> fixture.review.merge(fixture.id, 1, fixture.version(1), fixture.by),
              () -> fixture.review.changeTheme(fixture.id, 2, "Voies d’eau", null, fixture.by),
              () -> fixture.review.changeTheme(fixture.id, 1, null, true, fixture.by),
              () ->
                  fixture.review.change(
                      fixture.id,
                      Map.of(1, dated(fixture, 1), 2, dated(fixture, 2)),
                      2,
                      fixture.by));

      for (Runnable act : acts) {
        DeclarationDraft before = fixture.draft();
        act.run();
        assertThat(fixture.draft()).isNotEqualTo(withVersions(before, fixture, fixture.id));
        undo(fixture, fixture.id);
        assertThat(fixture.draft()).isEqualTo(withVersions(before, fixture, fixture.id));
      }

      int first = fixture.review.last(fixture.id, fixture.by).orElseThrow().number();
      fixture.titled(3, "Stationschefs");
      assertThatThrownBy(() -> fixture.review.undo(fixture.id, first, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class,
              refusal -> assertThat(refusal.key()).isEqualTo("declaration.undoLater"));
    }
  }

  private static ItemChange dated(IntakeFixture fixture, int n) {
    return new ItemChange(
        fixture.version(n), Map.of(), null, null, null, null, DeadlineRule.parse("S-77"), null);
  }

  @ParameterizedTest
  @EnumSource
  void coordinators17_severalDraftsGoToAnotherThemeAndMergedTitlesAreKept(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.review.change(
          fixture.id, Map.of(1, dated(fixture, 1), 2, dated(fixture, 2)), 2, fixture.by);

      assertThat(fixture.draft().kept())
          .extracting(item -> item.theme() + "." + item.position())
          .containsExactly("2.1", "2.2", "1.1", "2.3", "2.4");
      fixture.titled(2, "Reisgids");
      fixture.review.merge(fixture.id, 1, fixture.version(1), fixture.by);
      assertThat(fixture.item(1).title().in(Texts.NL)).isEqualTo("Reisgids");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeclarationKeepsItsNumbersAfterACarryOverAndAFurtherDocumentFollowsIt(
      TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.intake.launch(fixture.id, fixture.by);
      fixture
          .get(MeetingClosing.class)
          .close(
              new MeetingId("VD2027"),
              LocalDate.of(2027, 1, 3),
              new MeetingClosing.NextMeeting(
                  new MeetingId("VD2029"), Texts.text("Suivant", "Volgende"), null, null),
              fixture.by);
      assertThat(refs(fixture, "VD2027"))
          .containsExactly(
              "VD2027-50.01", "VD2027-50.02", "VD2027-50.03", "VD2027-51.01", "VD2027-51.02");

      launched(fixture, IntakeFixture.DOCUMENT);
      launched(fixture, IntakeFixture.DOCUMENT.replace("gares", "ponts"));

      assertThat(refs(fixture, "VD2027"))
          .as("references are never given twice, and none changes")
          .containsExactly(
              "VD2027-1.01",
              "VD2027-1.02",
              "VD2027-1.03",
              "VD2027-2.01",
              "VD2027-2.02",
              "VD2027-3.01",
              "VD2027-3.02",
              "VD2027-3.03",
              "VD2027-4.01",
              "VD2027-4.02",
              "VD2027-50.01",
              "VD2027-50.02",
              "VD2027-50.03",
              "VD2027-51.01",
              "VD2027-51.02");
      assertThat(fixture.get(ClosingUndo.class).possible(fixture.by))
          .as("what was launched since belongs to the next summit")
          .isEmpty();
    }
  }

  private static void launched(IntakeFixture fixture, String document) {
    UUID id =
        fixture.intake.upload(
            "VD2027", "adopted.txt", document.getBytes(StandardCharsets.UTF_8), fixture.by);
    fixture.completeFields(id);
    for (DraftItem item : fixture.intake.get(id, fixture.by).kept()) {
      fixture.review.change(
          id,
          item.n(),
          new ItemChange(
              item.version(),
              Map.of(Texts.NL, "Stap " + item.n()),
              null,
              null,
              null,
              null,
              null,
              null),
          fixture.by);
    }
    fixture.intake.launch(id, fixture.by);
  }

  private static List<String> refs(IntakeFixture fixture, String meeting) {
    return fixture
        .get(JdbcClient.class)
        .sql("select ref from commitment where meeting_id = :meeting order by theme, position")
        .param("meeting", meeting)
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @EnumSource
  void aFurtherDocumentOfAMeetingAddsItsThemes(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      MeetingId meeting = new MeetingId("VD2018");
      fixture.get(Meetings.class).add(new Theme(meeting, 1, Texts.text("Déjà là", "Al aanwezig")));
      fixture.complete();

      fixture.intake.launch(fixture.id, fixture.by);

      assertThat(fixture.draft().kept()).extracting(DraftItem::theme).contains(2, 3);
      assertThat(fixture.get(Meetings.class).themes(meeting))
          .extracting(Theme::number)
          .containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfOneDraftCostsTheSameAmongManyAsAmongFew(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      StringBuilder many = new StringBuilder("1. Quais\n\nProchaines étapes :\n\n");
      for (int i = 0; i < 400; i++) {
        many.append("• Contrôler ensemble le quai numéro ").append(i).append(".\n");
      }
      UUID large =
          fixture.intake.upload(
              "VD2021", "quais.txt", many.toString().getBytes(StandardCharsets.UTF_8), fixture.by);
      assertThat(fixture.intake.get(large, fixture.by).items()).hasSize(400);
      cost(fixture, fixture.id, 1);
      cost(fixture, large, 1);

      int few = cost(fixture, fixture.id, 2);
      assertThat(cost(fixture, large, 2)).isEqualTo(few).isPositive();
    }
  }

  private static int cost(IntakeFixture fixture, UUID id, int n) {
    fixture.sql.countAndReset();
    DraftItem changed =
        fixture.review.change(
            id,
            n,
            new ItemChange(0, Map.of(Texts.NL, "Stap"), null, null, null, null, null, null),
            fixture.by);
    fixture.review.missing(id, changed);
    return fixture.sql.countAndReset();
  }
}
