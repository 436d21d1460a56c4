package eu.jalon.reminder.email;

import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Today;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailContent;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.ProposalWriter;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes e-mails about proposals and their answers. */
@Component
class ProposalEmails {

  private final JdbcProposals proposals;
  private final Commitments commitments;
  private final Meetings meetings;
  private final Directory directory;
  private final RecipientDirectory recipients;
  private final ProposalWriter writer;
  private final EmailTemplates templates;
  private final Today today;
  private final Clock clock;

  ProposalEmails(
      JdbcProposals proposals,
      Commitments commitments,
      Meetings meetings,
      Directory directory,
      RecipientDirectory recipients,
      ProposalWriter writer,
      EmailTemplates templates,
      Today today,
      Clock clock) {
    this.proposals = proposals;
    this.commitments = commitments;
    this.meetings = meetings;
    this.directory = directory;
    this.recipients = recipients;
    this.writer = writer;
    this.templates = templates;
    this.today = today;
    this.clock = clock;
  }

  /** The e-mail; empty if the proposal was answered meanwhile or is not visible any more. */
  @Transactional(readOnly = true)
  public Optional<ComposedEmail> compose(Email email) {
    return recipients
        .on(today())
        .person(email.person())
        .filter(person -> person.is(Role.COORDINATOR))
        .flatMap(
            person ->
                EmailKind.of(email) == EmailKind.PROPOSAL
                    ? proposals
                        .find(email.aboutId())
                        .filter(proposal -> proposal.status() == Proposal.Status.OPEN)
                        .flatMap(proposal -> content(proposal, null, person))
                    : proposals
                        .answer(email.aboutId())
                        .flatMap(answer -> content(answer.proposal(), answer, person)))
        .map(
            content ->
                new ComposedEmail(
                    content.subject(), templates.text(content), templates.html(content), null));
  }

  private Optional<EmailContent> content(
      Proposal proposal, Proposal.@Nullable Answer answer, Person recipient) {
    return subject(proposal, recipient)
        .map(
            subject ->
                writer.write(
                    proposal,
                    answer,
                    subject,
                    recipient,
                    directory.ministriesByCode(),
                    today.of(recipient)));
  }

  /** What the proposal is about; empty once the recipient does not see it any more. */
  private Optional<ProposalWriter.Subject> subject(Proposal proposal, Person recipient) {
    return proposal.meeting() != null
        ? meetings
            .find(proposal.about(), recipient)
            .map(meeting -> ProposalWriter.Subject.of(meeting, proposal.kind()))
        : commitments.find(proposal.commitment(), recipient).map(ProposalWriter.Subject::of);
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
