package eu.jalon.security.limit;

import java.util.HashMap;
import java.util.Map;

/** Counts the bodies that are still arriving, in all and by address. */
final class SlowBodyCounter {

  private final int inAll;
  private final int perAddress;
  private final Map<String, Integer> arriving = new HashMap<>();
  private int total;

  SlowBodyCounter(int inAll, int perAddress) {
    this.inAll = inAll;
    this.perAddress = perAddress;
  }

  /** Whether one more may arrive from there; if so, {@link #leave} must follow. */
  synchronized boolean enter(String address) {
    int before = arriving.getOrDefault(address, 0);
    if (total >= inAll || before >= perAddress) {
      return false;
    }
    total++;
    arriving.put(address, before + 1);
    return true;
  }

  synchronized void leave(String address) {
    total--;
    arriving.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
