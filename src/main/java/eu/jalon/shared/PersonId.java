package eu.jalon.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** The account name of a person: lower-case letters, digits, dots and hyphens. */
public record PersonId(String value) implements Comparable<PersonId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{1,62}");

  public PersonId {
    if (!FORM.matcher(value).matches()) {
      throw ValidationError.invalid("person.id", value);
    }
  }

  /** Returns the account name, or empty if the text is none. */
  public static Optional<PersonId> of(String text) {
    return Optional.of(text).filter(FORM.asMatchPredicate()).map(PersonId::new);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
