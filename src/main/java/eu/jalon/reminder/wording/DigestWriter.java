package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.Audience;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Puts a person's action items into words, most urgent first. */
public final class DigestWriter {

  /** Due within so many days, an item is no longer shown as far away. */
  private static final int SOON = 7;

  /** A section lists so many items; mail programs cut an email at about a hundred kilobytes. */
  static final int LISTED = 20;

  /** Whoever hears of what others have to do. */
  private static final List<Audience> OTHERS =
      List.of(Audience.COORDINATOR, Audience.OTHER_LEAD, Audience.SUBSTITUTE);

  private final MessageSource messages;
  private final LinkProperties links;

  public DigestWriter(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  /** What a digest needs to know beside its items. */
  public record Reader(
      Person person,
      Map<MinistryCode, Ministry> ministries,
      List<Person> coordinators,
      boolean mailbox) {

    Language language() {
      return person.language();
    }

    String nameOf(MinistryCode code) {
      return Optional.ofNullable(ministries.get(code))
          .map(ministry -> ministry.name().in(language()))
          .orElse(code.value());
    }
  }

  public EmailText write(Reader reader, List<DigestItem> items, LocalDate today) {
    DigestWords words = new DigestWords(messages, reader.language());
    boolean coordinator = reader.person().is(Role.COORDINATOR);
    List<String> contacts = coordinator ? List.of() : contacts(reader);
    return new EmailText(
        reader.language().code(),
        subject(reader.language(), items, today),
        words.longDate(today),
        words.text("tagline"),
        words.text("greeting"),
        words.text("intro"),
        sections(reader, items, today, words),
        words.text(why(reader), reader.person().workplace().map(reader::nameOf).orElse("")),
        pointers(reader, words),
        words.text(
            coordinator
                ? "whom.coordinator"
                : contacts.isEmpty() ? "whom.nobody" : "whom.focalPoint"),
        contacts,
        words.text("automatic"));
  }

  private static String why(Reader reader) {
    if (reader.mailbox()) {
      return "why.mailbox";
    }
    return reader.person().is(Role.COORDINATOR) ? "why.coordinator" : "why.focalPoint";
  }

  private List<EmailText.Pointer> pointers(Reader reader, DigestWords words) {
    EmailText.Pointer policy = pointer("pointer.policy", links.to("/reminder-policy"), words);
    return reader.mailbox()
        ? List.of(policy)
        : List.of(pointer("pointer.settings", links.to("/emails/settings"), words), policy);
  }

  private static EmailText.Pointer pointer(String key, String link, DigestWords words) {
    String text = words.text(key);
    return new EmailText.Pointer(text, link, words.text("label.sentence", text, link));
  }

  /** The dates that the reader hears of for the first time, for his own calendar. */
  public Optional<CalendarFile> calendar(Reader reader, List<DigestItem> items) {
    DigestWords words = new DigestWords(messages, reader.language());
    Map<String, CalendarFile.Deadline> deadlines = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.firstTold() && item.isHis())
        .sorted(DigestItem.BY_URGENCY)
        .forEach(item -> deadlines.put(item.view().item().id(), deadline(item, words)));
    return deadlines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CalendarFile(words.text("calendar.file"), List.copyOf(deadlines.values())));
  }

  private CalendarFile.Deadline deadline(DigestItem item, DigestWords words) {
    ActionItem action = item.view().item();
    String title = DigestWords.oneLine(item.view().title().in(words.language()));
    return new CalendarFile.Deadline(
        action.id() + "@" + links.host(),
        item.dateChanges(),
        item.due().day(),
        words.text("calendar.summary", words.act(action.step()), title),
        action.ref()
            + " · "
            + DigestWords.oneLine(item.view().theme().title().in(words.language())),
        URI.create(links.toActionItem(action.id())));
  }

  /** The counts and the next act; own items come before those of others. */
  public String subject(Language language, List<DigestItem> items, LocalDate today) {
    DigestWords words = new DigestWords(messages, language);
    List<DigestItem> own = sorted(items, Audience.OWNER);
    List<DigestItem> others = new ArrayList<>();
    for (Audience audience : OTHERS) {
      others.addAll(sorted(items, audience));
    }
    List<DigestItem> moved = sorted(items, Audience.INFORMED);
    List<DigestItem> listed = !own.isEmpty() ? own : !others.isEmpty() ? others : moved;
    String counts;
    if (own.isEmpty()) {
      counts =
          others.isEmpty()
              ? words.text("subject.moved", moved.size())
              : words.text("subject.others", others.size());
    } else {
      counts =
          words.text("subject.own", own.size())
              + late(own, today, words)
              + (others.isEmpty() ? "" : words.text("subject.alsoOthers", others.size()));
    }
    DigestItem next = listed.get(0);
    return words.subject(counts, next.view().item().step(), next.view().title().in(language));
  }

  static String late(List<DigestItem> own, LocalDate today, DigestWords words) {
    int late = (int) own.stream().filter(item -> item.due().overdueDays(today) > 0).count();
    if (late == 0) {
      return "";
    }
    return late == own.size()
        ? words.text("subject.allLate", late)
        : words.text("subject.someLate", late);
  }

  private List<EmailText.Section> sections(
      Reader reader, List<DigestItem> items, LocalDate today, DigestWords words) {
    List<EmailText.Section> sections = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      List<DigestItem> sorted = sorted(items, audience);
      if (!sorted.isEmpty()) {
        sections.add(section(reader, audience, sorted, today, words));
      }
    }
    return sections;
  }

  private EmailText.Section section(
      Reader reader,
      Audience audience,
      List<DigestItem> items,
      LocalDate today,
      DigestWords words) {
    int unlisted = Math.max(0, items.size() - LISTED);
    return new EmailText.Section(
        words.text(heading(audience), items.size()),
        note(audience, words),
        items.stream().limit(LISTED).map(item -> line(reader, item, today, words)).toList(),
        unlisted == 0 ? "" : words.text("more", unlisted),
        links.baseUrl());
  }

  private static String heading(Audience audience) {
    return "heading." + key(audience);
  }

  private static String key(Audience audience) {
    return switch (audience) {
      case OWNER -> "own";
      case SUBSTITUTE -> "substitute";
      case INFORMED -> "moved";
      case OTHER_LEAD -> "otherLead";
      case COORDINATOR -> "escalated";
    };
  }

  private static String note(Audience audience, DigestWords words) {
    return audience == Audience.OWNER ? "" : words.text("note." + key(audience));
  }

  private EmailText.Line line(Reader reader, DigestItem item, LocalDate today, DigestWords words) {
    ActionItem action = item.view().item();
    LocalText title = item.view().title();
    Language language = reader.language();
    List<EmailText.Fact> facts = facts(reader, item, words);
    String dueOn = words.longDate(item.due().day());
    String when = words.when(item.due(), today);
    boolean answers = item.isHis() && !reader.mailbox();
    return new EmailText.Line(
        action.ref().value(),
        DigestWords.oneLine(item.view().theme().title().in(language)),
        DigestWords.oneLine(title.in(language)),
        title.languageIn(language).code(),
        facts,
        words.text("label.dueOn"),
        dueOn,
        when,
        tone(item.due(), today),
        links.toActionItem(action.id()),
        words.text("button"),
        answers ? List.of(pointer("answer", links.toAnswer(action.id()), words)) : List.of(),
        sentences(words, facts, dueOn + " (" + when + ")"));
  }

  private static List<EmailText.Fact> facts(Reader reader, DigestItem item, DigestWords words) {
    ActionItem action = item.view().item();
    List<EmailText.Fact> facts = new ArrayList<>();
    facts.add(new EmailText.Fact(words.text("label.act"), words.act(action.step())));
    item.absent()
        .ifPresent(
            absent ->
                facts.add(
                    new EmailText.Fact(
                        words.text("label.standsFor"),
                        DigestWords.oneLine(absent.name().in(reader.language())))));
    boolean elsewhere = !reader.person().workplace().equals(Optional.of(action.ministry()));
    if (elsewhere) {
      facts.add(new EmailText.Fact(words.text("label.ministry"), reader.nameOf(action.ministry())));
    }
    return facts;
  }

  private static List<String> sentences(DigestWords words, List<EmailText.Fact> facts, String due) {
    List<String> sentences = new ArrayList<>();
    facts.forEach(fact -> sentences.add(words.text("label.sentence", fact.label(), fact.value())));
    sentences.add(words.sentence("label.dueOn", due));
    return sentences;
  }

  private static EmailText.Tone tone(DueDate due, LocalDate today) {
    int left = due.daysLeft(today);
    if (left < 0) {
      return EmailText.Tone.LATE;
    }
    return left <= SOON ? EmailText.Tone.SOON : EmailText.Tone.CALM;
  }

  private static List<DigestItem> sorted(List<DigestItem> items, Audience audience) {
    return items.stream()
        .filter(item -> item.audience() == audience)
        .sorted(DigestItem.BY_URGENCY)
        .toList();
  }

  private static List<String> contacts(Reader reader) {
    return reader.coordinators().stream()
        .flatMap(coordinator -> coordinator.address().stream())
        .map(EmailAddress::value)
        .toList();
  }
}
