package eu.jalon.reminder.email;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.reminder.wording.EmailKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Composes e-mails of all kinds by delegating to the composer of the kind. */
@Component
class EmailComposers implements EmailComposer {

  private final DigestComposer digests;
  private final QuestionEmails questions;
  private final ProposalEmails proposals;
  private final PasswordEmails passwords;
  private final AlarmEmails alarms;

  EmailComposers(
      DigestComposer digests,
      QuestionEmails questions,
      ProposalEmails proposals,
      PasswordEmails passwords,
      AlarmEmails alarms) {
    this.digests = digests;
    this.questions = questions;
    this.proposals = proposals;
    this.passwords = passwords;
    this.alarms = alarms;
  }

  @Override
  public Map<UUID, ComposedEmail> compose(Collection<Email> emails, Purpose purpose) {
    Map<UUID, ComposedEmail> composed = new HashMap<>();
    List<Email> reminders = new ArrayList<>();
    for (Email email : emails) {
      switch (EmailKind.of(email)) {
        case DIGEST, MANUAL -> reminders.add(email);
        case QUESTION, ANSWER ->
            questions.compose(email).ifPresent(content -> composed.put(email.id(), content));
        case PROPOSAL, PROPOSAL_ANSWER ->
            proposals.compose(email).ifPresent(content -> composed.put(email.id(), content));
        case ALARM -> composed.put(email.id(), alarms.compose(email));
        case INVITATION, PASSWORD ->
            passwords
                .compose(email, purpose)
                .ifPresent(content -> composed.put(email.id(), content));
      }
    }
    if (!reminders.isEmpty()) {
      composed.putAll(digests.compose(reminders, purpose));
    }
    return composed;
  }
}
