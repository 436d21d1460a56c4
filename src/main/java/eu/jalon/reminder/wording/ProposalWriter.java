package eu.jalon.reminder.wording;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PartyNames;
import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Writes the content of e-mails about a proposal or its answer. */
public final class ProposalWriter {

  private final MessageSource messages;
  private final LinkProperties links;
  private final PartyNames parties;

  ProposalWriter(MessageSource messages, LinkProperties links, PartyNames parties) {
    this.messages = messages;
    this.links = links;
    this.parties = parties;
  }

  /** The subject; it does not quote the reason, which may be confidential. */
  public String subject(Proposal proposal, Person recipient) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    return texts.subject(texts.text(key(proposal, "subject"), proposal.ref()));
  }

  public EmailContent write(
      Proposal proposal,
      Commitment commitment,
      Person recipient,
      Map<MinistryCode, Ministry> ministries,
      LocalDate today) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    String party = EmailMessages.oneLine(parties.name(proposal.party()).in(recipient.language()));
    EmailContent.Section section =
        new EmailContent.Section(
            texts.text(key(proposal, "heading")),
            "",
            List.of(),
            List.of(item(proposal, commitment, texts)),
            "",
            links.baseUrl());
    String workplace =
        recipient
            .workplace()
            .map(new MinistryNames(ministries, recipient.language())::name)
            .orElse("");
    return new EmailContent(
        recipient.language().code(),
        subject(proposal, recipient),
        texts.longDate(today),
        texts.text("tagline"),
        texts.text("greeting"),
        texts.text(key(proposal, "intro"), party),
        null,
        List.of(section),
        new EmailContent.Footer(
            texts.text("why.coordinator", workplace),
            List.of(),
            texts.text("proposal.note"),
            List.of(),
            texts.text("automatic")));
  }

  private EmailContent.Item item(Proposal proposal, Commitment commitment, EmailMessages texts) {
    LocalText title = commitment.title();
    List<EmailContent.Property> properties = new ArrayList<>();
    properties.add(property("proposal.label.reason", proposal.reason(), texts));
    Proposal.End end = proposal.end();
    if (end != null && end.reason() != null) {
      properties.add(property("proposal.label.answer", end.reason(), texts));
    }
    String dateLabel = texts.text("proposal.label.proposedOn");
    String date = texts.longDate(LocalDate.ofInstant(proposal.proposedAt(), BrusselsTime.ZONE));
    List<String> plainText = new ArrayList<>();
    properties.forEach(
        property -> plainText.add(texts.labelled(property.label(), property.value())));
    plainText.add(texts.labelled(dateLabel, date));
    return new EmailContent.Item(
        proposal.ref().value(),
        EmailMessages.oneLine(commitment.theme().title().in(texts.language())),
        EmailMessages.oneLine(title.in(texts.language())),
        title.languageIn(texts.language()).code(),
        properties,
        dateLabel,
        date,
        "",
        EmailContent.Urgency.CALM,
        links.to("/commitments/" + proposal.ref() + "#proposals"),
        texts.text("proposal.button"),
        List.of(),
        plainText);
  }

  private static EmailContent.Property property(String label, String text, EmailMessages texts) {
    return new EmailContent.Property(texts.text(label), EmailMessages.oneLine(text));
  }

  private static String key(Proposal proposal, String suffix) {
    return switch (proposal.status()) {
          case OPEN -> "proposal.";
          case DECLINED -> "proposal.declined.";
          case CARRIED_OUT, WITHDRAWN, LAPSED -> "proposal.confirmed.";
        }
        + suffix;
  }
}
