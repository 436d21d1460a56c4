package eu.jalon.reminder.wording;

/** An e-mail as plain text, for clients that show no HTML. */
final class PlainText {

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  static String of(EmailContent email) {
    PlainText plain = new PlainText();
    plain.line(email.greeting()).line("").line(email.intro());
    EmailContent.Quote quote = email.quote();
    if (quote != null) {
      plain.line("").line(quote.label()).line("> " + quote.text());
    }
    plain.line("");
    email.sections().forEach(plain::section);
    plain.line("").line("____");
    plain.footer(email.footer());
    return plain.text.toString();
  }

  private void section(EmailContent.Section section) {
    line("").line(section.heading()).line(section.underline());
    if (!section.note().isEmpty()) {
      line(section.note());
    }
    section.several().forEach(link -> line(link.plainText()).line(""));
    for (int i = 0; i < section.items().size(); i++) {
      item(section.items().get(i), section.startsDay(i));
    }
    if (!section.more().isEmpty()) {
      line(section.more() + " " + section.moreUrl()).line("");
    }
  }

  private void item(EmailContent.Item item, boolean startsDay) {
    if (startsDay) {
      String left = item.timeLeft().isEmpty() ? "" : " (" + item.timeLeft() + ")";
      line("").line("* " + item.date() + left);
    }
    line("").line(item.title()).line("  " + item.ref() + " · " + item.theme());
    item.plainText().forEach(line -> line("  " + line));
    line("  " + item.url());
    item.answers().forEach(answer -> line("  " + answer.plainText()));
    line("");
  }

  private void footer(EmailContent.Footer footer) {
    line(footer.recipientNote());
    footer.links().forEach(link -> line(link.plainText()));
    text.append(footer.contactNote());
    footer.contacts().forEach(contact -> text.append(' ').append(contact));
    line("").line(footer.automaticNote());
  }

  private PlainText line(String line) {
    text.append(line).append('\n');
    return this;
  }
}
