package eu.jalon.reminder.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of an e-mail, before it is rendered as plain text and HTML. */
public record EmailContent(
    String language,
    String subject,
    String date,
    String tagline,
    String greeting,
    String intro,
    @Nullable Quote quote,
    List<Section> sections,
    Footer footer) {

  /** A text written by a user for this e-mail, with a label. */
  record Quote(String label, String text) {}

  /**
   * The end of the e-mail.
   *
   * @param recipientNote why the recipient receives the e-mail
   * @param links links to settings and rules
   * @param contactNote the contact for questions
   * @param contacts e-mail addresses of the contacts
   * @param automaticNote that the e-mail is sent automatically, and how to respond
   */
  record Footer(
      String recipientNote,
      List<Link> links,
      String contactNote,
      List<String> contacts,
      String automaticNote) {}

  /** The same items with another subject and introduction, and a quoted text. */
  EmailContent quoting(String otherSubject, String otherIntro, Quote otherQuote) {
    return new EmailContent(
        language, otherSubject, date, tagline, greeting, otherIntro, otherQuote, sections, footer);
  }

  /**
   * A link with its text.
   *
   * @param plainText both on one line, for plain text
   */
  record Link(String text, String url, String plainText) {}

  /**
   * Items under one heading.
   *
   * @param note an explanation; may be empty
   * @param several links to answer several of the items at once
   * @param more a text about the items that are not listed; empty if all are
   */
  record Section(
      String heading,
      String note,
      List<Link> several,
      List<Item> items,
      String more,
      String moreUrl) {

    /** Whether an item is the first of its day in a list that is grouped by day. */
    public boolean startsDay(int index) {
      Item item = items.get(index);
      return item.dateLabel().isEmpty()
          && (index == 0 || !items.get(index - 1).date().equals(item.date()));
    }

    /** The line below the heading in plain text. */
    public String underline() {
      return "-".repeat(heading.length());
    }
  }

  /** A property of an item with its label. */
  record Property(String label, String value) {}

  /**
   * One item.
   *
   * @param titleLanguage the language code of its title
   * @param dateLabel the label of its date; empty in a list that is grouped by day
   * @param answers links to answer the reminder; empty if the recipient is not an owner
   * @param plainText the properties and the date, one line each, for plain text
   */
  record Item(
      String ref,
      String theme,
      String title,
      String titleLanguage,
      List<Property> properties,
      String dateLabel,
      String date,
      String timeLeft,
      Urgency urgency,
      String url,
      String button,
      List<Link> answers,
      List<String> plainText) {}

  /** The colours of an item by urgency; text has a contrast of at least 4.5 on its background. */
  enum Urgency {
    LATE("late", "#c8102e", "#c8102e"),
    SOON("soon", "#d9962b", "#8a5300"),
    CALM("calm", "#14285a", "#55607a");

    private final String key;
    private final String borderColor;
    private final String textColor;

    Urgency(String key, String borderColor, String textColor) {
      this.key = key;
      this.borderColor = borderColor;
      this.textColor = textColor;
    }

    /** The prefix of its style classes. */
    public String key() {
      return key;
    }

    public String borderColor() {
      return borderColor;
    }

    public String textColor() {
      return textColor;
    }
  }
}
