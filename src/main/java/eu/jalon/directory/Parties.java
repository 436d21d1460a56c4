package eu.jalon.directory;

import eu.jalon.directory.cache.ShortLivedCache;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parties and series. They are read often and changed rarely: each node keeps them in memory
 * for up to ten seconds.
 */
@Service
public class Parties implements PartyNames {

  private final JdbcParties parties;
  private final JdbcSeries series;
  private final JdbcMinistries ministries;
  private final ObjectProvider<IdentityMirror> mirrors;
  private final ObjectProvider<SeriesCheck> checks;
  private final ShortLivedCache<Snapshot> snapshot = new ShortLivedCache<>(this::read);

  Parties(
      JdbcParties parties,
      JdbcSeries series,
      JdbcMinistries ministries,
      ObjectProvider<IdentityMirror> mirrors,
      ObjectProvider<SeriesCheck> checks) {
    this.parties = parties;
    this.series = series;
    this.ministries = ministries;
    this.mirrors = mirrors;
    this.checks = checks;
  }

  private record Snapshot(
      Map<PartyCode, Party> parties,
      List<Series> series,
      Map<PartyCode, WorkingDays.Calendar> calendars) {}

  /** Returns all parties, ordered by code. */
  public List<Party> all() {
    return List.copyOf(snapshot().parties().values());
  }

  /**
   * Returns a party.
   *
   * @throws ValidationError {@code party.unknown} if the directory has none with this code
   */
  public Party get(PartyCode code) {
    return find(code).orElseThrow(() -> ValidationError.invalid("party.unknown", code, codes()));
  }

  public Optional<Party> find(PartyCode code) {
    return Optional.ofNullable(snapshot().parties().get(code));
  }

  /** Returns the time zone of a party. */
  public ZoneId zone(PartyCode code) {
    return get(code).zone();
  }

  /** Returns the working-day calendar of each party. */
  public Map<PartyCode, WorkingDays.Calendar> calendars() {
    return snapshot().calendars();
  }

  /**
   * Returns the parties of the series of the person's lists, their own included, in the order of
   * the series; all parties for a person without a ministry.
   */
  public List<PartyCode> around(Person person) {
    return person
        .workplace()
        .map(MinistryCode::party)
        .map(
            own ->
                Stream.concat(
                        listedFor(person).stream().flatMap(each -> each.parties().stream()),
                        Stream.of(own))
                    .distinct()
                    .toList())
        .orElseGet(() -> List.copyOf(snapshot().parties().keySet()));
  }

  /** Returns whether the person looks at one series only, in which every party has a lead. */
  public boolean requiresAllLeads(Person person) {
    List<Series> own = listedFor(person);
    return own.size() == 1 && own.get(0).everyPartyLeads();
  }

  @Override
  public LocalText name(PartyCode code) {
    return find(code).map(Party::name).orElseGet(() -> LocalText.same(code.value()));
  }

  /** Returns all series, ordered by id. */
  public List<Series> series() {
    return snapshot().series();
  }

  /**
   * Returns a series.
   *
   * @throws ValidationError {@code series.unknown} if there is none with this id
   */
  public Series series(String id) {
    return series().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ValidationError.notFound("series.unknown", id));
  }

  /** Returns a party as it is stored, past what is kept in memory. */
  Optional<Party> stored(PartyCode code) {
    return parties.all().stream().filter(party -> party.code().equals(code)).findFirst();
  }

  /** Returns a series as it is stored, past what is kept in memory. */
  Optional<Series> storedSeries(String id) {
    return series.all().stream().filter(candidate -> candidate.id().equals(id)).findFirst();
  }

  /** Returns the series of the person's party, ordered by id; all for an administrator. */
  public List<Series> seriesOf(Person person) {
    return person.workplace().map(own -> seriesOf(own.party())).orElseGet(this::series);
  }

  /** Returns the series of the person's lists: the one that the person looks at, or all. */
  public List<Series> listedFor(Person person) {
    List<Series> all = seriesOf(person);
    List<Series> chosen = all.stream().filter(each -> each.id().equals(person.series())).toList();
    return chosen.isEmpty() ? all : chosen;
  }

  /**
   * Returns the person with lists narrowed to a series.
   *
   * @param series the id of the series; blank or absent for all
   * @throws ValidationError {@code series.unknown} if the person's party is not in it
   */
  public Person narrowed(Person person, @Nullable String series) {
    if (series == null || series.isBlank()) {
      return person.lookingAt(null);
    }
    return seriesOf(person).stream()
        .map(Series::id)
        .filter(series.strip()::equalsIgnoreCase)
        .findFirst()
        .map(person::lookingAt)
        .orElseThrow(() -> ValidationError.notFound("series.unknown", series));
  }

  /** Returns the series that a party belongs to, ordered by id. */
  public List<Series> seriesOf(PartyCode party) {
    return series().stream().filter(candidate -> candidate.parties().contains(party)).toList();
  }

  /** Locks a series until the caller's transaction ends. */
  public void lockSeries(String id) {
    series.lock(id);
  }

  /** Locks all series until the caller's transaction ends. */
  public void lockAllSeries() {
    series.lockAll();
  }

  /**
   * Inserts or updates parties and series in one transaction, and synchronizes the identity mirror.
   *
   * @throws ValidationError for a series with a party that is not in the directory, or that a
   *     {@link SeriesCheck} refuses
   */
  @Transactional
  public void enter(List<Party> enteredParties, List<Series> enteredSeries) {
    snapshot.invalidate();
    series.lockAll();
    enteredParties.forEach(parties::merge);
    Set<PartyCode> known = parties.all().stream().map(Party::code).collect(Collectors.toSet());
    Map<String, Series> before =
        series.all().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    for (Series entered : enteredSeries) {
      for (PartyCode code : entered.parties()) {
        if (!known.contains(code)) {
          throw ValidationError.invalid("series.party", entered.id(), code);
        }
      }
      checks.forEach(check -> check.check(before.get(entered.id()), entered));
      series.merge(entered);
    }
    if (!enteredSeries.isEmpty()) {
      mirrors.forEach(mirror -> mirror.mirrorSeries(series.all(), ministries.all()));
    }
  }

  /** Returns the codes of all parties, separated by commas, for an error message. */
  String codes() {
    return snapshot().parties().keySet().stream()
        .map(PartyCode::value)
        .collect(Collectors.joining(", "));
  }

  private Snapshot snapshot() {
    return snapshot.get();
  }

  private Snapshot read() {
    Map<PartyCode, Party> byCode =
        parties.all().stream()
            .collect(
                Collectors.toMap(
                    Party::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    Map<PartyCode, WorkingDays.Calendar> calendars =
        byCode.values().stream().collect(Collectors.toMap(Party::code, Party::workingCalendar));
    return new Snapshot(byCode, series.all(), calendars);
  }
}
