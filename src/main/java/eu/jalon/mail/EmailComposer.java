package eu.jalon.mail;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Port: whoever knows what emails have to say. */
public interface EmailComposer {

  /** What emails are composed for. */
  enum Purpose {
    /** They go out now: what is left out of them may be written down. */
    SENDING,
    /** Somebody wants to read what they would say; nothing is written down. */
    READING
  }

  /** Emails from the state of this moment; one with nothing left to say is absent. */
  Map<UUID, ComposedEmail> compose(Collection<Email> emails, Purpose purpose);
}
