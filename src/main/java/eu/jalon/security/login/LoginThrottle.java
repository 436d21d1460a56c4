package eu.jalon.security.login;

import eu.jalon.security.RemoteAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, and locks nobody out for good.
 *
 * <p>A name must wait after five failures, twice as long with each further one, a quarter of an
 * hour at most. An address may fail twenty times, then once every thirty seconds, whatever the
 * names. Where somebody signed in before, his name counts by itself: what strangers do to it from
 * elsewhere does not close it there. After a quiet hour all is forgotten. Kept per node and in
 * memory; it forgets what was used longest ago.
 */
@Component
public class LoginThrottle {

  public static final int FREE_FAILURES = 5;

  /** A program that signs in with each of its calls may make so many at once. */
  static final int HOME_AT_ONCE = 20;

  static final int FREE_FAILURES_OF_ADDRESS = 20;
  static final Duration ADDRESS_PACE = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration CREDIT = ADDRESS_PACE.multipliedBy(FREE_FAILURES_OF_ADDRESS - 1);
  private static final Duration QUIET = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  /** What came of asking whether a password may be tried. */
  enum Verdict {
    MAY_TRY,
    MUST_WAIT,
    /** Must wait, and was not told so since the last failure; one line of a log is enough. */
    MUST_WAIT_FIRST_TIME
  }

  /** One try, to be ended by {@link #failed}, {@link #succeeded} or {@link #brokenOff}. */
  record Attempt(String key, String place, Verdict verdict) {}

  /** How often a name failed, how many tries are under way, and until when it waits. */
  private record Tries(int failed, int underWay, Instant closedUntil, boolean told) {

    static final Tries NONE = new Tries(0, 0, Instant.MIN, false);

    Tries began() {
      return new Tries(failed, underWay + 1, closedUntil, told);
    }

    Tries ended(int failures, Instant until) {
      return new Tries(failures, Math.max(0, underWay - 1), until, false);
    }

    Tries refused() {
      return new Tries(failed, underWay, closedUntil, true);
    }
  }

  /** When an address will have paid off its failures, at one each {@link #ADDRESS_PACE}. */
  private record Debt(Instant paidOff, boolean told) {}

  private final Map<String, Tries> byName = recent();
  private final Map<String, Debt> byAddress = recent();
  private final Map<String, Boolean> atHome = recent();
  private final Clock clock;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Asks to try a password; who may try must say afterwards how it went. */
  synchronized Attempt begin(String name, String address) {
    Instant now = clock.instant();
    String place = RemoteAddress.network(address);
    boolean home = atHome.get(pair(name, place)) != null;
    String key = home ? pair(name, place) : name;
    Tries tries = current(key, now);
    // As many at once as there are free failures left, or a hundred at once would all be free.
    boolean waits =
        now.isBefore(tries.closedUntil())
            || tries.underWay()
                >= (home ? HOME_AT_ONCE : Math.max(1, FREE_FAILURES - tries.failed()));
    if (waits) {
      byName.put(key, tries.refused());
      return new Attempt(key, place, wait(tries.told()));
    }
    Debt debt = byAddress.get(place);
    boolean trusted = home && tries.failed() == 0;
    if (!trusted && debt != null && Duration.between(now, debt.paidOff()).compareTo(CREDIT) > 0) {
      byAddress.put(place, new Debt(debt.paidOff(), true));
      return new Attempt(key, place, wait(debt.told()));
    }
    byName.put(key, tries.began());
    return new Attempt(key, place, Verdict.MAY_TRY);
  }

  /** The password was wrong. */
  synchronized void failed(Attempt attempt) {
    Instant now = clock.instant();
    Tries tries = current(attempt.key(), now);
    int failures = tries.failed() + 1;
    byName.put(attempt.key(), tries.ended(failures, now.plus(waitAfter(failures))));
    Debt debt = byAddress.get(attempt.place());
    Instant owed = debt != null && now.isBefore(debt.paidOff()) ? debt.paidOff() : now;
    byAddress.put(attempt.place(), new Debt(owed.plus(ADDRESS_PACE), false));
  }

  /** The password was right: what was counted is forgotten, and the name is at home there. */
  synchronized void succeeded(Attempt attempt, String name) {
    byName.remove(attempt.key());
    atHome.put(pair(name, attempt.place()), true);
  }

  /** Nobody can say whether the password was right. */
  synchronized void brokenOff(Attempt attempt) {
    Tries tries = byName.get(attempt.key());
    if (tries != null) {
      byName.put(attempt.key(), tries.ended(tries.failed(), tries.closedUntil()));
    }
  }

  private static Verdict wait(boolean told) {
    return told ? Verdict.MUST_WAIT : Verdict.MUST_WAIT_FIRST_TIME;
  }

  private Tries current(String key, Instant now) {
    Tries tries = byName.get(key);
    if (tries == null || (tries.failed() > 0 && now.isAfter(tries.closedUntil().plus(QUIET)))) {
      return Tries.NONE;
    }
    return tries;
  }

  /** No name holds a space. */
  private static String pair(String name, String place) {
    return name + " " + place;
  }

  private static Duration waitAfter(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(12, failures - FREE_FAILURES));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static <V> Map<String, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
