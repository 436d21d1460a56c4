package eu.jalon.actionitem.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.MoveFixture;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes and files that an associated ministry adds to a commitment. */
class ContributionsTest {

  private static final CommitmentRef REF = new CommitmentRef("VD2018-1.06");
  private static final MinistryCode FINANCE = new MinistryCode("BE-FIN");
  private static final Person ASSOCIATED = person("be-fin", "BE-FIN");
  private static final Person LEAD = person("be-ibz", "BE-IBZ");
  private static final Person OTHER_LEAD = person("fr-int", "FR-INT");
  private static final Person STRANGER = person("be-jus", "BE-JUS");
  private static final String NOTE = "Le budget est inscrit pour 2027.";
  private static final byte[] PDF = "%PDF-1.4\n%âãÏÓ\n1 0 obj\n".getBytes(ISO_8859_1);

  @ParameterizedTest
  @EnumSource
  void focalPoints19_aNoteAndAFileAreReadByTheLeadsAndTheCoordinationWithTheirAuthor(
      TestDatabase database) {
    try (MoveFixture fixture = associated(database)) {
      Contributions contributions = fixture.get(Contributions.class);
      EvidenceFiles files = fixture.get(EvidenceFiles.class);
      contributions.addNote(REF, "  " + NOTE + " ", ASSOCIATED);
      EvidenceFile added = contributions.addFile(REF, "C:\\budget.pdf", PDF, ASSOCIATED);

      List<CommitmentChange> changes = fixture.get(Commitments.class).changes(REF);
      assertThat(Contributions.of(changes, files.of(REF)))
          .allSatisfy(
              each -> {
                assertThat(each.ministry()).isEqualTo(FINANCE);
                assertThat(each.change().by()).isEqualTo(ASSOCIATED.id());
                assertThat(each.change().at()).isEqualTo(fixture.clock.instant());
              })
          .extracting(Contributions.Contribution::note)
          .containsExactlyInAnyOrder(NOTE, null);
      assertThat(changes.stream().limit(2).map(CommitmentChange::type))
          .containsExactly(CommitmentChange.Type.FILE_ADDED, CommitmentChange.Type.NOTE_ADDED);
      for (Person reader : List.of(LEAD, OTHER_LEAD, fixture.by, ASSOCIATED)) {
        assertThat(files.content(files.get(added.id(), reader))).isEqualTo(PDF);
      }
      assertThat(files.get(added.id(), LEAD).isContributed()).isTrue();
      assertThat(added.name().value()).isEqualTo("budget.pdf");
      assertRefused("commitment.unknown", () -> files.get(added.id(), STRANGER));
      assertRefused("commitment.unknown", () -> files.remove(added.id(), STRANGER));
      assertRefused("evidence.sent", () -> files.remove(added.id(), ASSOCIATED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints19_onlyAnAssociatedMinistryContributes(TestDatabase database) {
    try (MoveFixture fixture = associated(database)) {
      for (Person other : List.of(LEAD, OTHER_LEAD, fixture.by)) {
        refused(fixture, "contribution.associatedOnly", other);
      }
      refused(fixture, "commitment.unknown", STRANGER);

      set(fixture, "delete from commitment_associate");
      refused(fixture, "commitment.unknown", ASSOCIATED);
      assertThat(contributions(fixture)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints19_aRestrictedCommitmentTakesContributionsOfItsAssociatedMinistryOnly(
      TestDatabase database) {
    try (MoveFixture fixture = associated(database)) {
      set(fixture, "update commitment set restricted = true");
      fixture.get(Contributions.class).addNote(REF, NOTE, ASSOCIATED);
      refused(fixture, "commitment.unknown", STRANGER);

      assertThat(contributions(fixture)).hasSize(1);
      String sql = "select count(*) from %s where what = 'NOTE_ADDED' and reason is not null";
      JdbcClient jdbc = fixture.get(JdbcClient.class);
      for (String view : List.of("overview_change", "reminder_change")) {
        assertThat(jdbc.sql(sql.formatted(view)).query(Long.class).single()).as(view).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints19_nothingIsAddedAfterTheEnd(TestDatabase database) {
    try (MoveFixture fixture = associated(database)) {
      for (String status : List.of("FULFILLED", "WITHDRAWN", "CARRIED_OVER")) {
        set(fixture, "update commitment set status = '" + status + "'");
        Commitment ended = fixture.get(Commitments.class).get(REF, ASSOCIATED);

        assertThat(Contributions.isAssociated(ended, ASSOCIATED)).isTrue();
        assertThat(Contributions.mayAdd(ended, ASSOCIATED)).isFalse();
        refused(fixture, "commitment.closed", ASSOCIATED);
      }
      assertThat(contributions(fixture)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints19_aMinistryAddsALimitedNumber(TestDatabase database) {
    try (MoveFixture fixture = associated(database)) {
      for (int i = 0; i < Contributions.MAX_OF_MINISTRY; i++) {
        fixture.get(Contributions.class).addNote(REF, NOTE, ASSOCIATED);
      }
      refused(fixture, "contribution.tooMany", ASSOCIATED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vide.pdf, '', evidence.empty",
    "dessin.svg, <svg xmlns='http://www.w3.org/2000/svg'/>, evidence.kind",
    "page.pdf, <html><script>1</script>, evidence.kind"
  })
  void focalPoints19_aFileIsCheckedAsEvidenceIs(String name, String content, String why) {
    try (MoveFixture fixture = associated(TestDatabase.H2)) {
      Contributions contributions = fixture.get(Contributions.class);
      byte[] tooLarge = new byte[EvidenceFiles.MAX_MEBIBYTES * 1024 * 1024 + 1];

      assertRefused(
          why, () -> contributions.addFile(REF, name, content.getBytes(UTF_8), ASSOCIATED));
      assertRefused(
          "evidence.tooLarge", () -> contributions.addFile(REF, "x.pdf", tooLarge, ASSOCIATED));
      assertRefused("form.tooShort", () -> contributions.addNote(REF, " Oui ", ASSOCIATED));
      assertThat(contributions(fixture)).isEmpty();
    }
  }

  private static MoveFixture associated(TestDatabase database) {
    MoveFixture fixture = MoveFixture.of(database, 6);
    fixture
        .get(Directory.class)
        .enter(
            List.of(new Ministry(FINANCE, false, Texts.text("Finances", "Financiën"))), List.of());
    set(
        fixture,
        "insert into commitment_associate (ref, ministry) values ('%s', 'BE-FIN')".formatted(REF));
    return fixture;
  }

  private static void set(MoveFixture fixture, String sql) {
    fixture.get(JdbcClient.class).sql(sql).update();
  }

  private static List<Contributions.Contribution> contributions(MoveFixture fixture) {
    return Contributions.of(
        fixture.get(Commitments.class).changes(REF), fixture.get(EvidenceFiles.class).of(REF));
  }

  private static void refused(MoveFixture fixture, String key, Person by) {
    Contributions contributions = fixture.get(Contributions.class);
    assertRefused(key, () -> contributions.addNote(REF, NOTE, by));
    assertRefused(key, () -> contributions.addFile(REF, "budget.pdf", PDF, by));
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
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
