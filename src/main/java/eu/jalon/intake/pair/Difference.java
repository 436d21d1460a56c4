package eu.jalon.intake.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The difference between two steps of a pair.
 *
 * @param first what only the first contains, separated by commas; empty if nothing
 * @param second the same of the second
 */
public record Difference(Kind kind, String first, String second) {

  /** The kind of difference. */
  public enum Kind {
    /** Numbers written in figures. */
    NUMBERS,
    /** The deadline that is stated. */
    DEADLINE,
    /** The ministries that are named. */
    OWNERS
  }

  /** Compares two steps; empty if they agree. */
  public static List<Difference> between(VersionStep one, VersionStep other) {
    List<Difference> found = new ArrayList<>();
    String due = one.deadline() == null ? "" : one.deadline();
    String otherDue = other.deadline() == null ? "" : other.deadline();
    if (!due.equals(otherDue)) {
      found.add(new Difference(Kind.DEADLINE, due, otherDue));
    }
    add(found, Kind.NUMBERS, Traits.numbers(one.text()), Traits.numbers(other.text()));
    add(found, Kind.OWNERS, one.owners(), other.owners());
    return List.copyOf(found);
  }

  private static <T> void add(List<Difference> found, Kind kind, Set<T> one, Set<T> other) {
    if (!one.equals(other)) {
      found.add(new Difference(kind, without(one, other), without(other, one)));
    }
  }

  private static <T> String without(Set<T> all, Set<T> others) {
    Set<T> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
