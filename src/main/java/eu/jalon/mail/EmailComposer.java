package eu.jalon.mail;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Port: composes e-mails of all kinds. */
public interface EmailComposer {

  /** What e-mails are composed for. */
  enum Purpose {
    /** They are sent now; omissions are recorded. */
    SENDING,
    /** They are displayed; nothing is recorded. */
    READING
  }

  /** Composes e-mails from the current state; without those that have no content left. */
  Map<UUID, ComposedEmail> compose(Collection<Email> emails, Purpose purpose);
}
