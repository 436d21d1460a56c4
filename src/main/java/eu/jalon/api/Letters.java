package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import java.util.List;
import org.springframework.stereotype.Component;

/** The letters a reader of the API may see. */
@Component
class Letters {

  List<LetterView> about(CommitmentRef ref, Person reader) {
    return List.of();
  }
}
