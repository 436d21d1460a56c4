package eu.jalon.reminder.email;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.ProposalWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues an e-mail to the coordinators whose confirmation a proposal awaits, and to those who
 * proposed it once it is answered; composes these e-mails.
 */
@Component
class ProposalEmails {

  private final JdbcProposals proposals;
  private final Commitments commitments;
  private final Directory directory;
  private final RecipientDirectory recipients;
  private final MailQueue mailQueue;
  private final ProposalWriter writer;
  private final EmailTemplates templates;
  private final Clock clock;

  ProposalEmails(
      JdbcProposals proposals,
      Commitments commitments,
      Directory directory,
      RecipientDirectory recipients,
      MailQueue mailQueue,
      ProposalWriter writer,
      EmailTemplates templates,
      Clock clock) {
    this.proposals = proposals;
    this.commitments = commitments;
    this.directory = directory;
    this.recipients = recipients;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.templates = templates;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void proposed(Proposal.Proposed event) {
    queue(event.proposal(), EmailKind.PROPOSAL, event.proposal().awaited());
  }

  @EventListener
  @Transactional
  public void answered(Proposal.Answered event) {
    queue(event.proposal(), EmailKind.PROPOSAL_ANSWER, List.of(event.proposal().party()));
  }

  private void queue(Proposal proposal, EmailKind kind, Collection<PartyCode> parties) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (PartyCode party : parties) {
      recipients
          .on(today())
          .ministry(directory.coordinationOf(party), today())
          .recipients()
          .forEach(recipient -> people.put(recipient.person().id().value(), recipient.person()));
    }
    mailQueue.putAll(
        people.values().stream()
            .map(
                person ->
                    new NewEmail(
                            person.id(),
                            person.address().orElseThrow(),
                            today(),
                            kind.name(),
                            person.language(),
                            writer.subject(proposal, person),
                            List.of(proposal.ref()),
                            Duration.ZERO)
                        .about(proposal.id()))
            .toList());
  }

  /** The e-mail; empty if the proposal was answered meanwhile or is not visible any more. */
  @Transactional(readOnly = true)
  public Optional<ComposedEmail> compose(Email email) {
    boolean asks = EmailKind.of(email) == EmailKind.PROPOSAL;
    return recipients
        .cachedOn(today())
        .person(email.person())
        .filter(person -> person.is(Role.COORDINATOR))
        .flatMap(
            person ->
                proposals
                    .find(email.aboutId())
                    .filter(proposal -> asks == (proposal.status() == Proposal.Status.OPEN))
                    .flatMap(proposal -> compose(proposal, person)));
  }

  private Optional<ComposedEmail> compose(Proposal proposal, Person recipient) {
    return visible(proposal, recipient)
        .map(
            commitment ->
                writer.write(
                    proposal, commitment, recipient, directory.ministriesByCode(), today()))
        .map(
            content ->
                new ComposedEmail(
                    content.subject(), templates.text(content), templates.html(content), null));
  }

  private Optional<Commitment> visible(Proposal proposal, Person recipient) {
    try {
      return Optional.of(commitments.get(proposal.ref(), recipient));
    } catch (ValidationError notVisible) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
