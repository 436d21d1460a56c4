package eu.jalon.simulation;

import java.util.List;
import java.util.Random;

/** All chance of the decade, from one seed. */
final class SeededRandom {

  private final Random random;

  SeededRandom(long seed) {
    this.random = new Random(seed);
  }

  boolean falls(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from one to another, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One of some values by their weights. */
  <T> T weigh(List<T> values, int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return values.get(i);
      }
    }
    throw new IllegalArgumentException(values + " have fewer weights");
  }
}
