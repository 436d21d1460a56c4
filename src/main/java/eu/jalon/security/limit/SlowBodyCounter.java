package eu.jalon.security.limit;

import java.util.HashMap;
import java.util.Map;

/** Counts the request bodies that are arriving, in total and by address. */
final class SlowBodyCounter {

  private final int max;
  private final int maxPerAddress;
  private final Map<String, Integer> arriving = new HashMap<>();
  private int total;

  SlowBodyCounter(int max, int maxPerAddress) {
    this.max = max;
    this.maxPerAddress = maxPerAddress;
  }

  /** Acquires a permit for an address; if true, {@link #release} must follow. */
  synchronized boolean acquire(String address) {
    int before = arriving.getOrDefault(address, 0);
    if (total >= max || before >= maxPerAddress) {
      return false;
    }
    total++;
    arriving.put(address, before + 1);
    return true;
  }

  synchronized void release(String address) {
    total--;
    arriving.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
