package eu.jalon.reminder.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A digest in words, ready to be laid out as text and as HTML. */
public record EmailText(
    String language,
    String subject,
    String date,
    String tagline,
    String greeting,
    String intro,
    @Nullable Quote quote,
    List<Section> sections,
    String why,
    List<Pointer> pointers,
    String whom,
    List<String> contacts,
    String automatic) {

  /** What somebody wrote for this email, under a label. */
  record Quote(String label, String text) {}

  /** An email in which nobody is quoted. */
  public EmailText(
      String language,
      String subject,
      String date,
      String tagline,
      String greeting,
      String intro,
      List<Section> sections,
      String why,
      List<Pointer> pointers,
      String whom,
      List<String> contacts,
      String automatic) {
    this(
        language, subject, date, tagline, greeting, intro, null, sections, why, pointers, whom,
        contacts, automatic);
  }

  /** The same items as somebody asks about them. */
  EmailText asking(String otherSubject, String otherIntro, Quote quoted) {
    return new EmailText(
        language,
        otherSubject,
        date,
        tagline,
        greeting,
        otherIntro,
        quoted,
        sections,
        why,
        pointers,
        whom,
        contacts,
        automatic);
  }

  /**
   * Where more is to be found, chosen or answered.
   *
   * @param sentence both as a whole line, for plain text
   */
  record Pointer(String words, String link, String sentence) {}

  /**
   * Items under one heading.
   *
   * @param note what is to be explained, or empty
   * @param more what is said of the items that are not listed, empty where all are
   * @param moreLink where they are found
   */
  record Section(String heading, String note, List<Line> lines, String more, String moreLink) {

    /** What a heading of plain text stands on. */
    public String underline() {
      return "-".repeat(heading.length());
    }
  }

  /** What is said of an item under a label. */
  record Fact(String label, String value) {}

  /**
   * One item.
   *
   * @param titleLanguage the language its title is written in
   * @param facts what to do, and whose it is where that is not the reader's own
   * @param answers where the reader says that he is on it, needs time, or is the wrong one; none
   *     where it is not his
   * @param sentences the facts and the date as whole lines, for plain text
   */
  record Line(
      String ref,
      String theme,
      String title,
      String titleLanguage,
      List<Fact> facts,
      String dueLabel,
      String dueOn,
      String when,
      Tone tone,
      String link,
      String button,
      List<Pointer> answers,
      List<String> sentences) {}

  /** How pressing an item looks; colours with a contrast of 4.5 and more on the email's card. */
  enum Tone {
    LATE("late", "#c8102e", "#c8102e"),
    SOON("soon", "#d9962b", "#8a5300"),
    CALM("calm", "#14285a", "#55607a");

    private final String key;
    private final String edge;
    private final String ink;

    Tone(String key, String edge, String ink) {
      this.key = key;
      this.edge = edge;
      this.ink = ink;
    }

    /** The beginning of its style classes. */
    public String key() {
      return key;
    }

    /** The colour of the card's edge. */
    public String edge() {
      return edge;
    }

    /** The colour of its words. */
    public String ink() {
      return ink;
    }
  }
}
