package eu.jalon.directory;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user with an account: a focal point, a coordinator or an administrator.
 *
 * @param closed whether the account is closed; records still name the person
 * @param series the id of the series to which the user's lists are narrowed; absent if they show
 *     all
 */
public record Person(
    PersonId id,
    LocalText name,
    @Nullable EmailAddress email,
    Language language,
    Role role,
    @Nullable MinistryCode ministry,
    boolean closed,
    @Nullable String series) {

  /** Maximum length of a name in code points. */
  public static final int LONGEST_NAME = 200;

  /** Creates a person with an open account. */
  public Person(
      PersonId id,
      LocalText name,
      @Nullable EmailAddress email,
      Language language,
      Role role,
      @Nullable MinistryCode ministry) {
    this(id, name, email, language, role, ministry, false, null);
  }

  public Person {
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, LONGEST_NAME));
    if ((role == Role.ADMINISTRATOR) != (ministry == null)) {
      throw ValidationError.invalid("person.ministry", id);
    }
  }

  public Optional<EmailAddress> address() {
    return Optional.ofNullable(email);
  }

  /** Returns the person's ministry; empty for an administrator. */
  public Optional<MinistryCode> workplace() {
    return Optional.ofNullable(ministry);
  }

  /** Returns the series to which the user's lists are narrowed. */
  public Optional<String> chosenSeries() {
    return Optional.ofNullable(series);
  }

  /** Returns the same user with lists narrowed to a series, or to none. */
  public Person lookingAt(@Nullable String only) {
    return new Person(id, name, email, language, role, ministry, closed, only);
  }

  public boolean is(Role wanted) {
    return role == wanted;
  }

  /** Equal people have the same id, which is faster to hash than all components. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
