package eu.jalon.intake;

import eu.jalon.shared.ValidationError;

/**
 * Some words of a document that a coordinator marks as a step.
 *
 * @param start offset of the first character
 * @param end offset after the last one
 */
public record MarkedPlace(int start, int end) {

  public MarkedPlace {
    if (start < 0 || end <= start) {
      throw ValidationError.invalid("declaration.markPlace", start, end);
    }
  }
}
