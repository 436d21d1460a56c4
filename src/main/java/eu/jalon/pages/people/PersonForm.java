package eu.jalon.pages.people;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a person, as entered; kept in the session after an error. */
record PersonForm(
    @Nullable String id,
    Map<String, String> name,
    @Nullable String email,
    @Nullable String language,
    @Nullable String role,
    @Nullable String ministry)
    implements Serializable {

  PersonForm(
      @Nullable String id,
      @Nullable Map<String, String> name,
      @Nullable String email,
      @Nullable String language,
      @Nullable String role,
      @Nullable String ministry) {
    this.id = id;
    this.name = name == null ? Map.of() : name;
    this.email = email;
    this.language = language;
    this.role = role;
    this.ministry = ministry;
  }

  static final PersonForm EMPTY = new PersonForm(null, null, null, null, null, null);

  static PersonForm of(Person person) {
    return new PersonForm(
        person.id().value(),
        person.name().byCode(),
        person.address().map(EmailAddress::value).orElse(null),
        person.language().code(),
        person.role().name(),
        person.workplace().map(MinistryCode::value).orElse(null));
  }

  /** The person; refuses invalid values. */
  Person person() {
    String address = Choice.given(email);
    return new Person(
        new PersonId(text(id)),
        names(),
        address == null ? null : new EmailAddress(address.strip()),
        Choice.language("language", text(language)),
        chosenRole(),
        workplace());
  }

  LocalText names() {
    return LocalText.given(name)
        .orElseThrow(() -> ValidationError.ofField("people.nameMissing", "name"));
  }

  Role chosenRole() {
    return Choice.required(Role.class, "role", role);
  }

  /** The ministry; none for an administrator. */
  @Nullable MinistryCode workplace() {
    String code = Choice.given(ministry);
    return code == null || chosenRole() == Role.ADMINISTRATOR ? null : new MinistryCode(code);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
