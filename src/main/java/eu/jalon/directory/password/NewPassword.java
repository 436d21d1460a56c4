package eu.jalon.directory.password;

import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;

/** The rules for a password that a person chooses: length counts, composition does not. */
public final class NewPassword {

  /** The least number of code points. */
  public static final int MIN_LENGTH = 12;

  /** The largest number of code points. */
  public static final int MAX_LENGTH = 200;

  private NewPassword() {}

  /**
   * Checks a password.
   *
   * @throws ValidationError if it is too short, too long, or the account or the address
   */
  static String checked(String password, Person person) {
    int length = TextPolicy.length(password);
    if (length < MIN_LENGTH) {
      throw ValidationError.ofField("password.short", "password", MIN_LENGTH);
    }
    if (length > MAX_LENGTH) {
      throw ValidationError.ofField("password.long", "password", MAX_LENGTH);
    }
    boolean guessed =
        password.equalsIgnoreCase(person.id().value())
            || person
                .address()
                .filter(address -> password.equalsIgnoreCase(address.value()))
                .isPresent();
    if (guessed) {
      throw ValidationError.ofField("password.account", "password");
    }
    return password;
  }
}
