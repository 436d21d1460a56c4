package eu.jalon.reminder.news;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Recipients.Recipient;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people in each role that a change concerns, on one day. A ministry that takes part is
 * concerned by what happened since it does, or since one that was merged into it did.
 */
final class ConcernedPeople {

  /** The ministries that take part in a commitment. */
  record Ministries(List<MinistryCode> leads, List<MinistryCode> associated) {

    static final Ministries NONE = new Ministries(List.of(), List.of());

    private boolean includes(MinistryCode ministry) {
      return leads.contains(ministry) || associated.contains(ministry);
    }

    private Ministries map(UnaryOperator<List<MinistryCode>> change) {
      return new Ministries(change.apply(leads), change.apply(associated));
    }
  }

  /**
   * Why and how a person is told.
   *
   * @param standsFor the absent person whose e-mails they receive, if that is the reason
   */
  record Concern(ConcernedRole role, Telling telling, @Nullable PersonId standsFor) {}

  private final Map<CommitmentRef, Ministries> named;
  private final Map<CommitmentRef, Ministries> ministries = new HashMap<>();
  private final Map<Long, Ministries> atChange = new HashMap<>();
  private final Map<CommitmentRef, List<Follower>> followers;
  private final Viewers viewers;
  private final Recipients recipients;
  private final LocalDate day;
  private final Map<MinistryCode, List<Recipient>> teams = new HashMap<>();
  private final Map<PartyCode, List<Recipient>> coordinations = new HashMap<>();

  /**
   * The people as they are concerned on a day.
   *
   * @param ministries the ministries of the commitments now
   * @param changes all changes since the oldest one that is asked about, oldest first
   * @param followers those of these commitments
   */
  ConcernedPeople(
      Map<CommitmentRef, Ministries> ministries,
      List<RecordedChange> changes,
      Map<CommitmentRef, List<Follower>> followers,
      Viewers viewers,
      Recipients recipients,
      LocalDate day) {
    this.named = ministries;
    this.followers = followers;
    this.viewers = viewers;
    this.recipients = recipients;
    this.day = day;
    ministries.forEach((ref, parts) -> this.ministries.put(ref, parts.map(this::successors)));
    Map<CommitmentRef, Ministries> then = new HashMap<>(this.ministries);
    for (int i = changes.size() - 1; i >= 0; i--) {
      RecordedChange recorded = changes.get(i);
      CommitmentChange change = recorded.change();
      Ministries after = then.getOrDefault(change.ref(), Ministries.NONE);
      atChange.put(recorded.id(), after);
      then.put(change.ref(), before(after, change));
    }
  }

  /** The ministries before a change. */
  private Ministries before(Ministries after, CommitmentChange change) {
    return switch (change.type()) {
      case REASSIGNED -> new Ministries(before(after.leads(), change), after.associated());
      case ASSOCIATED -> new Ministries(after.leads(), before(after.associated(), change));
      default -> after;
    };
  }

  private List<MinistryCode> before(List<MinistryCode> after, CommitmentChange change) {
    List<MinistryCode> before = new ArrayList<>(after);
    before.removeAll(ministries(change.to()));
    before.addAll(ministries(change.from()));
    return before;
  }

  /** The ministries in a value of the history, or those that they were merged into. */
  private List<MinistryCode> ministries(@Nullable String value) {
    return successors(ChangeNotice.ministries(value));
  }

  private List<MinistryCode> successors(List<MinistryCode> codes) {
    return codes.stream().map(recipients::successor).toList();
  }

  /** Each person whom a change concerns, once; without the one who made it. */
  Map<PersonId, Concern> of(RecordedChange recorded) {
    Map<ConcernedRole, Telling> audience = ChangeAudience.of(recorded.change().type());
    Map<PersonId, Concern> concerned = new LinkedHashMap<>();
    for (Telling telling : Telling.values()) {
      audience.forEach(
          (role, how) -> {
            if (how == telling) {
              people(role, recorded)
                  .forEach(
                      recipient ->
                          concerned.putIfAbsent(
                              recipient.person().id(),
                              new Concern(
                                  roleOf(recipient, role, recorded.change().ref()),
                                  telling,
                                  recipient.standsFor())));
            }
          });
    }
    concerned.remove(recorded.change().by());
    return concerned;
  }

  /** The role, or that of a former ministry: the commitment names the people's ministry no more. */
  private ConcernedRole roleOf(Recipient recipient, ConcernedRole role, CommitmentRef ref) {
    return switch (role) {
      case LEAD, OTHER_LEAD, ASSOCIATED -> {
        Ministries parts = named.getOrDefault(ref, Ministries.NONE);
        boolean former =
            recipient.person().is(Role.FOCAL_POINT)
                && recipient.person().workplace().filter(parts::includes).isEmpty();
        yield former ? ConcernedRole.FORMER_MINISTRY : role;
      }
      default -> role;
    };
  }

