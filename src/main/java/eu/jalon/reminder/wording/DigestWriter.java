package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.bulk.BulkCompletion;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.CancelledEntry;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;

/** Writes the content of digests, most urgent items first. */
public final class DigestWriter {

  /** Calendar days before a due date from which an item is marked as urgent. */
  private static final int SOON = 7;

  /** The most items listed in the sections of one role. */
  static final int MAX_LISTED = 20;

  private final MessageSource messages;
  private final LinkProperties links;

  public DigestWriter(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  /**
   * The recipient of a digest and the data about their ministry and party.
   *
   * @param zone the time zone of their party
   * @param coordinators the coordinators of their party
   * @param mailbox whether it is the mailbox of a ministry and not a person
   * @param series the series of the meetings whose action items are listed
   */
  public record Addressee(
      Person person,
      ZoneId zone,
      Map<MinistryCode, Ministry> ministries,
      List<Person> coordinators,
      boolean mailbox,
      Map<MeetingId, Series> series) {

    Language language() {
      return person.language();
    }

    MinistryNames ministryNames() {
      return new MinistryNames(ministries, language());
    }
  }

  public EmailContent write(Addressee addressee, List<DigestItem> items, LocalDate today) {
    return write(addressee, new DigestContent(items, List.of()), today, MAX_LISTED);
  }

  /**
   * Writes a digest.
   *
   * @param most the most entries listed: action items of one role, then changes
   */
  public EmailContent write(Addressee addressee, DigestContent content, LocalDate today, int most) {
    EmailMessages texts = new EmailMessages(messages, addressee.language());
    List<DigestItem> items = content.items();
    int mostItems = Math.min(MAX_LISTED, most);
    List<EmailContent.Section> sections =
        new ArrayList<>(new Sections(addressee, texts, today, mostItems).of(items));
    new NewsSection(texts, addressee, links)
        .of(content.news(), Math.max(1, most - mostItems))
        .ifPresent(sections::add);
    return new EmailContent(
        addressee.language().code(),
        subject(addressee.language(), new DigestSubject(today).add(items), content.news()),
        texts.longDate(today),
        texts.text("tagline"),
        texts.text("greeting"),
        intro(items, today, texts),
        null,
        sections,
        footer(addressee, texts));
  }

  /** How many items are overdue, if any are, and how the list is sorted. */
  private static String intro(List<DigestItem> items, LocalDate today, EmailMessages texts) {
    if (items.isEmpty()) {
      return texts.text("intro.news");
    }
    long late = items.stream().filter(item -> item.view().overdueDays(today) > 0).count();
    return late == 0 ? texts.text("intro") : texts.text("intro.late", late);
  }

  /** The subject of a digest; that of the news if it has no item. */
  public String subject(Language language, DigestSubject items, List<ChangeNotice> news) {
    EmailMessages texts = new EmailMessages(messages, language);
    return items.isEmpty()
        ? texts.subject(texts.text("subject.news", news.size(), news.get(0).title().in(language)))
        : items.in(texts);
  }

  /**
   * A calendar file of the due dates from today on that are new to the recipient, and of entries
   * that are cancelled; empty if there are none.
   */
  public Optional<CalendarFile> calendar(
      Addressee addressee,
      List<DigestItem> items,
      List<CancelledEntry> cancelled,
      LocalDate today) {
    return new DigestCalendar(
            new EmailMessages(messages, addressee.language()), new DeadlineEvents(messages, links))
        .of(items, cancelled, today);
  }

  static List<DigestItem> sorted(List<DigestItem> items, RecipientRole role) {
    return items.stream()
        .filter(item -> item.recipientRole() == role)
        .sorted(DigestItem.BY_URGENCY)
        .toList();
  }

  private EmailContent.Footer footer(Addressee addressee, EmailMessages texts) {
    boolean coordinator = addressee.person().is(Role.COORDINATOR);
    List<String> contacts = coordinator ? List.of() : contacts(addressee);
    String workplace =
        addressee.person().workplace().map(addressee.ministryNames()::name).orElse("");
    return new EmailContent.Footer(
        texts.text(recipientNote(addressee), workplace),
        footerLinks(addressee, texts),
        texts.text(contactNote(coordinator, contacts)),
        contacts,
        texts.text("automatic"));
  }

  private static String recipientNote(Addressee addressee) {
    if (addressee.mailbox()) {
      return "why.mailbox";
    }
    return addressee.person().is(Role.COORDINATOR) ? "why.coordinator" : "why.focalPoint";
  }

  private static String contactNote(boolean coordinator, List<String> contacts) {
    if (coordinator) {
      return "contact.coordinator";
    }
    return contacts.isEmpty() ? "contact.unknown" : "contact.focalPoint";
  }

  private static List<String> contacts(Addressee addressee) {
    return addressee.coordinators().stream()
        .flatMap(coordinator -> coordinator.address().stream())
        .map(EmailAddress::value)
        .toList();
  }

  private List<EmailContent.Link> footerLinks(Addressee addressee, EmailMessages texts) {
    EmailContent.Link policy = link("link.policy", links.to("/reminder-policy"), texts);
    return addressee.mailbox()
        ? List.of(policy)
        : List.of(link("link.settings", links.to("/emails/settings"), texts), policy);
  }

  private static EmailContent.Link link(String key, String url, EmailMessages texts) {
    String text = texts.text(key);
    return new EmailContent.Link(text, url, texts.labelled(text, url));
  }

  /** Writes the items, grouped by series if they are of several, and by the recipient's role. */
  private final class Sections {

    private final Addressee addressee;
    private final EmailMessages texts;
    private final LocalDate today;
    private final int most;

    Sections(Addressee addressee, EmailMessages texts, LocalDate today, int most) {
      this.most = most;
      this.addressee = addressee;
      this.texts = texts;
      this.today = today;
    }

    List<EmailContent.Section> of(List<DigestItem> items) {
      SortedMap<String, List<DigestItem>> bySeries = new TreeMap<>();
      for (DigestItem item : items) {
        bySeries
            .computeIfAbsent(series(item).map(Series::id).orElse(""), id -> new ArrayList<>())
            .add(item);
      }
      List<EmailContent.Section> sections = new ArrayList<>();
      for (List<DigestItem> listed : bySeries.values()) {
        String series =
            series(listed.get(0))
                .filter(named -> bySeries.size() > 1)
                .map(named -> EmailMessages.oneLine(named.name().in(addressee.language())) + " · ")
                .orElse("");
        for (RecipientRole role : RecipientRole.values()) {
          List<DigestItem> sorted = sorted(listed, role);
          if (!sorted.isEmpty()) {
            sections.add(section(series, role, sorted, Math.max(1, most / bySeries.size())));
          }
        }
      }
      return sections;
    }

    private Optional<Series> series(DigestItem item) {
      return Optional.ofNullable(addressee.series().get(item.view().item().ref().meeting()));
    }

    private EmailContent.Section section(
        String series, RecipientRole role, List<DigestItem> items, int listed) {
      int unlisted = Math.max(0, items.size() - listed);
      return new EmailContent.Section(
          series + texts.text("heading." + key(role), items.size()),
          role == RecipientRole.OWNER ? "" : texts.text("note." + key(role)),
          several(role, items),
          items.stream().limit(listed).map(this::item).toList(),
          unlisted == 0 ? "" : texts.text("more", unlisted),
          links.baseUrl());
    }

    private List<EmailContent.Link> several(RecipientRole role, List<DigestItem> items) {
      long together =
          items.stream().map(item -> item.view().item().step()).filter(Sections::together).count();
      return role == RecipientRole.OWNER && !addressee.mailbox() && together > 1
          ? List.of(link("several", links.to("/my-work/several"), texts))
          : List.of();
    }

    private static boolean together(Step step) {
      return BulkCompletion.isTakeCharge(step) || BulkCompletion.isReport(step);
    }

    private static String key(RecipientRole role) {
      return switch (role) {
        case OWNER -> "own";
        case SUBSTITUTE -> "substitute";
        case INFORMED -> "moved";
        case OTHER_LEAD -> "otherLead";
        case COORDINATOR -> "escalated";
      };
    }

    private EmailContent.Item item(DigestItem item) {
      ActionItem action = item.view().item();
      LocalText title = item.view().titleOutside();
      Language language = addressee.language();
      List<EmailContent.Property> properties = properties(item);
      String due = texts.longDate(item.due().day());
      String timeLeft = texts.timeLeft(item.due(), today);
      return new EmailContent.Item(
          action.ref().value(),
          texts.theme(item.view().theme(), item.view().restricted()),
          EmailMessages.oneLine(title.in(language)),
          title.languageIn(language).code(),
          properties,
          "",
          due,
          timeLeft,
          urgency(item),
          links.toActionItem(action.id()),
          texts.text("button"),
          answers(item),
          plainText(properties));
    }

    private List<EmailContent.Link> answers(DigestItem item) {
      return item.isOwn() && !addressee.mailbox()
          ? List.of(link("answer", links.toAnswer(item.view().item().id()), texts))
          : List.of();
    }

    private List<EmailContent.Property> properties(DigestItem item) {
      ActionItem action = item.view().item();
      List<EmailContent.Property> properties = new ArrayList<>();
      properties.add(property("label.act", texts.step(action.step())));
      item.absent()
          .ifPresent(
              absent ->
                  properties.add(
                      property(
                          "label.standsFor",
                          EmailMessages.oneLine(absent.name().in(addressee.language())))));
      if (!addressee.person().workplace().equals(Optional.of(action.ministry()))) {
        String ministry = addressee.ministryNames().name(action.ministry());
        properties.add(property("label.ministry", ministry));
      }
      item.view()
          .passedDeadline(today)
          .ifPresent(
              passed ->
                  properties.add(
                      property(
                          "label.deadline",
                          texts.longDate(passed.day())
                              + " ("
                              + texts.timeLeft(passed, today)
                              + ")")));
      return properties;
    }

    private EmailContent.Property property(String labelKey, String value) {
      return new EmailContent.Property(texts.text(labelKey), value);
    }

    private List<String> plainText(List<EmailContent.Property> properties) {
      return properties.stream()
          .map(property -> texts.labelled(property.label(), property.value()))
          .toList();
    }

    private EmailContent.Urgency urgency(DigestItem item) {
      if (item.view().overdueDays(today) > 0) {
        return EmailContent.Urgency.LATE;
      }
      return item.due().daysLeft(today) <= SOON
          ? EmailContent.Urgency.SOON
          : EmailContent.Urgency.CALM;
    }
  }
}
