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
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.ProposalWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes e-mails about proposals and their answers. */
@Component
class ProposalEmails {

  private final JdbcProposals proposals;
  private final Commitments commitments;
  private final Directory directory;
  private final RecipientDirectory recipients;
  private final ProposalWriter writer;
  private final EmailTemplates templates;
  private final Clock clock;

  ProposalEmails(
      JdbcProposals proposals,
      Commitments commitments,
      Directory directory,
      RecipientDirectory recipients,
      ProposalWriter writer,
      EmailTemplates templates,
      Clock clock) {
    this.proposals = proposals;
    this.commitments = commitments;
    this.directory = directory;
    this.recipients = recipients;
    this.writer = writer;
    this.templates = templates;
    this.clock = clock;
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