  private Stream<Recipient> people(ConcernedRole role, RecordedChange recorded) {
    CommitmentChange change = recorded.change();
    Ministries then = atChange.getOrDefault(recorded.id(), Ministries.NONE);
    Ministries parts = ministries.getOrDefault(change.ref(), Ministries.NONE);
    boolean reassigned = change.type() == CommitmentChange.Type.REASSIGNED;
    boolean associated = change.type() == CommitmentChange.Type.ASSOCIATED;
    Optional<PartyCode> side = actingMinistry(change, recipients).map(MinistryCode::party);
    Optional<PartyCode> ledFor =
        reassigned ? ministries(change.to()).stream().map(MinistryCode::party).findFirst() : side;
    return switch (role) {
      case REQUESTER -> requester(recorded);
      case FORMER_MINISTRY -> teams(ministries(change.from()));
      case LEAD ->
          reassigned
              ? teams(ministries(change.to()))
              : teams(
                  parts.leads().stream()
                      .filter(then::includes)
                      .filter(lead -> isOf(lead, ledFor))
                      .toList());
      case OTHER_LEAD ->
          teams(
              parts.leads().stream()
                  .filter(then::includes)
                  .filter(lead -> !isOf(lead, ledFor))
                  .toList());
      case ASSOCIATED ->
          associated
              ? Stream.concat(teams(ministries(change.from())), teams(ministries(change.to())))
              : teams(parts.associated().stream().filter(then::includes).toList());
      case FOLLOWER -> followers(change);
      case OWN_COORDINATION -> side.stream().flatMap(this::coordination);
      case OTHER_COORDINATION ->
          parts.leads().stream()
              .filter(lead -> !isOf(lead, side))
              .map(MinistryCode::party)
              .flatMap(this::coordination);
    };
  }

  /** Those who may see the commitment today and can receive e-mail. */
  private Stream<Recipient> followers(CommitmentChange change) {
    return followers.getOrDefault(change.ref(), List.of()).stream()
        .filter(follower -> !change.at().isBefore(follower.since()))
        .flatMap(
            follower ->
                recipients
                    .person(follower.person())
                    .filter(person -> maySee(person, follower))
                    .map(person -> recipients.of(person, day).recipients())
                    .stream()
                    .flatMap(List::stream)
                    .filter(found -> found.person().id().equals(follower.person())));
  }

  private boolean maySee(Person person, Follower follower) {
    Viewer viewer = viewers.of(person);
    Ministries parts = named.getOrDefault(follower.ref(), Ministries.NONE);
    return viewer.sees(follower.series()) && viewer.only().map(parts::includes).orElse(true);
  }

  private static boolean isOf(MinistryCode ministry, Optional<PartyCode> party) {
    return party.filter(ministry.party()::equals).isPresent();
  }

  /** The person who asked, or in their absence who receives their e-mails; a whole coordination. */
  private Stream<Recipient> requester(RecordedChange recorded) {
    Optional<Person> person = Optional.ofNullable(recorded.askedBy()).flatMap(recipients::person);
    return switch (recorded.change().type()) {
      case PROPOSAL_CONFIRMED, PROPOSAL_DECLINED ->
          person.map(Recipients::partyOf).stream().flatMap(this::coordination);
      default -> person.stream().flatMap(asked -> recipients.of(asked, day).recipients().stream());
    };
  }

  private Stream<Recipient> teams(List<MinistryCode> codes) {
    return codes.stream()
        .flatMap(
            code ->
                teams
                    .computeIfAbsent(code, key -> recipients.ministry(key, day).recipients())
                    .stream());
  }

  private Stream<Recipient> coordination(PartyCode party) {
    return coordinations
        .computeIfAbsent(party, key -> recipients.coordinatorsOf(key, day).recipients())
        .stream();
  }

  /** The ministry that made a change; empty if the application did, or a person without one. */
  static Optional<MinistryCode> actingMinistry(CommitmentChange change, Recipients recipients) {
    return switch (change.type()) {
      case TAKEN_IN_CHARGE,
          REPORTED,
          VALIDATED,
          SENT_BACK,
          NOTE_ADDED,
          FILE_ADDED,
          APPROVAL_CHOSEN,
          CLOSING_CHOSEN,
          INTERVAL_MISSED ->
          ChangeNotice.ministries(change.from()).stream().findFirst();
      default -> recipients.person(change.by()).flatMap(Person::workplace);
    };
  }
}
