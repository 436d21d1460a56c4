package eu.jalon.reminder.wording;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PartyNames;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Writes the content of e-mails about a proposal or its answer. */
public final class ProposalWriter {

  private final MessageSource messages;
  private final LinkProperties links;
  private final Today today;
  private final PartyNames parties;

  ProposalWriter(MessageSource messages, LinkProperties links, PartyNames parties, Today today) {
    this.messages = messages;
    this.links = links;
    this.parties = parties;
    this.today = today;
  }

  /**
   * What a proposal is about.
   *
   * @param theme the theme of a commitment; absent for a meeting
   * @param restricted whether its texts are left out
   * @param path the path of its page
   */
  public record Subject(LocalText title, @Nullable Theme theme, boolean restricted, String path) {

    public static Subject of(Commitment commitment) {
      return new Subject(
          commitment.titleOutside(),
          commitment.theme(),
          commitment.restricted(),
          "/commitments/" + commitment.ref());
    }

    /** A meeting that is closed, or whose closing is taken back. */
    public static Subject of(Meeting meeting, Proposal.Kind kind) {
      String path =
          kind == Proposal.Kind.CLOSING ? "/summits/" + meeting.id() + "/closing" : "/proposals";
      return new Subject(meeting.name(), null, false, path);
    }
  }

  /** The subject; it does not quote the reason, which may be confidential. */
  public String subject(Proposal proposal, Proposal.@Nullable Answer answer, Person recipient) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    return texts.subject(
        texts.text(
            key(answer, "subject"), proposal.about(), answering(answer, recipient.language())));
  }

  /**
   * Writes an e-mail about a proposal.
   *
   * @param answer the answer that it is about; absent if it asks for one
   */
  public EmailContent write(
      Proposal proposal,
      Proposal.@Nullable Answer answer,
      Subject subject,
      Person recipient,
      Map<MinistryCode, Ministry> ministries,
      LocalDate on) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    String party = name(proposal.party(), recipient.language());
    EmailContent.Section section =
        new EmailContent.Section(
            texts.text("proposal.heading." + proposal.kind()),
            "",
            List.of(),
            List.of(item(proposal, subject, recipient, ministries, texts)),
            "",
            links.baseUrl());
    String workplace =
        recipient
            .workplace()
            .map(new MinistryNames(ministries, recipient.language())::name)
            .orElse("");
    return new EmailContent(
        recipient.language().code(),
        subject(proposal, answer, recipient),
        texts.longDate(on),
        texts.text("tagline"),
        texts.text("greeting"),
        texts.text(key(answer, "intro"), party, answering(answer, recipient.language())),
        null,
        List.of(section),
        new EmailContent.Footer(
            texts.text("why.coordinator", workplace),
            List.of(),
            texts.text("proposal.note"),
            List.of(),
            texts.text("automatic")));
  }

  private EmailContent.Item item(
      Proposal proposal,
      Subject subject,
      Person recipient,
      Map<MinistryCode, Ministry> ministries,
      EmailMessages texts) {
    LocalText title = subject.title();
    boolean restricted = subject.restricted();
    List<EmailContent.Property> properties = new ArrayList<>();
    if (proposal.act().wanted() != null) {
      properties.add(
          new EmailContent.Property(
              texts.text("proposal.label.wanted"),
              EmailMessages.oneLine(wanted(proposal, ministries, texts))));
    }
    properties.add(property("proposal.label.reason", proposal.reason(), restricted, texts));
    Proposal.End end = proposal.end();
    if (end != null && end.reason() != null) {
      properties.add(property("proposal.label.answer", end.reason(), restricted, texts));
    }
    String dateLabel = texts.text("proposal.label.proposedOn");
    String date = texts.longDate(today.day(proposal.proposedAt(), recipient));
    List<String> plainText = new ArrayList<>();
    properties.forEach(
        property -> plainText.add(texts.labelled(property.label(), property.value())));
    plainText.add(texts.labelled(dateLabel, date));
    return new EmailContent.Item(
        proposal.about(),
        subject.theme() == null ? "" : texts.theme(subject.theme(), restricted),
        EmailMessages.oneLine(title.in(texts.language())),
        title.languageIn(texts.language()).code(),
        properties,
        dateLabel,
        date,
        "",
        EmailContent.Urgency.CALM,
        links.to(subject.path() + "#proposals"),
        texts.text("proposal.button"),
        List.of(),
        plainText);
  }

  /** The proposed value: the day of a deadline, which is never relative here, or a name. */
  private String wanted(
      Proposal proposal, Map<MinistryCode, Ministry> ministries, EmailMessages texts) {
    String value = proposal.act().value();
    return switch (proposal.kind()) {
      case WITHDRAWAL, CLOSING_UNDONE -> value;
      case CLOSING -> texts.longDate(LocalDate.parse(value));
      case EXTENSION -> deadline(DeadlineRule.parse(value), texts);
      case LEAD -> new MinistryNames(ministries, texts.language()).name(new MinistryCode(value));
      case ACCOUNTABLE -> parties.name(new PartyCode(value)).in(texts.language());
    };
  }

  private static String deadline(DeadlineRule rule, EmailMessages texts) {
    if (rule instanceof DeadlineRule.Fixed fixed) {
      return texts.longDate(fixed.date());
    }
    return rule instanceof DeadlineRule.Window window
        ? texts.longDate(window.to())
        : rule.toString();
  }

  private static EmailContent.Property property(
      String label, String text, boolean restricted, EmailMessages texts) {
    return new EmailContent.Property(texts.text(label), texts.typed(text, restricted));
  }

  private String name(PartyCode party, Language language) {
    return EmailMessages.oneLine(parties.name(party).in(language));
  }

  private String answering(Proposal.@Nullable Answer answer, Language language) {
    return answer == null ? "" : name(answer.party(), language);
  }

  private static String key(Proposal.@Nullable Answer answer, String suffix) {
    if (answer == null) {
      return "proposal." + suffix;
    }
    if (!answer.last()) {
      return "proposal.partly." + suffix;
    }
    return answer.proposal().status() == Proposal.Status.DECLINED
        ? "proposal.declined." + suffix
        : "proposal.confirmed." + suffix;
  }
}
