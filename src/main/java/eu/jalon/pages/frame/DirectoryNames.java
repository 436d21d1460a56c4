package eu.jalon.pages.frame;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of ministries and people for a page. */
public record DirectoryNames(Map<MinistryCode, Ministry> ministries, Map<PersonId, Person> people) {

  public static DirectoryNames of(Directory directory) {
    Directory.Listing listing = directory.listing();
    return new DirectoryNames(listing.ministries(), listing.people());
  }

  /** The name of a ministry, or its code if it is not in the directory. */
  public LocalText ministry(MinistryCode code) {
    Ministry ministry = ministries.get(code);
    return ministry == null ? LocalText.same(code.value()) : ministry.name();
  }

  /**
   * The name of a person, the ministry's name for a mailbox, or the account name of a person
   * without a ministry.
   */
  public LocalText person(PersonId id) {
    Person person = people.get(id);
    if (person != null) {
      return person.name();
    }
    return ministries.values().stream()
        .filter(ministry -> ministry.mailboxId().equals(id))
        .map(Ministry::name)
        .findFirst()
        .orElseGet(() -> LocalText.same(id.value()));
  }

  /** Whether the id stands for a ministry's mailbox, which has no account. */
  public boolean isMailbox(PersonId id) {
    return Ministry.isMailbox(id);
  }

  /** The language of a person, if the directory contains it. */
  public Optional<Language> languageOf(@Nullable PersonId id) {
    return Optional.ofNullable(id).map(people::get).map(Person::language);
  }

  /**
   * The ministries of some parties that were not merged into another one, in the order of their
   * codes.
   */
  public List<Ministry> inOrder(Collection<PartyCode> parties) {
    return ministries.values().stream()
        .filter(ministry -> ministry.isOpen() && parties.contains(ministry.party()))
        .sorted((one, other) -> one.code().compareTo(other.code()))
        .toList();
  }
}
