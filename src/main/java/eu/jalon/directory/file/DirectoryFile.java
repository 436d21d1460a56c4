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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parties, series, ministries and people read from a YAML file that an administrator writes. */
public record DirectoryFile(
    List<Party> parties, List<Series> series, List<Ministry> ministries, List<Person> people) {

  public DirectoryFile {
    refuseTwoCoordinations(ministries);
  }

  private static void refuseTwoCoordinations(List<Ministry> ministries) {
    Map<PartyCode, MinistryCode> found = new HashMap<>();
    for (Ministry ministry : ministries) {
      MinistryCode first =
          ministry.coordination() ? found.putIfAbsent(ministry.party(), ministry.code()) : null;
      if (first != null) {
        throw ValidationError.invalid(
            "party.twoCoordinations", ministry.party(), first, ministry.code());
      }
    }
  }

  private record Contents(
      @Nullable List<PartyEntry> parties,
      @Nullable List<SeriesEntry> series,
      List<MinistryEntry> ministries,
      List<PersonEntry> people) {}

  private record PartyEntry(
      String code,
      LocalText name,
      String zone,
      String calendar,
      @Nullable List<String> bridgingDays) {

    Party party() {
      PartyCode party = new PartyCode(code);
      return new Party(
          party,
          name,
          Party.zone(party, zone),
          calendar,
          given(bridgingDays).stream().map(IsoDay::parse).collect(Collectors.toSet()));
    }
  }

  private record SeriesEntry(
      String id,
      LocalText name,
      List<String> parties,
      List<String> languages,
      @Nullable String defaultDeadline,
      boolean everyPartyLeads) {

    Series series() {
      return new Series(
          id,
          name,
          parties.stream().map(PartyCode::new).toList(),
          languages.stream().map(each -> choice(Language.class, "languages", each)).toList(),
          defaultDeadline,
          everyPartyLeads);
    }
  }

  private static <T> List<T> given(@Nullable List<T> entries) {
    return entries == null ? List.of() : entries;
  }

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
                      ? Language.FR
                      : choice(Language.class, "mailboxLanguage", mailboxLanguage)));
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
          choice(Language.class, "language", language),
          choice(Role.class, "role", role),
          ministry == null ? null : new MinistryCode(ministry));
    }
  }

  /** Parses a file; rejects the whole file with the first wrong value. */
  public static DirectoryFile read(InputStream in) throws IOException {
    try {
      Contents contents = new ObjectMapper(new YAMLFactory()).readValue(in, Contents.class);
      return new DirectoryFile(
          given(contents.parties()).stream().map(PartyEntry::party).toList(),
          given(contents.series()).stream().map(SeriesEntry::series).toList(),
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
