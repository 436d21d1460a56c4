package eu.jalon.reminder.email;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues an e-mail to the coordinators whose confirmation a proposal awaits, and to those who
 * proposed it once it is answered.
 */
@Component
class ProposalNotifier {

  private final Directory directory;
  private final RecipientDirectory recipients;
  private final MailQueue mailQueue;
  private final ProposalWriter writer;
  private final Clock clock;

  ProposalNotifier(
      Directory directory,
      RecipientDirectory recipients,
      MailQueue mailQueue,
      ProposalWriter writer,
      Clock clock) {
    this.directory = directory;
    this.recipients = recipients;
    this.mailQueue = mailQueue;
    this.writer = writer;
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
    Map<PersonId, Person> people = new LinkedHashMap<>();
    for (PartyCode party : parties) {
      recipients
          .on(today())
          .ministry(directory.coordinationOf(party), today())
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
                            writer.subject(proposal, person),
                            List.of(proposal.ref()),
                            Duration.ZERO)
                        .about(proposal.id()))
            .toList());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
