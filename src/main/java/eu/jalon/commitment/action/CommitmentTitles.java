package eu.jalon.commitment.action;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Titles of commitments that are still to be translated into a language of their series. */
@Service
@Transactional
public class CommitmentTitles {

  private static final int MOST = 500;

  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final Meetings meetings;
  private final Viewers viewers;
  private final Clock clock;

  CommitmentTitles(
      JdbcCommitments commitments,
      JdbcHistory history,
      Meetings meetings,
      Viewers viewers,
      Clock clock) {
    this.commitments = commitments;
    this.history = history;
    this.meetings = meetings;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** A commitment without a title in a language of its series. */
  public record Untranslated(Commitment commitment, Language language) {}

  /** Titles that are missing in commitments in progress, at most 500 in each language. */
  @Transactional(readOnly = true)
  public List<Untranslated> untranslated(Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    List<Untranslated> missing = new ArrayList<>();
    for (Language language : meetings.languages(person)) {
      for (Commitment commitment : commitments.untranslated(language, viewer, MOST)) {
        if (meetings.languages(commitment.ref().meeting()).contains(language)) {
          missing.add(new Untranslated(commitment, language));
        }
      }
    }
    return missing;
  }

  /**
   * Enters a title in a language that has none. The language that came first stays first.
   *
   * @throws ValidationError {@code commitment.translated} where it has one meanwhile
   */
  public void translate(CommitmentRef ref, Language language, String title, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    commitments.lock(ref);
    Commitment commitment =
        commitments
            .find(ref, viewer)
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    if (commitment.title().find(language).isPresent()) {
      throw ValidationError.conflict("commitment.translated", ref);
    }
    String checked = TextPolicy.SINGLE_LINE.checked("title", title);
    int length = TextPolicy.length(checked);
    if (length == 0 || length > NewCommitment.MAX_TITLE) {
      throw ValidationError.invalid(
          "commitment.titleTooLong", ref, length, NewCommitment.MAX_TITLE);
    }
    Map<Language, String> texts = new LinkedHashMap<>(commitment.title().texts());
    texts.put(language, checked);
    if (commitments.retitle(commitment, new LocalText(texts)) != 1) {
      throw ValidationError.conflict("commitment.translated", ref);
    }
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.Type.TRANSLATED,
                language.code(),
                checked,
                null,
                clock.instant(),
                by.id())));
  }
}
