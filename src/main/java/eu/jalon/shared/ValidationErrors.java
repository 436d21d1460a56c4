package eu.jalon.shared;

import java.util.List;
import java.util.stream.Collectors;

/** Reports the rejected items of a request on several items, none of which is carried out. */
public class ValidationErrors extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One rejected item.
   *
   * @param item its reference, or its id if it does not exist
   */
  public record Rejected(String item, ValidationError error) {}

  private final transient List<Rejected> rejected;

  /** Creates the exception from at least one rejected item. */
  public ValidationErrors(List<Rejected> rejected) {
    super(
        rejected.stream()
            .map(item -> item.item() + ": " + item.error().getMessage())
            .collect(Collectors.joining("; ")));
    this.rejected = List.copyOf(rejected);
  }

  public List<Rejected> rejected() {
    return rejected;
  }

  /** Returns the error of the first item, for requests on a single item. */
  public ValidationError first() {
    return rejected.get(0).error();
  }
}
