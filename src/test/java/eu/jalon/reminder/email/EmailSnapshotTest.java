package eu.jalon.reminder.email;

import static eu.jalon.reminder.ReminderFixture.MINISTRIES;
import static eu.jalon.reminder.ReminderFixture.ministry;
import static eu.jalon.reminder.ReminderFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.meeting.Theme;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.ConcernedRole;
import eu.jalon.reminder.wording.DigestContent;
import eu.jalon.reminder.wording.DigestItem;
import eu.jalon.reminder.wording.DigestWriter;
import eu.jalon.reminder.wording.DigestWriter.Addressee;
import eu.jalon.reminder.wording.EmailContent;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.LinkProperties;
import eu.jalon.reminder.wording.ManualReminder;
import eu.jalon.reminder.wording.ManualReminderWriter;
import eu.jalon.reminder.wording.WordingConfiguration;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares e-mails with the snapshots in {@code src/test/resources/emails}. {@code mvn test
 * -Dtest=EmailSnapshotTest -Djalon.emails.write} writes new snapshots, to be reviewed before they
 * are committed.
 */
class EmailSnapshotTest {

  private static final Path FILES = Path.of("src/test/resources/emails");
  private static final LocalDate TODAY = LocalDate.of(2027, 7, 20);

  private final DigestWriter writer =
      new DigestWriter(
          WordingConfiguration.emailMessages(), new LinkProperties("https://jalon.example.org"));
  private final EmailTemplates templates = new EmailTemplates();

  @ParameterizedTest
  @CsvSource({
    "fr, FOCAL_POINT",
    "nl, FOCAL_POINT",
    "de, FOCAL_POINT",
    "en, FOCAL_POINT",
    "fr, COORDINATOR",
    "nl, COORDINATOR",
    "de, COORDINATOR",
    "en, COORDINATOR"
  })
  void aDigestEqualsItsSnapshot(Language language, Role role) throws IOException {
    EmailContent email = writer.write(addressee(language, role), items(role), TODAY);
    String name = (role == Role.COORDINATOR ? "coordinator-" : "focal-point-") + email.language();

    compare(name + ".txt", email.subject() + "\n\n" + templates.text(email));
    compare(name + ".html", templates.html(email));
  }

  @ParameterizedTest
  @MethodSource("eu.jalon.shared.Language#known")
  void aManualReminderEqualsItsSnapshot(Language language) throws IOException {
    ManualReminder asked =
        new ManualReminder(
            1,
            new MinistryCode("BE-PM"),
            "Le ministre en parle jeudi.\nOù en est-on ? <script>alert(1)</script> ${7*7}");
    List<DigestItem> late = items(Role.FOCAL_POINT).subList(0, 2);
    EmailContent email =
        new ManualReminderWriter(WordingConfiguration.emailMessages(), writer)
            .write(addressee(language, Role.FOCAL_POINT), late, asked, TODAY);
    String name = "by-hand-" + email.language();

    compare(name + ".txt", email.subject() + "\n\n" + templates.text(email));
    compare(name + ".html", templates.html(email));
  }

  @ParameterizedTest
  @MethodSource("eu.jalon.shared.Language#known")
  void aDigestOfChangesEqualsItsSnapshot(Language language) throws IOException {
    List<ChangeNotice> changes =
        List.of(
            change(1, CommitmentChange.Type.REASSIGNED, "BE-JUS", ConcernedRole.FORMER_MINISTRY),
            change(2, CommitmentChange.Type.REPORTED, "BLOCKED", ConcernedRole.OTHER_LEAD),
            change(3, CommitmentChange.Type.DUE_DATE, "2027-11-30", ConcernedRole.LEAD));
    EmailContent email =
        writer.write(
            addressee(language, Role.FOCAL_POINT),
            new DigestContent(List.of(), changes),
            TODAY,
            40);
    String name = "changes-" + email.language();

    compare(name + ".txt", email.subject() + "\n\n" + templates.text(email));
    compare(name + ".html", templates.html(email));
  }

  private static ChangeNotice change(
      int day, CommitmentChange.Type type, String to, ConcernedRole role) {
    CommitmentChange change =
        new CommitmentChange(
            new CommitmentRef("VD2023-2.0" + day),
            type,
            null,
            to,
            "Décidé en réunion. <b>Voir</b> ${7*7}",
            Instant.parse("2027-07-1%dT10:00:00Z".formatted(day)),
            ReminderFixture.COORD_FR.id());
    return new ChangeNotice(day, change, CCPD, role, new MinistryCode("FR-PM"));
  }

  @Test
  void aDigestOfSeveralSeriesIsGroupedBySeries() {
    Addressee one = addressee(Texts.FR, Role.FOCAL_POINT);
    Addressee reader =
        new Addressee(
            one.person(),
            one.zone(),
            one.ministries(),
            one.coordinators(),
            false,
            Map.of(
                new MeetingId("VD2023"),
                series("VD", "Val Duchesse", "FR"),
                new MeetingId("BNL2027"),
                series("BNL", "Benelux", "NL")));
    DigestItem dutch =
        item("BNL2027-1.01", Step.TAKE_CHARGE, 3, "BE-IBZ", RecipientRole.OWNER, CALAIS);

    assertThat(headings(reader, items(Role.FOCAL_POINT))).isEmpty();
    assertThat(
            headings(
                reader, Stream.concat(items(Role.FOCAL_POINT).stream(), Stream.of(dutch)).toList()))
        .containsExactly("Benelux", "Val Duchesse", "Val Duchesse");
  }

