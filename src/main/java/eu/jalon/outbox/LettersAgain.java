package eu.jalon.outbox;

import eu.jalon.outbox.smtp.MessageWriter;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that are sent again by hand: each a letter of its own with its own Message-ID, linked to
 * the first, once a day at most. What it says is composed when it is sent, like any other's.
 */
@Service
@Transactional(readOnly = true)
public class LettersAgain {

  private final JdbcLetters letters;
  private final JdbcLettersAgain again;
  private final MessageWriter writer;
  private final Clock clock;

  LettersAgain(JdbcLetters letters, JdbcLettersAgain again, MessageWriter writer, Clock clock) {
    this.letters = letters;
    this.again = again;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * A letter and whatever sent it again, the first one first; the same for each of them. Refuses
   * one that does not exist.
   */
  public List<Letter> all(UUID id) {
    return again.all(first(id));
  }

  /** The same, while nobody else can send it again until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Letter> hold(UUID id) {
    UUID first = first(id);
    again.lock(first);
    return again.all(first);
  }

  /** Where and when a letter goes, this time. */
  public record Anew(EmailAddress to, Language language, LocalDate on) {}

  /**
   * Queues the letter again. One whose answer was lost is superseded, so that it is not sent beside
   * the new one. Refuses a second time on a day, and one that is being sent right now.
   *
   * @param all what {@link #hold} answered
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Letter put(List<Letter> all, Anew anew, PersonId by, String why) {
    Letter first = all.get(0);
    NewLetter letter =
        new NewLetter(
            first.person(),
            anew.to(),
            anew.on(),
            first.kind(),
            first.aboutId(),
            anew.language(),
            first.subject(),
            first.refs(),
            Duration.ZERO,
            first.lasting(),
            new Letter.Again(first.id(), by, why));
    UUID id = UUID.randomUUID();
    if (letters.insert(Map.of(id, letter), writer::messageId, clock.instant()).isEmpty()) {
      throw Refusal.conflict("letter.againToday");
    }
    for (Letter earlier : all) {
      if (earlier.status() == LetterStatus.UNKNOWN
          && !again.supersede(earlier.id(), clock.instant())) {
        throw Refusal.conflict("letter.onItsWay");
      }
    }
    return letters.find(id).orElseThrow();
  }

  private UUID first(UUID id) {
    Letter letter = letters.find(id).orElseThrow(() -> Refusal.notFound("letter.unknown", id));
    return letter.sentAgain().map(Letter.Again::of).orElse(letter.id());
  }
}
