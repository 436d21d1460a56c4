package eu.jalon.reminder.email;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.proposal.Proposals;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E-mails about proposals and their answers. */
class ProposalEmailsTest {

  private static final Person COORD_LU =
      ReminderFixture.person("coord-lu", Texts.FR, Role.COORDINATOR, "LU-PM");

  private static final String REASON = "Le projet est abandonné.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void coordinators3_thePartyThatProposesHearsTheAnswerOfEachOtherParty(TestDatabase database) {
    try (ReminderFixture fixture = ofThreeParties(database)) {
      Proposals proposals = fixture.rooms.get(Proposals.class);
      Proposal proposal =
          proposals.withdraw(ReminderFixture.REF, REASON, ReminderFixture.COORD_BE).orElseThrow();

      proposals.confirm(proposal.id(), ReminderFixture.COORD_FR);
      assertThat(answers(fixture))
          .extracting(Email::subject)
          .containsExactly("VD2023-2.06 : confirmation de votre proposition (France)");
      proposals.decline(proposal.id(), "La ministre y tient encore.", COORD_LU);

      assertThat(answers(fixture))
          .extracting(Email::subject)
          .as("both, though on one day")
          .containsExactlyInAnyOrder(
              "VD2023-2.06 : confirmation de votre proposition (France)",
              "VD2023-2.06 : votre proposition est refusée");
      assertThat(answers(fixture))
          .extracting(email -> text(fixture, email))
          .as("also if they are sent when the proposal has ended")
          .anySatisfy(
              text ->
                  assertThat(text)
                      .contains("a été confirmée. Par : France.")
                      .doesNotContain("refusée"))
          .anySatisfy(
              text ->
                  assertThat(text)
                      .contains("a été refusée")
                      .contains("La ministre y tient encore."));
    }
  }

  private ReminderFixture ofThreeParties(TestDatabase database) {
    ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY);
    fixture
        .rooms
        .get(Parties.class)
        .enter(
            List.of(
                new Party(
                    new PartyCode("LU"),
                    Texts.text("Luxembourg", "Luxemburg"),
                    ZoneId.of("Europe/Luxembourg"),
                    "lu",
                    Set.of())),
            List.of());
    fixture
        .rooms
        .get(Directory.class)
        .enter(
            List.of(
                ReminderFixture.ministry("LU-PM", true, "Ministère d’État", "Staatsministerie"),
                ReminderFixture.ministry("LU-INT", false, "Affaires intérieures", "Binnenland")),
            List.of(COORD_LU));
    for (String sql :
        List.of(
            "insert into series_party (series_id, party, place) values ('VD', 'LU', 3)",
            "insert into commitment_lead (ref, party, ministry)"
                + " values ('VD2023-2.06', 'LU', 'LU-INT')")) {
      fixture.database.jdbc().sql(sql).update();
    }
    return fixture;
  }

  private static List<Email> answers(ReminderFixture fixture) {
    EmailFilter today = new EmailFilter(null, null, null, fixture.today());
    return fixture.rooms.get(MailQueue.class).page(today, new Page.Request(0, 200)).items().stream()
        .filter(email -> email.kind().equals("PROPOSAL_ANSWER"))
        .toList();
  }

  private static String text(ReminderFixture fixture, Email email) {
    return fixture.rooms.get(MailQueue.class).preview(email.id()).orElseThrow().text();
  }
}
