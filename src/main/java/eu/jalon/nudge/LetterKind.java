package eu.jalon.nudge;

import eu.jalon.outbox.Letter;
import java.util.Arrays;

/** What letters are about. */
public enum LetterKind {
  /** A person's reminders of the day. */
  DIGEST,
  /** A coordinator asks by hand where something stands. */
  HAND,
  /** Somebody asks the other side. */
  QUESTION,
  /** The other side answered. */
  ANSWER;

  /** What a letter is about, whether for the first time or again. */
  public static LetterKind of(Letter letter) {
    String says = letter.says();
    return Arrays.stream(values())
        .filter(kind -> says.equals(kind.name()) || says.startsWith(kind.name() + "-"))
        .findFirst()
        .orElse(DIGEST);
  }
}
