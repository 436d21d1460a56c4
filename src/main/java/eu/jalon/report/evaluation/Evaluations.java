package eu.jalon.report.evaluation;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the evaluations that coordinators write for the next declaration. */
@Service
@Transactional
public class Evaluations {

  /** The maximum length of a paragraph in characters. */
  public static final int MAX = 6000;

  private static final int MIN = 10;
  private static final String FIELD = "text";

  private final JdbcEvaluations rows;
  private final Meetings summits;
  private final Clock clock;

  Evaluations(JdbcEvaluations rows, Meetings summits, Clock clock) {
    this.rows = rows;
    this.summits = summits;
    this.clock = clock;
  }

  /** The languages of the declarations of a person's series, in which evaluations are drafted. */
  @Transactional(readOnly = true)
  public List<Language> languages(Person person) {
    return summits.languages(person);
  }

  /**
   * The draft language for a user's language: the first of {@link #languages} if it is not one of
   * them.
   */
  @Transactional(readOnly = true)
  public Language draftedIn(Language language, Person person) {
    List<Language> languages = languages(person);
    return languages.contains(language) || languages.isEmpty() ? language : languages.get(0);
  }

  /** The saved paragraphs of the themes that the person sees, in a language. */
  @Transactional(readOnly = true)
  public List<EvaluationParagraph> kept(Language language, Person reader) {
    Viewer.requireCoordinator(reader);
    Predicate<MeetingId> seen = summits.listedFor(reader);
    return rows.all(language).stream().filter(each -> seen.test(each.meeting())).toList();
  }

  /**
   * Saves a paragraph.
   *
   * @param version the version that was edited; 0 for a new paragraph
   * @throws ValidationError for another language, an unknown theme, a text that is too short or too
   *     long, or a stale version
   */
  public void keep(
      MeetingId meeting, int theme, Language language, String text, int version, Person by) {
    Viewer.requireCoordinator(by);
    if (!languages(by.lookingAt(null)).contains(language)) {
      throw ValidationError.invalid("evaluation.language", language.code());
    }
    String checked = checked(text);
    if (!summits.seenBy(by).test(meeting)
        || summits.themes(meeting).stream().noneMatch(known -> known.number() == theme)) {
      throw ValidationError.notFound("evaluation.theme", meeting, theme);
    }
    EvaluationParagraph paragraph =
        new EvaluationParagraph(
            meeting, theme, language, checked, clock.instant(), by.id(), version + 1);
    if ((version == 0 ? rows.insert(paragraph) : rows.update(paragraph)) != 1) {
      throw ValidationError.conflict("evaluation.changed", meeting, theme);
    }
  }

  private static String checked(String text) {
    String checked = TextPolicy.MULTI_LINE.checked(FIELD, text, MAX);
    if (TextPolicy.length(checked) < MIN) {
      throw ValidationError.ofField("form.tooShort", FIELD, MIN);
    }
    return checked;
  }
}
