package eu.jalon.pages.people;

import eu.jalon.directory.Role;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import eu.jalon.shared.text.Folding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the directory as request parameters.
 *
 * @param q words of a name, an account, an address or a ministry's code; accents do not matter
 * @param state a reason why emails do not arrive, one of {@link State}
 * @param series the series of the list, if the address names one
 */
record PeopleQuery(
    @Nullable String q,
    @Nullable String party,
    @Nullable String ministry,
    @Nullable String role,
    @Nullable String language,
    @Nullable String state,
    @Nullable String series) {

  private static final int MAX_TEXT = 200;

  /** A reason why emails do not reach a person. */
  enum State {
    /** The address was refused. */
    REFUSED,
    AWAY,
    NO_ADDRESS
  }

  PeopleQuery {
    q = Choice.given(q);
    party = Choice.given(party);
    ministry = Choice.given(ministry);
    role = Choice.given(role);
    language = Choice.given(language);
    state = Choice.given(state);
    series = Choice.given(series);
    if (q != null && q.length() > MAX_TEXT) {
      throw ValidationError.invalid("list.textTooLong", q.length(), MAX_TEXT);
    }
    party = party == null ? null : new PartyCode(party.toUpperCase(Locale.ROOT)).value();
    role = name(Choice.optional(Role.class, "role", role));
    Language chosen = Choice.optionalLanguage("language", language);
    language = chosen == null ? null : chosen.code();
    state = name(Choice.optional(State.class, "state", state));
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(q, party, ministry, role, language, state).anyMatch(Objects::nonNull);
  }

  /** Whether people are filtered, and not only ministries. */
  private boolean looksForPeople() {
    return Stream.of(q, role, language, state).anyMatch(Objects::nonNull);
  }

  boolean shows(PeopleController.Office office) {
    return (party == null || party.equals(office.ministry().party().value()))
        && (ministry == null || ministry.equals(office.ministry().code().value()));
  }

  /** Whether a ministry is shown without people: because of its name or its refused mailbox. */
  boolean showsEmpty(PeopleController.Office office) {
    if (!looksForPeople()) {
      return true;
    }
    if (role != null || language != null) {
      return false;
    }
    return (state == null || (state.equals(State.REFUSED.name()) && office.refusal() != null))
        && (q == null
            || holds(
                office.ministry().code()
                    + " "
                    + names(office.ministry().name())
                    + " "
                    + office.ministry().mailbox().map(box -> box.address().value()).orElse("")));
  }

  boolean shows(PeopleController.Office office, PeopleController.Member member) {
    var person = member.person();
    return (role == null || role.equals(person.role().name()))
        && (language == null || language.equals(person.language().code()))
        && (state == null || isIn(State.valueOf(state), member))
        && (q == null
            || holds(
                person.id()
                    + " "
                    + names(person.name())
                    + " "
                    + person.address().map(Object::toString).orElse("")
                    + " "
                    + office.ministry().code()));
  }

  private static boolean isIn(State state, PeopleController.Member member) {
    return switch (state) {
      case REFUSED -> member.refusal() != null;
      case AWAY -> !member.absences().isEmpty();
      case NO_ADDRESS -> member.person().address().isEmpty();
    };
  }

  private static String names(eu.jalon.shared.LocalText name) {
    return String.join(" ", name.texts().values());
  }

  private boolean holds(String text) {
    String folded = Folding.fold(text);
    return q == null || Arrays.stream(Folding.fold(q).split("\\s+")).allMatch(folded::contains);
  }

  ListLink link() {
    return ListLink.to("/people")
        .with(ListLink.SERIES, series)
        .with("q", q)
        .with("party", party)
        .with("ministry", ministry)
        .with("role", role)
        .with("language", language)
        .with("state", state);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
