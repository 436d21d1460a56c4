package eu.jalon.pages.views;

import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Folding;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of the list of commitments; each belongs to one user. */
@Service
@Transactional
public class SavedViews {

  private final JdbcSavedViews views;
  private final Clock clock;

  SavedViews(JdbcSavedViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  /** The views of a user by name; {@value SavedView#MOST} at most. */
  @Transactional(readOnly = true)
  public List<SavedView> of(Person person) {
    return views.of(person.id());
  }

  /**
   * Saves a list under a name.
   *
   * @param query the query string of the list
   * @param opening whether it becomes the opening view
   * @throws ValidationError if the user has a view of that name or the maximum number of views
   */
  public void save(String name, String query, boolean opening, Person person) {
    if (query.length() > SavedView.MAX_QUERY) {
      throw ValidationError.invalid("view.tooLong", query.length(), SavedView.MAX_QUERY);
    }
    String given = name(name);
    List<SavedView> own = views.of(person.id());
    if (own.size() >= SavedView.MOST) {
      throw ValidationError.conflict("view.tooMany", SavedView.MOST);
    }
    refuseKnown(own, 0, given);
    try {
      long id = views.add(person.id(), given, query, clock.instant());
      if (opening) {
        views.open(person.id(), id);
      }
    } catch (DuplicateKeyException sentTwice) {
      throw ValidationError.conflict("view.exists", given);
    }
  }

  /** Renames a view; refuses the name of another view of the user. */
  public void rename(long id, String name, Person person) {
    String given = name(name);
    refuseKnown(views.of(person.id()), id, given);
    try {
      known(id, views.rename(person.id(), id, given));
    } catch (DuplicateKeyException sentTwice) {
      throw ValidationError.conflict("view.exists", given);
    }
  }

  /** Makes a view the opening view, or no longer. */
  public void open(long id, boolean opening, Person person) {
    known(id, views.has(person.id(), id) ? 1 : 0);
    if (opening) {
      views.open(person.id(), id);
    } else {
      views.openNone(person.id());
    }
  }

  public void remove(long id, Person person) {
    known(id, views.remove(person.id(), id));
  }

  private static String name(String name) {
    String given = TextPolicy.SINGLE_LINE.checked("name", name);
    if (given.isEmpty()) {
      throw ValidationError.invalid("view.noName");
    }
    int length = TextPolicy.length(given);
    if (length > SavedView.MAX_NAME) {
      throw ValidationError.invalid("view.nameTooLong", length, SavedView.MAX_NAME);
    }
    return given;
  }

  private static void refuseKnown(List<SavedView> own, long except, String name) {
    if (own.stream().anyMatch(view -> view.id() != except && Folding.isSame(view.name(), name))) {
      throw ValidationError.conflict("view.exists", name);
    }
  }

  private static void known(long id, int rows) {
    if (rows != 1) {
      throw ValidationError.notFound("view.unknown", id);
    }
  }
}
