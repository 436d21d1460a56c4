package eu.jalon.directory.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ministries and people read from a YAML file that an administrator writes. */
public record DirectoryFile(List<Ministry> ministries, List<Person> people) {

  private record Contents(List<MinistryEntry> ministries, List<PersonEntry> people) {}

  private record MinistryEntry(
      String code,
      boolean coordination,
      LocalText name,
      @Nullable String mailbox,
      @Nullable String mailboxLanguage) {

    Ministry ministry() {
      return new Ministry(
          new MinistryCode(code),
          coordination,
          name,
          mailbox == null
              ? null
              : new Ministry.Mailbox(
                  new EmailAddress(mailbox),
                  mailboxLanguage == null
                      ? Language.first()
                      : Choice.language("mailboxLanguage", mailboxLanguage)));
    }
  }

  private record PersonEntry(
      String id,
      LocalText name,
      @Nullable String email,
      String language,
      String role,
      @Nullable String ministry) {

    Person person() {
      if (Ministry.isMailbox(new PersonId(id))) {
        throw ValidationError.invalid("directory.mailboxName", id);
      }
      return new Person(
          new PersonId(id),
          name,
          email == null ? null : new EmailAddress(email),
          Choice.language("language", language),
          choice(Role.class, "role", role),
          ministry == null ? null : new MinistryCode(ministry));
    }
  }

  /** Parses a file; rejects the whole file with the first wrong value. */
  public static DirectoryFile read(InputStream in) throws IOException {
    try {
      Contents contents = new ObjectMapper(new YAMLFactory()).readValue(in, Contents.class);
      return new DirectoryFile(
          contents.ministries().stream().map(MinistryEntry::ministry).toList(),
          contents.people().stream().map(PersonEntry::person).toList());
    } catch (JsonProcessingException unreadable) {
      throw ValidationError.invalid(
          "directory.file",
          unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr());
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String field, String value) {
    return Choice.required(type, field, value);
  }
}
