package eu.jalon.register;

import eu.jalon.shared.OriginId;
import java.util.List;

/**
 * What became of the commitments that a meeting decided, counted.
 *
 * @param carriedTo where those that were carried over went on
 */
public record SummitBalance(
    OriginId origin,
    int fulfilled,
    int open,
    int carriedOver,
    int withdrawn,
    List<Carried> carriedTo) {

  /** How many go on as commitments of another meeting. */
  public record Carried(OriginId to, int count) {}

  public SummitBalance {
    carriedTo = List.copyOf(carriedTo);
  }

  /** Of a meeting that decided nothing yet. */
  public static SummitBalance none(OriginId origin) {
    return new SummitBalance(origin, 0, 0, 0, 0, List.of());
  }

  public int total() {
    return fulfilled + open + carriedOver + withdrawn;
  }
}
