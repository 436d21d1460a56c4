package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declaration is uploaded, reviewed, corrected and launched. */
class DeclarationReviewBrowserTest extends BrowserTest {

  /** What the script of the page has seen the focus on: from then on it hears the keys. */
  private static final Pattern FOLLOWED = Pattern.compile("\\blit\\b");

  /** Our own words, and for each way another meeting, so that no text is handed in twice. */
  private static String document(String place) {
    return """
        Rencontre de %s

        1. Gares et trains

        Evaluation : Les patrouilles ont repris.

        Prochaines étapes :

        • Le SPF Intérieur et le ministère de l’Intérieur renforcent les patrouilles avant le 1er mars 2031. Former les agents à leur usage.
        • Le SPF Intérieur et le ministère de l’Intérieur organisent la formation des agents avant le 1er mars 2031.
        • Le SPF Intérieur et le ministère de l’Intérieur poursuivent l’échange de leurs listes avant le 1er mars 2031.

        2. Ports et canaux

        Evaluation : Bon.

        Prochaines étapes :

        • Le SPF Finances et le ministère de l’Économie poursuivent leurs échanges avant le 1er mars 2031.
        """
        .formatted(place);
  }

  private static String upload(Page page, String place, String summit) {
    page.locator("#summit").selectOption(summit);
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                place + ".txt", "text/plain", document(place).getBytes(StandardCharsets.UTF_8)));
    page.locator("form[enctype] button").press("Enter");
    page.waitForURL(Pattern.compile("/declarations/[0-9a-f-]{36}"));
    return page.url().replaceAll("^.*/declarations/([0-9a-f-]{36}).*$", "$1");
  }

  private Person person(String id) {
    return bean(Directory.class).person(new PersonId(id)).orElseThrow();
  }

  /** Fills in what is missing behind the page. */
  private void complete(UUID id, Person by) {
    for (DraftItem item : bean(Intake.class).get(id, by).items()) {
      bean(DraftReview.class)
          .change(
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
              by);
    }
  }

  @Test
  void aDeclarationIsReviewedAndLaunchedByKeyboardAlone() {
    Page page = coordinator("coord-be");
    browser().open(page, "/declarations");
    upload(page, "Arlon 2031", "VD2016");
    assertThat(page.locator(".gap-links a")).hasCount(4);
    assertThat(page.locator("form[action$='/launch'] .btn-primary")).hasCount(0);
    assertThat(page.locator("form[action$='/launch'] [name=translatedLater]")).hasCount(1);
    looksRight(page, "declaration-to-review");

    page.keyboard().press("j");
    assertThat(page.locator("#draft-1")).isFocused();
    assertThat(page.locator("#source-1")).hasClass(FOLLOWED);
    page.keyboard().press("s");
    assertThat(page.locator("#draft-1 .place").first()).isFocused();
    looksRight(page, "declaration-split");
    page.keyboard().press("Enter");
    assertThat(page.locator(".draft")).hasCount(5);
    assertThat(page.locator("#draft-2")).containsText("Former les agents");
    assertThat(page.locator("#draft-1")).hasClass(FOLLOWED);

    page.keyboard().press("m");
    assertThat(page.locator(".draft")).hasCount(4);
    assertThat(page.locator("#draft-1")).hasClass(FOLLOWED);
    for (int i = 0; i < 2; i++) {
      page.keyboard().press("j");
    }
    assertThat(page.locator("#draft-3")).isFocused();
    page.keyboard().press("x");
    assertThat(page.locator("#draft-3")).hasClass(Pattern.compile("draft-out"));
    assertThat(page.locator("#draft-3")).hasClass(FOLLOWED);
    assertThat(page.locator(".gap-links a")).hasCount(3);

    for (int n : new int[] {1, 2, 4}) {
      page.locator("#main").focus();
      page.locator("#draft-" + n).focus();
      page.keyboard().press("e");
      Locator dutch = page.locator("#title-nl-" + n);
      assertThat(dutch).isFocused();
      page.keyboard().type("jkesmx " + n);
      assertThat(dutch).hasValue("jkesmx " + n);
      if (n == 1) {
        looksRight(page, "declaration-edit");
      }
      page.locator("#draft-" + n + " .draft-form button").press("Enter");
      assertThat(page.locator("#draft-" + n + " .draft-saved")).isVisible();
      assertThat(page.locator("#draft-" + n)).isFocused();
    }
    assertThat(page.locator(".gap-links a")).hasCount(0);
    page.locator("form[action$='/launch'] button").press("Enter");
    Locator all = page.locator("#account a[href='/commitments?meeting=VD2016']");
    all.waitFor();
    assertThat(
            page.locator("[role=status]")
                .filter(
                    new Locator.FilterOptions()
                        .setHasText(Pattern.compile("3 (prochaines|volgende) "))))
        .isVisible();
    looksRight(page, "declaration-launched");
  }

  @Test
  void whatIsTypedSurvivesARefusalAndSomebodyElsesChange() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/declarations");
    UUID id = UUID.fromString(upload(page, "Menin 2031", "VD2021"));
    page.locator("#draft-2 [data-act=edit]").click();
    page.locator("#title-nl-2").fill("Reisgids uitgeven");
    page.locator("#rule-period-2").check();
    page.locator("#draft-2 [name='due.from']").fill("2031-06-05");
    page.locator("#draft-2 [name='due.to']").fill("2031-06-02");
    page.locator("#draft-2 [name='due.every']").fill("6");
    page.locator("#draft-2 .draft-form button").click();
    assertThat(page.locator("#draft-2 [role=alert]")).containsText("la période");
    assertThat(page.locator("#title-nl-2")).hasValue("Reisgids uitgeven");
    assertThat(page.locator("#draft-2 [name='due.to']")).hasValue("2031-06-02");

    Person other = person("coord-be");
    bean(DraftReview.class).split(id, 1, 0, 99, other);
    page.locator("#rule-days-2").check();
    page.locator("#draft-2 [name='due.days']").fill("60");
    page.locator("#draft-2 .draft-form button").click();
    assertThat(page.locator("#draft-3 [role=alert]")).isVisible();
    assertThat(page.locator("#title-nl-3")).hasValue("Reisgids uitgeven");
    page.locator("#draft-3 .draft-form button").click();
    assertThat(page.locator("#draft-3 .draft-saved")).isVisible();
    DraftItem saved = bean(Intake.class).get(id, other).items().get(2);
    assertThat(saved.title().in(Texts.NL)).isEqualTo("Reisgids uitgeven");
    assertThat(saved.deadline()).hasToString("S-60/P6M");

    page.locator("#draft-3 [data-act=edit]").click();
    page.locator("#title-nl-3").fill("Een betere titel");
    bean(DraftReview.class)
        .change(
            id,
            3,
            new ItemChange(
                saved.version(),
                Map.of(Texts.NL, "De andere titel"),
                null,
                null,
                null,
                null,
                null,
                null),
            other);
    page.locator("#draft-3 .draft-form button").click();
    assertThat(page.locator("#draft-3 .stale")).containsText("De andere titel");
    assertThat(page.locator("#title-nl-3")).hasValue("Een betere titel");
    looksRight(page, "declaration-stale");
  }

  @ParameterizedTest
  @CsvSource({"coord-be, DARK, 1280, Virton", "coord-fr, LIGHT, 360, Givet"})
  void theReviewFitsAndIsReadable(String person, ColorScheme scheme, int width, String place) {
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/declarations");
    String id = upload(page, place, "VD2018");
    looksRight(page, "declaration-" + person + scheme + width);
    browser().open(page, "/declarations/" + id + "?step=1#draft-1");
    looksRight(page, "declaration-edit-" + person + scheme + width);
    browser().open(page, "/declarations/" + id + "?step=1&split=true#draft-1");
    looksRight(page, "declaration-split-" + person + scheme + width);
    page.locator(".keys > summary").click();
    page.locator("#keys-on").uncheck();
    page.locator("#draft-2").focus();
    page.keyboard().press("j");
    assertThat(page.locator("#draft-2")).isFocused();
    looksRight(page, "declaration-keys-" + person + scheme + width);
  }

  @Test
  void aDocumentHandedInTwiceOrThatIsNoTextIsRefusedWithASentence() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/declarations");
    upload(page, "Hirson 2031", "VD2021");
    browser().open(page, "/declarations");
    page.locator("#summit").selectOption("VD2021");
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "deux.txt",
                "text/plain",
                document("Hirson 2031").getBytes(StandardCharsets.UTF_8)));
    page.locator("form[enctype] button").click();
    assertThat(page.locator("[role=alert]")).containsText("VD2021");
    assertThat(page.locator("#summit")).hasValue("VD2021");
    page.locator("#file")
        .setInputFiles(new FilePayload("image.txt", "text/plain", new byte[] {0, 1, 2, 3}));
    page.locator("form[enctype] button").click();
    assertThat(page.locator("[role=alert]")).containsText("DOCX");
    looksRight(page, "declarations-refused");
  }

  @Test
  void anAllOrNothingLaunchThatFailsSaysWhy() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/declarations");
    UUID id = UUID.fromString(upload(page, "Longwy 2031", "VD2023"));
    Person person = person("coord-fr");
    complete(id, person);
    browser().open(page, "/declarations/" + id);
    DraftItem first = bean(Intake.class).get(id, person).items().get(0);
    bean(DraftReview.class)
        .change(
            id,
            1,
            new ItemChange(
                first.version(), Map.of(Texts.NL, " "), null, null, null, null, null, null),
            person);
    page.locator("form[action$='/launch'] button").click();
    page.locator("#account [role=alert]").waitFor();
    assertThat(page.locator("#account [role=alert]"))
        .containsText("%d.01".formatted(first.theme()));
    assertThat(bean(Intake.class).get(id, person).summary().launched()).isNull();
  }
}
