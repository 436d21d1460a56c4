package eu.jalon.directory.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing, comparing and writing people files. */
class PeopleFileTest {

  private static final String HEADER = "id;name_fr;name_nl;name_en;email;language;role;ministry";
  private static final String JUS =
      "be-jus;Justice;Justitie;;be-jus@example.org;nl;FOCAL_POINT;BE-JUS";

  static final List<Ministry> MINISTRIES =
      List.of(
          ministry("BE-PM", true),
          ministry("FR-PM", true),
          ministry("BE-JUS", false),
          ministry("BE-MOB", false),
          ministry("FR-JUS", false));

  static final Person COORD = person("coord-be", Role.COORDINATOR, "BE-PM");
  static final Person ADMIN = person("admin", Role.ADMINISTRATOR, null);
  static final Person FOCAL = person("be-jus", Role.FOCAL_POINT, "BE-JUS");
  static final Person FRENCH = person("fr-jus", Role.FOCAL_POINT, "FR-JUS");

  static final List<Person> PEOPLE = List.of(ADMIN, FOCAL, COORD, FRENCH);

  @Test
  void exportedPeopleAreImportedUnchanged() {
    Person odd =
        new Person(
            new PersonId("odd"),
            Texts.text("=1+1; \"guillemets\"", "'=déjà", "-été"),
            new EmailAddress("+plus@example.org"),
            Texts.NL,
            Role.FOCAL_POINT,
            new MinistryCode("BE-JUS"));
    List<Person> people = List.of(ADMIN, COORD, odd);

    String file = PeopleFile.write(people);

    assertThat(file)
        .startsWith("\uFEFF" + String.join(";", PeopleFile.columns(people)) + "\r\n")
        .contains("'=1+1")
        .contains("''=déjà");
    PeopleChanges changes = changes(people, file, ADMIN);
    assertThat(changes.lines()).isEmpty();
    assertThat(changes.same()).isEqualTo(3);
    assertThat(changes.absent()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd()", "+1", "-1", "@SUM(A1)", "'=1", "\"\t=1\""})
  void aNameThatIsAFormulaIsRejected(String name) {
    String line = "be-new;" + name + ";;;;nl;FOCAL_POINT;BE-JUS";

    assertThat(refusal(file(line))).isEqualTo("peopleFile.formula");
  }

  @ParameterizedTest
  @CsvSource({
    "be-new;N;;;;nl;FOCAL_POINT;X-JUS, ministry.code",
    "be-new;N;;;;nl;FOCAL_POINT;BE-XXX, peopleFile.ministry",
    "be-new;N;;;;nl;FOCAL_POINT;, person.ministry",
    "Be New;N;;;;nl;FOCAL_POINT;BE-JUS, person.id",
    "mailbox.x;N;;;;nl;FOCAL_POINT;BE-JUS, directory.mailboxName",
    "be-new;;;;;nl;FOCAL_POINT;BE-JUS, peopleFile.name",
    "be-new;N;;;a@localhost;nl;FOCAL_POINT;BE-JUS, person.email",
    "be-new;N;;;a@x.be b@x.be;nl;FOCAL_POINT;BE-JUS, person.email",
    "be-new;N;;;;xx;FOCAL_POINT;BE-JUS, peopleFile.choice",
    "be-new;N;;;;nl;KING;BE-JUS, peopleFile.choice",
    "be-new;N;;;;nl;FOCAL_POINT, peopleFile.cells",
    "be-new;N;;;;nl;FOCAL_POINT;BE-JUS;x, peopleFile.cells",
    "be-new;N\u202Em;;;;nl;FOCAL_POINT;BE-JUS, peopleFile.hidden",
    "be-new;N\u202Em;;;;nl;FOCAL_POINT;BE-JUS, peopleFile.hidden",
    "be-new;N\u0007m;;;;nl;FOCAL_POINT;BE-JUS, peopleFile.hidden"
  })
  void aMalformedLineIsRejectedAlone(String line, String key) {
    PeopleChanges changes = changes(PEOPLE, file(line, NEW), COORD);

    assertThat(changes.lines()).hasSize(2);
    PeopleChanges.ChangedLine refused = changes.lines().get(0);
    assertThat(refused.number()).isEqualTo(2);
    assertThat(refused.refusal()).extracting(ValidationError::key).isEqualTo(key);
    assertThat(changes.lines().get(1).what()).isEqualTo(PeopleChanges.Effect.ADDED);
    assertThat(changes.isEnterable()).isFalse();
  }

  private static final String NEW = "be-other;Autre;;;;fr;focal_point;BE-MOB";

  @ParameterizedTest
  @CsvSource({
    "coord-be, be-new;N;;;;nl;COORDINATOR;BE-PM, people.roleByAdministrator",
    "coord-be, be-new;N;;;;nl;ADMINISTRATOR;, people.roleByAdministrator",
    "coord-be, be-jus;N;;;;nl;COORDINATOR;BE-JUS, people.roleByAdministrator",
    "coord-be, coord-be;N;;;;nl;ADMINISTRATOR;, people.ownRole",
    "coord-be, admin;N;;;;nl;FOCAL_POINT;BE-JUS, people.roleByAdministrator",
    "coord-be, admin;N;;;;nl;ADMINISTRATOR;, people.roleByAdministrator",
    "coord-be, be-jus;N;;;;nl;FOCAL_POINT;FR-JUS, people.partyOfOther",
    "coord-be, fr-jus;N;;;;nl;FOCAL_POINT;BE-JUS, people.partyOfOther",
    "coord-be, fr-new;N;;;;nl;FOCAL_POINT;FR-JUS, people.partyOfOther",
    "coord-be, be-jus;N;;;;nl;FOCAL_POINT;BE-PM, people.teamByAdministrator",
    "coord-be, be-new;N;;;;nl;FOCAL_POINT;BE-PM, people.teamByAdministrator",
    "admin, admin;N;;;;nl;FOCAL_POINT;BE-JUS, people.ownRole",
    "be-jus, be-jus;N;;;;nl;FOCAL_POINT;BE-JUS, register.coordinatorOnly"
  })
  void coordinatorsCannotGrantRolesOrChangeOtherCountries(String by, String line, String key) {
    Person person =
        PEOPLE.stream().filter(each -> each.id().value().equals(by)).findFirst().orElseThrow();

    PeopleChanges changes = changes(PEOPLE, file(line), person);

    assertThat(changes.lines().get(0).refusal()).extracting(ValidationError::key).isEqualTo(key);
  }

  @Test
  void administratorsGrantRolesAndTeams() {
    String file = file("be-jus;N;;;;nl;COORDINATOR;BE-PM", "fr-new;N;;;;fr;COORDINATOR;FR-PM");

    PeopleChanges changes = changes(PEOPLE, file, ADMIN);

    assertThat(changes.isEnterable()).isTrue();
    assertThat(changes.lines().get(0).fields())
        .contains(new PeopleChanges.ChangedField("role", "FOCAL_POINT", "COORDINATOR"))
        .contains(new PeopleChanges.ChangedField("email", "be-jus@example.org", ""));
  }

  @Test
  void aLineNumberIsWhereTheLineStartsAndAPersonOccursOnce() {
    String file = file("", JUS.replace("Justice", "\"Just\"\"ice\""), JUS).replace('\n', '\r');

    List<PeopleChanges.ChangedLine> lines = changes(PEOPLE, file, COORD).lines();

    assertThat(lines).extracting(PeopleChanges.ChangedLine::number).containsExactly(4, 3);
    assertThat(lines.get(0).refusal())
        .extracting(ValidationError::key)
        .isEqualTo("peopleFile.twice");
    assertThat(lines.get(1).fields())
        .contains(new PeopleChanges.ChangedField("name_fr", "Compte be-jus", "Just\"ice"));
  }

  @Test
  void columnsCanBeInAnyOrderAndSeparatedByCommas() {
    String file =
        String.join(
            "\r",
            "ministry,role,language,email,name_en,name_nl,name_fr,ID",
            "BE-JUS,FOCAL_POINT,FR,be-jus@example.org,,,Compte be-jus,be-jus",
            "BE-JUS,FOCAL_POINT,FR,,,,\"Nom, avec virgule\",be-new");

    PeopleChanges changes = changes(PEOPLE, file, COORD);

    assertThat(changes.same()).isOne();
    assertThat(changes.count(PeopleChanges.Effect.ADDED)).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id;name_fr|peopleFile.columns",
        "<h>;password|peopleFile.column",
        "<h>;id|peopleFile.column",
        "<h>|peopleFile.empty",
        "<h>~be-x;\"N;;;;nl;FOCAL_POINT;BE-JUS~be-y|peopleFile.quotes",
        "<h>~be-x;\"N\"x;;;;nl;FOCAL_POINT;BE-JUS|peopleFile.quotes"
      })
  void aFileThatIsNotAPeopleFileIsRejected(String file, String key) {
    assertRefused(key, file.replace("<h>", HEADER).replace('~', '\n'));
  }

  @Test
  void aFileWithTooManyLinesTooManyBytesOrAnotherCharsetIsRejected() {
    assertRefused("peopleFile.tooMany", HEADER + ('\n' + JUS).repeat(PeopleFile.MOST_LINES + 1));
    assertRefused("peopleFile.charset", file("\0"));
    assertBytesRefused("peopleFile.large", new byte[10_000_000]);
    assertBytesRefused("peopleFile.empty", new byte[0]);
    assertBytesRefused("peopleFile.charset", "né".getBytes(Charset.forName("windows-1252")));
    assertBytesRefused("peopleFile.charset", HEADER.getBytes(UTF_16));
  }

  @Test
  void aHugeCellIsReportedByItsColumnOnly() {
    PeopleChanges changes =
        changes(PEOPLE, file("x".repeat(1_000_000) + ";N;;;;nl;FOCAL_POINT;BE-JUS"), COORD);

    PeopleChanges.ChangedLine line = changes.lines().get(0);
    assertThat(line.refusal()).extracting(ValidationError::key).isEqualTo("peopleFile.long");
    assertThat(line.id()).hasSizeLessThan(80);
  }

  /** Returns a file with the header and the given lines. */
  static String file(String... lines) {
    StringBuilder file = new StringBuilder(HEADER);
    for (String line : lines) {
      file.append('\n').append(line);
    }
    return file.toString();
  }

  private static void assertRefused(String key, String file) {
    assertBytesRefused(key, file.getBytes(UTF_8));
  }

  private static void assertBytesRefused(String key, byte[] file) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> PeopleFile.read(PeopleFile.text(file)))
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }

  private static String refusal(String file) {
    ValidationError refusal = changes(PEOPLE, file, COORD).lines().get(0).refusal();
    return refusal == null ? "none" : refusal.key();
  }

  private static PeopleChanges changes(List<Person> directory, String file, Person by) {
    return new PeopleComparison(MINISTRIES, directory, by)
        .compare(PeopleFile.read(PeopleFile.text(file.getBytes(UTF_8))));
  }

  private static Ministry ministry(String code, boolean coordination) {
    return new Ministry(new MinistryCode(code), coordination, Texts.text(code, null));
  }

  static Person person(String id, Role role, @Nullable String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte " + id, null),
        new EmailAddress(id + "@example.org"),
        Texts.FR,
        role,
        ministry == null ? null : new MinistryCode(ministry));
  }
}
