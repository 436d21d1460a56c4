package eu.jalon.nudge;

import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterComposer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every kind of letter and who words it. */
@Component
class LetterKinds implements LetterComposer {

  private final DigestComposer digests;
  private final QuestionLetters questions;

  LetterKinds(DigestComposer digests, QuestionLetters questions) {
    this.digests = digests;
    this.questions = questions;
  }

  @Override
  public Map<UUID, ComposedLetter> compose(Collection<Letter> letters, Purpose purpose) {
    Map<UUID, ComposedLetter> composed = new HashMap<>();
    List<Letter> reminders = new ArrayList<>();
    for (Letter letter : letters) {
      switch (LetterKind.of(letter)) {
        case DIGEST, HAND -> reminders.add(letter);
        case QUESTION, ANSWER ->
            questions.compose(letter).ifPresent(words -> composed.put(letter.id(), words));
      }
    }
    if (!reminders.isEmpty()) {
      composed.putAll(digests.compose(reminders, purpose));
    }
    return composed;
  }
}
