package eu.jalon.simulation.faults;

import eu.jalon.simulation.faults.FaultRegister.FaultDay;
import eu.jalon.simulation.faults.ReceivingMailServer.Arrived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the server has, held against what each day asked for. */
final class DeliveryCheck {

  private record Digest(String to, LocalDate on) {}

  private final List<String> broken = new ArrayList<>();
  private final Map<AllowedDuplicate.Kind, Integer> explained =
      new EnumMap<>(AllowedDuplicate.Kind.class);
  private int expected;
  private int lost;
  private int doubled;
  private int unexplained;

  private DeliveryCheck() {}

  /**
   * Judges all days so far; each excuse is good for one copy of one email.
   *
   * @param taken how many emails the relay said yes to, as heard on the lines
   */
  static DeliveryCheck of(
      List<FaultDay> days, List<Arrived> arrived, int taken, List<AllowedDuplicate> excuses) {
    DeliveryCheck verdict = new DeliveryCheck();
    if (arrived.size() != taken) {
      verdict.broken.add("the relay took %d emails, and has %d".formatted(taken, arrived.size()));
    }
    Map<Digest, List<Arrived>> digests =
        arrived.stream().collect(Collectors.groupingBy(each -> new Digest(each.to(), each.on())));
    for (FaultDay day : days) {
      day.expected()
          .forEach((to, items) -> verdict.judge(new Digest(to, day.on()), items, digests));
    }
    digests
        .keySet()
        .forEach(digest -> verdict.broken.add("nothing was to be said, and was: " + digest));
    verdict.judgeDoubles(
        arrived.stream().collect(Collectors.groupingBy(Arrived::messageId, Collectors.counting())),
        excuses);
    return verdict;
  }

  int expected() {
    return expected;
  }

  int lost() {
    return lost;
  }

  /** Copies beyond the first of an email. */
  int doubled() {
    return doubled;
  }

  int unexplained() {
    return unexplained;
  }

  Map<AllowedDuplicate.Kind, Integer> explained() {
    return explained;
  }

  /** Each promise that was not kept, in words; empty where all were. */
  List<String> broken() {
    return broken;
  }

  private void judge(Digest digest, Set<String> items, Map<Digest, List<Arrived>> digests) {
    expected++;
    List<Arrived> copies = digests.remove(digest);
    if (copies == null) {
      lost++;
      broken.add("lost: " + digest);
      return;
    }
    if (copies.stream().map(Arrived::messageId).distinct().count() > 1) {
      broken.add("more than one digest: " + copies);
    }
    copies.stream()
        .filter(copy -> !copy.items().equals(items))
        .forEach(copy -> broken.add("is not about " + items + ": " + copy));
  }

  private void judgeDoubles(Map<String, Long> copies, List<AllowedDuplicate> excuses) {
    Map<String, Long> beyond = new HashMap<>();
    copies.forEach((email, count) -> beyond.put(email, count - 1));
    doubled = (int) beyond.values().stream().mapToLong(Long::longValue).sum();
    Map<String, List<AllowedDuplicate>> given = new HashMap<>();
    excuses.forEach(excuse -> give(excuse, beyond, given, new HashSet<>()));
    given.forEach(
        (email, its) -> {
          beyond.merge(email, (long) -its.size(), Long::sum);
          its.forEach(excuse -> explained.merge(excuse.kind(), 1, Integer::sum));
        });
    beyond.values().removeIf(count -> count == 0);
    unexplained = (int) beyond.values().stream().mapToLong(Long::longValue).sum();
    beyond.forEach(
        (email, count) -> broken.add("%d copies too many of %s".formatted(count, email)));
  }

  /**
   * Gives an excuse to an email that needs one more; if all that it fits have theirs, one of those
   * goes to another email that it fits too. No order of excuses leaves an email without one that
   * could have one: a maximum matching, by augmenting paths.
   */
  private static boolean give(
      AllowedDuplicate excuse,
      Map<String, Long> needed,
      Map<String, List<AllowedDuplicate>> given,
      Set<String> tried) {
    for (String email : excuse.emails()) {
      if (needed.getOrDefault(email, 0L) == 0 || !tried.add(email)) {
        continue;
      }
      List<AllowedDuplicate> its = given.computeIfAbsent(email, each -> new ArrayList<>());
      if (its.size() < needed.getOrDefault(email, 0L)) {
        return its.add(excuse);
      }
      for (int i = 0; i < its.size(); i++) {
        if (give(its.get(i), needed, given, tried)) {
          its.set(i, excuse);
          return true;
        }
      }
    }
    return false;
  }
}
