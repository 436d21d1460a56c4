package eu.jalon.reminder.email;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.ProposalWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues an e-mail to the coordinators whose confirmation a proposal awaits, and one for each
 * answer to those who proposed it.
 */
@Component
class ProposalNotifier {

  private final Directory directory;
  private final RecipientDirectory recipients;
  private final MailQueue mailQueue;
  private final ProposalWriter writer;
  private final Today today;
  private final Clock clock;

  ProposalNotifier(
      Directory directory,
      RecipientDirectory recipients,
      MailQueue mailQueue,
      ProposalWriter writer,
      Today today,
      Clock clock) {
    this.directory = directory;
    this.recipients = recipients;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.today = today;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void proposed(Proposal.Proposed event) {
    Proposal proposal = event.proposal();
    queue(proposal, null, EmailKind.PROPOSAL, proposal.id(), proposal.awaited());
  }

  @EventListener
  @Transactional
  public void answered(Proposal.Answered event) {
    Proposal.Answer answer = event.answer();
    Proposal proposal = answer.proposal();
    queue(proposal, answer, EmailKind.PROPOSAL_ANSWER, answer.id(), List.of(proposal.party()));
  }

  private void queue(
      Proposal proposal,
      Proposal.@Nullable Answer answer,
      EmailKind kind,
      long about,
      Collection<PartyCode> parties) {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    for (PartyCode party : parties) {
      LocalDate day = today.of(party);
      recipients
          .on(day)
          .ministry(directory.coordinationOf(party), day)
          .recipients()
          .forEach(recipient -> people.put(recipient.person().id(), recipient.person()));
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
                            writer.subject(proposal, answer, person),
                            Stream.ofNullable(proposal.ref()).toList(),
                            Duration.ZERO)
                        .about(about))
            .toList());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
