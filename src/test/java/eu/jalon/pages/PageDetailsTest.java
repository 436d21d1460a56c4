package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.RegisterCopies;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Details of coordinators' pages that were wrong once. */
@DemoOnH2
class PageDetailsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private static final String DOCUMENT =
      """
      1. Quais

      Prochaines étapes :

      • Contrôler ensemble le quai.
      • Repeindre ensemble la digue.
      """;

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;
  @Autowired private Directory directory;
  @Autowired private Meetings meetings;
  @Autowired private Intake intake;
  @Autowired private DraftReview review;
  private PagesFixture pages;
  private Person coordinator;

  @BeforeEach
  void open() {
    pages = new PagesFixture(mvc, jdbc, items);
    coordinator = directory.person(new PersonId("coord-be")).orElseThrow();
  }

  /** An item is late by the deadline of its commitment before its own due date. */
  @Test
  void coordinators11_theOverduePageNamesTheDeadlineThatPassed() throws Exception {
    String ref = "VD2023-6.01";
    LocalDate due = dueOn(ref);
    setDueOn(ref, LocalDate.of(2027, 2, 1));
    try {
      assertThat(pages.page("coord-be", "/overdue?theme=VD2023-6"))
          .contains(ref, "échéance de la prochaine étape\u00a0: 1er févr. 2027");
    } finally {
      setDueOn(ref, due);
    }
  }

  private LocalDate dueOn(String ref) {
    return jdbc.sql("select due_on from commitment where ref = :ref")
        .param("ref", ref)
        .query(LocalDate.class)
        .single();
  }

  private void setDueOn(String ref, LocalDate due) {
    jdbc.sql("update commitment set due_on = :due where ref = :ref")
        .param("due", due)
        .param("ref", ref)
        .update();
    RegisterCopies.write(jdbc);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/declarations", "/declarations/sheets"})
  void coordinators14_theMeetingHeldLastIsProposedForADocument(String path) throws Exception {
    Matcher proposed =
        Pattern.compile("<option value=\"([^\"]+)\"[^>]* selected")
            .matcher(pages.page("coord-be", path));
    assertThat(proposed.find()).as("one is proposed").isTrue();

    List<Meeting> held =
        meetings.all(coordinator).stream()
            .filter(meeting -> meeting.date() != null && !meeting.date().isAfter(TODAY))
            .toList();
    assertThat(held)
        .filteredOn(meeting -> meeting.id().value().equals(proposed.group(1)))
        .singleElement()
        .satisfies(
            meeting ->
                assertThat(held)
                    .allMatch(other -> !other.heldOn().orElseThrow().isAfter(meeting.date())));
  }

  @Test
  void coordinators17_noMessageOfTheReviewSaysNull() throws Exception {
    byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    UUID id = intake.upload("VD2018", "quai.txt", document, coordinator);
    String review = "/declarations/" + id;
    try {
      assertSpoken(pages.answered("coord-be", review + "/items/2/leave-out", version(id)));
      assertSpoken(pages.answered("coord-be", review + "/undo", lastAct(id)));
      assertSpoken(pages.answered("coord-be", review + "/items/2/leave-out", version(id)));
      assertSpoken(pages.answered("coord-be", review + "/items/2/take-in", version(id)));
      assertSpoken(pages.answered("coord-be", review + "/undo", lastAct(id)));
    } finally {
      intake.delete(id, coordinator);
    }
  }

  private static void assertSpoken(String page) {
    assertThat(page).contains("role=\"status\"").doesNotContainPattern(">[^<]*\\bnull\\b[^<]*<");
  }

  private Map<String, String> version(UUID id) {
    return Map.of("version", String.valueOf(intake.get(id, coordinator).items().get(1).version()));
  }

  private Map<String, String> lastAct(UUID id) {
    return Map.of("act", String.valueOf(review.last(id, coordinator).orElseThrow().number()));
  }

  @Test
  void coordinators18_aRefusedClosingKeepsItsFormOpenAndFilled() throws Exception {
    String page =
        pages.answered(
            "coord-be",
            "/summits/VD2027/close/preview",
            Map.of(
                "heldOn", "2020-01-01",
                "nextId", "VD2030",
                "nextName[fr]", "Val Duchesse 2030",
                "nextName[nl]", "Hertoginnedal 2030",
                "reason", "Le sommet a eu lieu à Gand."));

    String form = page.substring(page.indexOf("aria-labelledby=\"close\""));
    assertThat(page).contains("role=\"alert\"");
    assertThat(form)
        .contains("value=\"2020-01-01\"")
        .contains(">Le sommet a eu lieu à Gand.</textarea>")
        .doesNotContainPattern("<details[^>]*>(?s:.*)name=\"heldOn\"");
    // The form asks for the summit that follows unless another test has entered it.
    List<String> next =
        meetings
            .following(meetings.find(new MeetingId("VD2027")).orElseThrow())
            .map(entered -> List.of(entered.id().value()))
            .orElse(List.of("VD2030", "Hertoginnedal 2030"));
    assertThat(form).contains(next.stream().map("value=\"%s\""::formatted).toList());
  }

  @Test
  void thePreviewOfAnActHasItsNameAsTitle() throws Exception {
    String page =
        pages.answered(
            "coord-be",
            "/commitments/VD2023-1.01/withdraw/preview",
            Map.of("reason", "Les deux ministères y renoncent."));

    assertThat(page).contains("<title>Retirer la prochaine étape – Jalon</title>");
  }

  @Test
  void coordinators19_theMenusSayWhatTheyLeadTo() throws Exception {
    String home = pages.page("coord-be", "/");

    assertThat(home)
        .containsPattern("(?s)class=\"mainnav\".*href=\"/summits\"[^>]*>Sommets</a>.*</nav>")
        .contains("Langue des pages et des courriels");
    assertThat(pages.page("coord-be", "/summits"))
        .containsPattern("href=\"/summits\"[^>]* aria-current=\"page\"");
    assertThat(pages.page("coord-be", "/access"))
        .as("no list of sessions is promised")
        .doesNotContain("Mes sessions")
        .contains("Se déconnecter partout");
  }

  @Test
  void coordinators21_noPageIsCountedBeyondTheLastOneAndNoLeadIsPreselected() throws Exception {
    assertThat(pages.page("coord-be", "/commitments?page=99")).doesNotContain("Page 100");

    String page = pages.page("coord-be", "/commitments/VD2023-2.02");
    int leads = page.indexOf("id=\"reassign-to\"");
    assertThat(leads).isPositive();
    assertThat(page.substring(leads, page.indexOf("</select>", leads)))
        .containsPattern("<option value=\"\">")
        .doesNotContain("selected");
  }
}
