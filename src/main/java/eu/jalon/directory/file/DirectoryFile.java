package eu.jalon.directory.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.IsoDay;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parties, series, ministries and people read from a YAML file that an administrator writes. */
public record DirectoryFile(
    List<Party> parties, List<Series> series, List<Ministry> ministries, List<Person> people) {

  public DirectoryFile {
    Ministry.requireOneCoordination(ministries);
  }

  private record Contents(
      @Nullable List<PartyEntry> parties,
      @Nullable List<SeriesEntry> series,
      @Nullable List<MinistryEntry> ministries,
      @Nullable List<PersonEntry> people) {}

  private record PartyEntry(
      @Nullable String code,
      @Nullable LocalText name,
      @Nullable String zone,
      @Nullable String calendar,
      @Nullable List<String> bridgingDays) {

    Party party() {
      PartyCode party = new PartyCode(given("code", code, "parties"));
      return new Party(
          party,
          given("name", name, code),
          Party.zone(party, given("zone", zone, code)),
          given("calendar", calendar, code),
          list(bridgingDays).stream().map(IsoDay::parse).collect(Collectors.toSet()));
    }
  }

  private record SeriesEntry(
      @Nullable String id,
      @Nullable LocalText name,
      @Nullable List<String> parties,
      @Nullable List<String> languages,
      @Nullable Boolean translatedLater,
      @Nullable String defaultDeadline,
      boolean everyPartyLeads,
      @Nullable Boolean onePartyDecides,
      boolean restricted) {

    Series series() {
      return new Series(
          given("id", id, "series"),
          given("name", name, id),
          given("parties", parties, id).stream().map(PartyCode::new).toList(),
          given("languages", languages, id).stream()
              .map(each -> Choice.language("languages", each))
              .toList(),
          translatedLater == null || translatedLater,
          defaultDeadline,
          everyPartyLeads,
          onePartyDecides != null && onePartyDecides,
          restricted,
          0);
    }
  }

  private record MinistryEntry(
      @Nullable String code,
      boolean coordination,
      @Nullable LocalText name,
      @Nullable String mailbox,
      @Nullable String mailboxLanguage) {

    Ministry ministry() {
      return new Ministry(
          new MinistryCode(given("code", code, "ministries")),
          coordination,
          given("name", name, code),
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
      @Nullable String id,
      @Nullable LocalText name,
      @Nullable String email,
      @Nullable String language,
      @Nullable String role,
      @Nullable String ministry) {

    Person person() {
      PersonId person = new PersonId(given("id", id, "people"));
      if (Ministry.isMailbox(person)) {
        throw ValidationError.invalid("directory.mailboxName", person);
      }
      return new Person(
          person,
          given("name", name, id),
          email == null ? null : new EmailAddress(email),
          Choice.language("language", given("language", language, id)),
          choice(Role.class, "role", given("role", role, id)),
          ministry == null ? null : new MinistryCode(ministry));
    }
  }

  /** Parses a file; rejects the whole file with the first wrong value. */
  public static DirectoryFile read(InputStream in) throws IOException {
    try {
      Contents contents = new ObjectMapper(new YAMLFactory()).readValue(in, Contents.class);
      return new DirectoryFile(
          list(contents == null ? null : contents.parties()).stream()
              .map(PartyEntry::party)
              .toList(),
          list(contents == null ? null : contents.series()).stream()
              .map(SeriesEntry::series)
              .toList(),
          list(contents == null ? null : contents.ministries()).stream()
              .map(MinistryEntry::ministry)
              .toList(),
          list(contents == null ? null : contents.people()).stream()
              .map(PersonEntry::person)
              .toList());
    } catch (JsonProcessingException unreadable) {
      throw ValidationError.invalid(
          "directory.file",
          unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr());
    }
  }

  /** An empty list for a section that the file leaves out. */
  private static <T> List<T> list(@Nullable List<T> section) {
    return section == null ? List.of() : section;
  }

  private static <T> T given(String field, @Nullable T value, @Nullable String of) {
    if (value == null) {
      throw ValidationError.invalid("directory.missing", field, String.valueOf(of));
    }
    return value;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String field, String value) {
    return Choice.required(type, field, value);
  }
}