  /** The series that headings name. */
  private List<String> headings(Addressee reader, List<DigestItem> items) {
    return templates
        .text(writer.write(reader, items, TODAY))
        .lines()
        .filter(line -> line.startsWith("Benelux · ") || line.startsWith("Val Duchesse · "))
        .map(line -> line.substring(0, line.indexOf(" · ")))
        .toList();
  }

  private static Series series(String id, String name, String party) {
    return new Series(
        id,
        LocalText.same(name),
        List.of(new PartyCode("BE"), new PartyCode(party)),
        List.of(Texts.FR),
        true,
        null,
        true);
  }

  private static void compare(String file, String email) throws IOException {
    if (System.getProperty("jalon.emails.write") != null) {
      Files.createDirectories(FILES);
      Files.writeString(FILES.resolve(file), email);
    }
    assertThat(email).isEqualTo(Files.readString(FILES.resolve(file)));
  }

  private static Addressee addressee(Language language, Role role) {
    Map<MinistryCode, Ministry> ministries =
        MINISTRIES.stream().collect(Collectors.toMap(Ministry::code, Function.identity()));
    Ministry interior =
        new Ministry(
            new MinistryCode("BE-IBZ"),
            false,
            Texts.text("SPF Intérieur", "FOD Binnenlandse Zaken", "FPS Home Affairs"));
    ministries.put(interior.code(), interior);
    Ministry chancellery =
        ministry("BE-PM", true, "Chancellerie du Premier ministre", "Kanselarij");
    ministries.put(chancellery.code(), chancellery);
    String workplace = role == Role.COORDINATOR ? "BE-PM" : "BE-IBZ";
    Person person = person("reader", language, role, workplace);
    return new Addressee(
        person, BrusselsTime.ZONE, ministries, List.of(ReminderFixture.COORD_BE), false, Map.of());
  }

  private static List<DigestItem> items(Role role) {
    List<DigestItem> own =
        List.of(
            item("VD2023-2.06", Step.FINAL_EVALUATION, -12, "BE-IBZ", RecipientRole.OWNER, CCPD),
            item("VD2023-4.03", Step.TAKE_CHARGE, 7, "BE-IBZ", RecipientRole.OWNER, HOSTILE),
            item("VD2023-3.01", Step.TAKE_CHARGE, 13, "BE-IBZ", RecipientRole.OWNER, FRENCH_ONLY),
            item("VD2023-2.07", Step.MANDATE, 90, "BE-IBZ", RecipientRole.INFORMED, CALAIS));
    List<DigestItem> coordinators =
        List.of(
            item("VD2023-2.06", Step.VALIDATE, 1, "BE-PM", RecipientRole.OWNER, CCPD),
            item("VD2023-3.01", Step.VALIDATE, 0, "BE-PM", RecipientRole.OWNER, FRENCH_ONLY),
            item("VD2023-3.02", Step.TAKE_CHARGE, -15, "BE-JUS", RecipientRole.COORDINATOR, CCPD),
            item(
                "VD2023-2.07",
                Step.FINAL_EVALUATION,
                -28,
                "BE-IBZ",
                RecipientRole.COORDINATOR,
                CALAIS));
    return role == Role.COORDINATOR ? coordinators : own;
  }

  private static final LocalText CCPD =
      Texts.text(
          "Faire du CCPD de Tournai un lieu d’échange d’informations opérationnelles",
          "Van het CPDS van Doornik een plaats maken waar operationele informatie wordt"
              + " uitgewisseld");

  private static final LocalText CALAIS =
      Texts.text(
          "Désigner un officier de liaison belge à Calais",
          "Een Belgische verbindingsofficier in Calais aanwijzen");

  private static final LocalText FRENCH_ONLY =
      Texts.text("Conclure un arrangement « Dublin » : article 36.1", null);

  private static final LocalText HOSTILE =
      Texts.text(
          "<script>alert(1)</script> ${7*7} #{8} [[9]] {{constructor}} \u202Etxt & \"guillemets\"",
          null);

  private static DigestItem item(
      String ref,
      Step step,
      int daysLeft,
      String ministry,
      RecipientRole recipientRole,
      LocalText title) {
    DueDate due = new DueDate(TODAY.plusDays(daysLeft));
    ActionItem item =
        new ActionItem(
            "task-" + ref,
            new CommitmentRef(ref),
            step,
            new MinistryCode(ministry),
            due,
            null,
            ActionItem.Status.OPEN,
            Instant.parse("2027-01-01T00:00:00Z"),
            null,
            null);
    LocalText security =
        Texts.text(
            "Sécurité intérieure et renseignement",
            "Binnenlandse veiligheid en inlichtingen",
            "Internal security and intelligence");
    Theme theme = new Theme(new MeetingId("VD2023"), item.ref().theme(), security);
    return new DigestItem(
        new ActionItemView(item, title, theme, Health.SILENT, Priority.NORMAL, null, false),
        due,
        recipientRole,
        null,
        0,
        false);
  }
}
