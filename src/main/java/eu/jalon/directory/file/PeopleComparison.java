package eu.jalon.directory.file;

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
import eu.jalon.shared.text.FormulaGuard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a file of people with the directory, line by line, for somebody who would enter it. */
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

  PeopleChanges with(List<PeopleFile.Line> file) {
    List<PeopleChanges.Line> lines = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    int same = 0;
    for (PeopleFile.Line line : file) {
      try {
        PeopleChanges.Line change = change(line, first);
        if (change == null) {
          same++;
        } else {
          lines.add(change);
        }
      } catch (ValidationError refusal) {
        lines.add(
            new PeopleChanges.Line(
                line.number(),
                PeopleFile.shown(line.cells().get(0)),
                PeopleChanges.What.REFUSED,
                null,
                List.of(),
                refusal));
      }
    }
    int absent =
        (int)
            directory.stream()
                .filter(person -> !first.containsKey(person.id().value()))
                .filter(person -> by.is(Role.ADMINISTRATOR) || person.workplace().isPresent())
                .count();
    return new PeopleChanges(lines, same, absent, seen());
  }

  /** What a line changes; nothing where it says what the directory says. */
  private PeopleChanges.@Nullable Line change(PeopleFile.Line line, Map<String, Integer> first) {
    PeopleFile.requirePlain(line);
    Integer before = first.putIfAbsent(line.cell("id"), line.number());
    if (before != null) {
      throw ValidationError.invalid("peopleFile.twice", PeopleFile.shown(line.cell("id")), before);
    }
    Person after = person(line);
    Person person = known.get(after.id());
    if (after.equals(person)) {
      return null;
    }
    requireSense(after);
    PeopleRules.require(person, after, teams, by);
    PeopleRules.requireOwnAddress(after, directory);
    return new PeopleChanges.Line(
        line.number(),
        after.id().value(),
        person == null ? PeopleChanges.What.ADDED : PeopleChanges.What.CHANGED,
        after,
        person == null ? List.of() : PeopleChanges.fields(person, after),
        null);
  }

  private void requireSense(Person person) {
    for (String name : Arrays.asList(person.name().fr(), person.name().nl(), person.name().en())) {
      if (name != null && FormulaGuard.isFormula(name)) {
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

  private static Person person(PeopleFile.Line line) {
    String email = line.cell("email");
    String ministry = line.cell("ministry");
    return new Person(
        new PersonId(line.cell("id")),
        new LocalText(
            line.cell("name_fr"), orNull(line.cell("name_nl")), orNull(line.cell("name_en"))),
        email.isEmpty() ? null : new EmailAddress(email),
        choice(Language.class, "language", line),
        choice(Role.class, "role", line),
        ministry.isEmpty() ? null : new MinistryCode(ministry));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String column, PeopleFile.Line line) {
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

  /** The same for the same ministries and people, and for no others. */
  private String seen() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ministries.forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
      directory.forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
