package eu.jalon.security.rights;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * Two series beside the one of Belgium and France: Belgium with the Netherlands, and the Benelux.
 * The Netherlands and Luxembourg are in no series with France.
 */
final class OtherSeries {

  static final String PAIR = "DUO";
  static final String BENELUX = "TRIO";
  static final String PASSWORD = "jalon-demo";

  private OtherSeries() {}

  static void enter(ApplicationContext application) {
    Parties parties = application.getBean(Parties.class);
    Directory directory = application.getBean(Directory.class);
    parties.enter(
        List.of(party("NL", "Pays-Bas", "Nederland"), party("LU", "Luxembourg", "Luxemburg")),
        List.of());
    List<Person> people =
        List.of(
            person("coord-nl", Role.COORDINATOR, "NL-AZ"),
            person("nl-tra", Role.FOCAL_POINT, "NL-TRA"),
            person("coord-lu", Role.COORDINATOR, "LU-ME"),
            person("lu-tra", Role.FOCAL_POINT, "LU-TRA"));
    directory.enter(
        List.of(
            ministry("NL-AZ", true, "Coordination néerlandaise", "Nederlandse coördinatie"),
            ministry("NL-TRA", false, "Infrastructure", "Infrastructuur"),
            ministry("LU-ME", true, "Coordination luxembourgeoise", "Luxemburgse coördinatie"),
            ministry("LU-TRA", false, "Mobilité", "Mobiliteit")),
        people);
    people.forEach(person -> directory.setPassword(person.id(), PASSWORD));
    parties.enter(List.of(), List.of(series(PAIR, "BE", "NL"), series(BENELUX, "BE", "NL", "LU")));
  }

  private static Party party(String code, String fr, String nl) {
    return new Party(
        new PartyCode(code),
        Texts.text(fr, nl),
        ZoneId.of("Europe/Brussels"),
        code.equals("NL") ? "nl" : "lu",
        Set.of());
  }

  private static Ministry ministry(String code, boolean coordination, String fr, String nl) {
    return new Ministry(new MinistryCode(code), coordination, Texts.text(fr, nl));
  }

  private static Person person(String id, Role role, String ministry) {
    return new Person(
        new PersonId(id),
        LocalText.same(id),
        new EmailAddress(id + "@example.org"),
        Texts.NL,
        role,
        new MinistryCode(ministry));
  }

  private static Series series(String id, String... members) {
    return new Series(
        id,
        LocalText.same(id),
        List.of(members).stream().map(PartyCode::new).toList(),
        List.of(Texts.FR),
        true,
        null,
        true);
  }
}
