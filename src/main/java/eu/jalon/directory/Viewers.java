package eu.jalon.directory;

import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decides what a person sees and steers: nothing of a series that the person's party is not in.
 * Everything that shows the register asks here. A series that another node changes counts after at
 * most ten seconds ({@link Parties}).
 */
@Component
public class Viewers {

  private final Parties parties;

  Viewers(Parties parties) {
    this.parties = parties;
  }

  /**
   * Returns the view of a focal point or coordinator.
   *
   * @throws ValidationError {@code register.administrator} for an administrator
   */
  public Viewer of(Person person) {
    return switch (person.role()) {
      case COORDINATOR -> new Viewer(restriction(person), Optional.empty());
      case FOCAL_POINT -> new Viewer(restriction(person), person.workplace());
      case ADMINISTRATOR -> throw ValidationError.forbidden("register.administrator");
    };
  }

  /**
   * Returns the view of a coordinator.
   *
   * @throws ValidationError {@code register.coordinatorOnly} for other roles
   */
  public Viewer ofCoordinator(Person person) {
    Viewer.requireCoordinator(person);
    return of(person);
  }

  /** Returns the view of a person's lists: only the series that the person looks at, if any. */
  public Viewer lists(Person person) {
    Viewer all = of(person);
    return parties.seriesOf(person).size() < 2
        ? all
        : person
            .chosenSeries()
            .filter(all::sees)
            .map(chosen -> new Viewer(Optional.of(Set.of(chosen)), all.only()))
            .orElse(all);
  }

  /**
   * Returns the view of a coordinator's lists.
   *
   * @throws ValidationError {@code register.coordinatorOnly} for other roles
   */
  public Viewer coordinatorLists(Person person) {
    Viewer.requireCoordinator(person);
    return lists(person);
  }

  /** Empty where no series is left out, so that statements need no condition for it. */
  private Optional<Set<String>> restriction(Person person) {
    List<Series> own = parties.seriesOf(person);
    return own.size() == parties.series().size()
        ? Optional.empty()
        : Optional.of(own.stream().map(Series::id).collect(Collectors.toSet()));
  }
}
