package eu.jalon.simulation.faults;

import eu.jalon.simulation.faults.FaultyProxy.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reason why one email, of the few that it can have met, may be at the server once more. */
record AllowedDuplicate(Kind kind, Set<String> emails) {

  /** Why an email that was taken could not be marked as sent, the surest reason first. */
  enum Kind {
    CUT("its answer was cut"),
    KILL("its node was killed"),
    FREEZE("its node was frozen for longer than its lease"),
    RESTART("the database was away when it was to be marked");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private static final long BEFORE = Duration.ofMillis(300).toNanos();
  private static final long AFTER = Duration.ofMillis(700).toNanos();

  /** Everything that befell the emails of a run, the surest reasons first. */
  static List<AllowedDuplicate> of(Cluster cluster, List<Disturbances.Restart> restarts) {
    List<AllowedDuplicate> excuses = new ArrayList<>();
    for (int node = 0; node < Cluster.NODES; node++) {
      List<Taken> taken = cluster.line(node).taken();
      taken.stream()
          .filter(Taken::cut)
          .forEach(each -> excuses.add(new AllowedDuplicate(Kind.CUT, Set.of(each.email()))));
      for (Disturbances.Restart restart : restarts) {
        long from = restart.from() - BEFORE;
        long until = restart.until() + AFTER;
        excuses.add(
            new AllowedDuplicate(
                Kind.RESTART,
                taken.stream()
                    .filter(each -> each.at() >= from && each.at() <= until)
                    .map(Taken::email)
                    .collect(Collectors.toSet())));
      }
    }
    cluster.blows().forEach(blow -> excuses.add(of(blow, cluster.line(blow.node()).taken())));
    excuses.sort(Comparator.comparing(AllowedDuplicate::kind));
    return excuses;
  }

  /** A killed node's last email; a frozen one's from the last before to the first after. */
  private static AllowedDuplicate of(Cluster.Blow blow, List<Taken> taken) {
    List<Taken> its = taken.stream().filter(each -> each.life() == blow.life()).toList();
    if (blow.killed()) {
      return new AllowedDuplicate(
          Kind.KILL,
          its.stream()
              .skip(Math.max(0, its.size() - 1))
              .map(Taken::email)
              .collect(Collectors.toSet()));
    }
    int first = (int) its.stream().takeWhile(each -> each.at() <= blow.from()).count();
    int last = (int) its.stream().takeWhile(each -> each.at() <= blow.until()).count();
    return new AllowedDuplicate(
        Kind.FREEZE,
        its.subList(Math.max(0, first - 1), Math.min(its.size(), last + 1)).stream()
            .map(Taken::email)
            .collect(Collectors.toSet()));
  }
}
