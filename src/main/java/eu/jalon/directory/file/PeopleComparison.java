package eu.jalon.directory.file;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.people.PeopleRules;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import eu.jalon.shared.text.FormulaGuard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a people file with the directory line by line and checks the user's permission for each
 * change.
 */
final class PeopleComparison {

  private final List<Ministry> ministries;
  private final List<Person> directory;
  private final Map<PersonId, Person> known;
  private final Set<MinistryCode> codes;
  private final Set<MinistryCode> teams;
  private final Person by;

  PeopleComparison(List<Ministry> ministries, List<Person> people, Person by) {
    this.ministries = ministries;
    this.directory = people;
    this.known = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    this.codes = ministries.stream().map(Ministry::code).collect(Collectors.toSet());
    this.teams =
        ministries.stream()
            .filter(Ministry::coordination)
            .map(Ministry::code)
            .collect(Collectors.toSet());
    this.by = by;
  }

  PeopleChanges compare(List<PeopleFile.FileLine> file) {
    List<PeopleChanges.ChangedLine> lines = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    int same = 0;
    for (PeopleFile.FileLine line : file) {
      try {
        PeopleChanges.ChangedLine change = change(line, first);
        if (change == null) {
          same++;
        } else {
          lines.add(change);
        }
      } catch (ValidationError error) {
        lines.add(
            new PeopleChanges.ChangedLine(
                line.number(),
                PeopleFile.shown(line.id()),
                PeopleChanges.Effect.REFUSED,
                null,
                List.of(),
                error));
      }
    }
    int absent =
        (int)
            directory.stream()
                .filter(person -> !person.closed() && !first.containsKey(person.id().value()))
                .filter(person -> by.is(Role.ADMINISTRATOR) || person.workplace().isPresent())
                .count();
    return new PeopleChanges(lines, same, absent, directoryHash());
  }

  /** Returns the change of a line; null if the line equals the directory. */
  private PeopleChanges.@Nullable ChangedLine change(
      PeopleFile.FileLine line, Map<String, Integer> first) {
    PeopleFile.requireWellFormed(line);
    Integer before = first.putIfAbsent(line.cell("id"), line.number());
    if (before != null) {
      throw ValidationError.invalid("peopleFile.twice", PeopleFile.shown(line.cell("id")), before);
    }
    Person person = known.get(new PersonId(line.cell("id")));
    Person after = person(line, person);
    if (after.equals(person)) {
      return null;
    }
    requireAcceptedValues(after);
    PeopleRules.require(person, after, teams, by);
    PeopleRules.requireOwnAddress(after, directory);
    return new PeopleChanges.ChangedLine(
        line.number(),
        after.id().value(),
        person == null ? PeopleChanges.Effect.ADDED : PeopleChanges.Effect.CHANGED,
        after,
        person == null ? List.of() : PeopleChanges.fields(person, after),
        null);
  }

  private void requireAcceptedValues(Person person) {
    for (String name : person.name().texts().values()) {
      if (FormulaGuard.isFormula(name)) {
        throw ValidationError.invalid("peopleFile.formula", PeopleFile.shown(name));
      }
    }
    if (Ministry.isMailbox(person.id())) {
      throw ValidationError.invalid("directory.mailboxName", person.id());
    }
    person
        .workplace()
        .filter(code -> !codes.contains(code))
        .ifPresent(
            code -> {
              throw ValidationError.invalid("peopleFile.ministry", code);
            });
  }

  /** Returns the person of a line; names in languages without a column stay as they are. */
  private static Person person(PeopleFile.FileLine line, @Nullable Person before) {
    String email = line.cell("email");
    String ministry = line.cell("ministry");
    return new Person(
        new PersonId(line.cell("id")),
        line.name(before == null ? null : before.name()),
        email.isEmpty() ? null : new EmailAddress(email),
        language(line),
        choice(Role.class, "role", line),
        ministry.isEmpty() ? null : new MinistryCode(ministry));
  }

  private static Language language(PeopleFile.FileLine line) {
    String code = line.cell("language");
    return Language.known().stream()
        .filter(language -> language.code().equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(
            () ->
                ValidationError.invalid(
                    "peopleFile.choice",
                    "language",
                    PeopleFile.shown(code),
                    Language.known().stream()
                        .map(Language::code)
                        .collect(Collectors.joining(", "))));
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, String column, PeopleFile.FileLine line) {
    String value = line.cell(column);
    return Choice.find(type.getEnumConstants(), Enum::name, value)
        .orElseThrow(
            () ->
                ValidationError.invalid(
                    "peopleFile.choice",
                    column,
                    PeopleFile.shown(value),
                    Choice.keys(type.getEnumConstants(), Enum::name)));
  }

  /** Returns a SHA-256 hash of all ministries and people. */
  private String directoryHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ministries.forEach(
          ministry -> digest.update((ministry + "\n").getBytes(StandardCharsets.UTF_8)));
      directory.forEach(person -> digest.update((person + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
