package eu.jalon.shared;

import java.util.List;
import java.util.stream.Collectors;

/** Of several things asked for at once, those that cannot be; so none of them happens. */
public class ValidationErrors extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One of them.
   *
   * @param what how it is called: a reference, or the id of what does not exist
   */
  public record One(String what, ValidationError why) {}

  private final transient List<One> refused;

  /** Each of them once; there is at least one. */
  public ValidationErrors(List<One> refused) {
    super(
        refused.stream()
            .map(one -> one.what() + ": " + one.why().getMessage())
            .collect(Collectors.joining("; ")));
    this.refused = List.copyOf(refused);
  }

  public List<One> refused() {
    return refused;
  }

  /** The reason of the first, for who asked for one thing only. */
  public ValidationError first() {
    return refused.get(0).why();
  }
}
