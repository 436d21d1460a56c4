package eu.jalon.reminder.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.meeting.Theme;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.ConcernedRole;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any digest, of 1 to 500 items and changes. */
class DigestLimitsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final MinistryCode OWN = new MinistryCode("BE-IBZ");
  private static final List<String> WORDS =
      List.of(
          "coopération",
          "douanière",
          "d’information",
          "Grenzüberschreitende",
          "maritiem",
          "samenwerking",
          "préfecture",
          "vulnérabilité",
          "Überwachung",
          "<b>&amp;</b>",
          "👮🏽‍♀️");
  private static final List<Integer> SIZES = List.of(1, 2, 3, 7, 19, 20, 21, 60, 200, 500);
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final DigestWriter writer =
      new DigestWriter(
          WordingConfiguration.emailMessages(), new LinkProperties("https://jalon.example.org"));
  private final EmailTemplates templates = new EmailTemplates();

  @ParameterizedTest
  @MethodSource("eu.jalon.shared.Language#known")
  void focalPoints24_focalPoints25_subjectSizeFirstLineDaysAndCalendarAreWithinTheirBounds(
      Language language) {
    Random random = new Random(24);
    for (int size : SIZES) {
      for (int round = 0; round < (size > 60 ? 1 : 3); round++) {
        check(language, items(size, random));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("eu.jalon.shared.Language#known")
  void changesAloneAreWithinTheSameBounds(Language language) {
    Random random = new Random(38);
    for (int size : SIZES) {
      EmailTemplates.Rendered email = rendered(language, List.of(), changes(size, random));

      assertThat(email.subject().codePointCount(0, email.subject().length()))
          .as(email.subject())
          .isBetween(1, 70);
      assertThat(email.html().getBytes(UTF_8).length).isLessThanOrEqualTo(60 * 1024);
      assertThat(listed(email.html())).as("%d changes", size).isPositive();
    }
  }

  private EmailTemplates.Rendered rendered(
      Language language, List<DigestItem> items, List<ChangeNotice> changes) {
    return templates.fitting(
        most -> writer.write(addressee(language), new DigestContent(items, changes), TODAY, most));
  }

  private void check(Language language, List<DigestItem> items) {
    DigestWriter.Addressee addressee = addressee(language);
    EmailTemplates.Rendered email =
        rendered(language, items, changes(items.size(), new Random(items.size())));

    assertThat(email.subject().codePointCount(0, email.subject().length()))
        .as(email.subject())
        .isBetween(1, 70);
    assertThat(email.html().getBytes(UTF_8).length).isLessThanOrEqualTo(60 * 1024);
    assertThat(listed(email.html())).as("%d items", items.size()).isPositive();

    long late = items.stream().filter(item -> item.due().day().isBefore(TODAY)).count();
    String first = email.text().lines().skip(2).findFirst().orElseThrow();
    Matcher number = NUMBER.matcher(first);
    if (late > 1) {
      assertThat(number.find()).as(first).isTrue();
      assertThat(number.group()).isEqualTo(Long.toString(late));
    } else {
      assertThat(number.find()).as(first).isFalse();
    }
    List<String> days =
        writer.write(addressee, items, TODAY).sections().stream()
            .map(
                section -> {
                  List<String> started = new ArrayList<>();
                  for (int i = 0; i < section.items().size(); i++) {
                    if (section.startsDay(i)) {
                      started.add(section.heading() + section.items().get(i).date());
                    }
                  }
                  return started;
                })
            .flatMap(List::stream)
            .toList();
    assertThat(days).as("each day once in each section").doesNotHaveDuplicates().isNotEmpty();
    writer
        .calendar(addressee, items, List.of(), TODAY)
        .ifPresent(
            file ->
                assertThat(file.events())
                    .extracting(CalendarFile.Event::day)
                    .allMatch(day -> !day.isBefore(TODAY)));
  }

  private static int listed(String html) {
    return html.split("class=\"button-ink\"", -1).length - 1;
  }

  private static List<DigestItem> items(int size, Random random) {
    List<DigestItem> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(item(i, random));
    }
    return items;
  }

  private static DigestItem item(int n, Random random) {
    CommitmentRef ref = new CommitmentRef("VD2023-%d.%02d".formatted(1 + n % 9, 1 + n % 99));
    DueDate due = new DueDate(TODAY.plusDays(random.nextInt(60) - 30));
    ActionItem action =
        new ActionItem(
            "item-" + n,
            ref,
            any(List.of(Step.values()), random),
            random.nextBoolean() ? OWN : new MinistryCode("FR-INT"),
            due,
            null,
            ActionItem.Status.OPEN,
            Instant.EPOCH,
            null,
            null);
    return new DigestItem(
        new ActionItemView(
            action,
            words(1 + random.nextInt(25), random),
            new Theme(new MeetingId("VD2023"), 1 + n % 9, words(1 + random.nextInt(12), random)),
            Health.SILENT,
            Priority.NORMAL,
            null,
            false),
        due,
        any(List.of(RecipientRole.values()), random),
        null,
        random.nextInt(3),
        random.nextBoolean());
  }

  /** Changes of all types, without values, with reasons of up to 300 words. */
  private static List<ChangeNotice> changes(int size, Random random) {
    List<ChangeNotice> changes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      CommitmentChange change =
          new CommitmentChange(
              new CommitmentRef("VD2023-%d.%02d".formatted(1 + i % 9, 1 + i % 99)),
              any(List.of(CommitmentChange.Type.values()), random),
              null,
              null,
              words(1 + random.nextInt(300), random).in(Language.of("fr")),
              Instant.parse("2027-02-28T10:00:00Z"),
              new PersonId("coord-be"));
      changes.add(
          new ChangeNotice(
              i,
              change,
              words(1 + random.nextInt(25), random),
              any(List.of(ConcernedRole.values()), random),
              OWN));
    }
    return changes;
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static LocalText words(int count, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return LocalText.of(Language.of("fr"), text.toString());
  }

  private static DigestWriter.Addressee addressee(Language language) {
    Ministry ministry = new Ministry(OWN, false, LocalText.of(Language.of("fr"), "SPF Intérieur"));
    return new DigestWriter.Addressee(
        new Person(
            new PersonId("be-ibz"),
            LocalText.of(Language.of("fr"), "Point de contact Intérieur"),
            new EmailAddress("be-ibz@example.org"),
            language,
            Role.FOCAL_POINT,
            OWN),
        BrusselsTime.ZONE,
        Map.of(OWN, ministry),
        List.of(),
        false,
        Map.of());
  }
}
