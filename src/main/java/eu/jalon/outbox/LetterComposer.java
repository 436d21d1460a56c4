package eu.jalon.outbox;

import java.util.Optional;

/** Port: whoever knows what a letter has to say. */
public interface LetterComposer {

  /** The letter's text from the state of this moment; empty where nothing is left to say. */
  Optional<ComposedLetter> compose(Letter letter);
}
