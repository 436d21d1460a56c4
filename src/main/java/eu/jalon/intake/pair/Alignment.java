package eu.jalon.intake.pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs the steps of two language versions in their order, so that the pairs together are as alike
 * as possible; a step may stay without a partner.
 *
 * <p>Dynamic programming over a score for each pair (Needleman and Wunsch): themes, places,
 * numbers, dates, owners and related words. Steps in another order are left to the reviewer.
 */
public final class Alignment {

  /** The largest distance at which a counterpart is searched for. */
  private static final int BAND = 150;

  /** A pair must score higher than two unpaired steps. */
  private static final double LEAST = 0.45;

  /** A number that more than this share of the steps contain does not distinguish them. */
  private static final double COMMON = 0.25;

  private static final double ENOUGH_EVIDENCE = 0.2;
  private static final double ENOUGH_PAIRS = 0.5;
  private static final double ENOUGH_PROVED = 0.4;

  private final List<Traits> first;
  private final List<Traits> second;
  private final Map<String, Double> weights;
  private final double rare;
  private final boolean sameThemes;
  private final List<StepPair> pairs;

  private Alignment(List<VersionStep> one, List<VersionStep> other) {
    first = telling(one.stream().map(Traits::of).toList());
    second = telling(other.stream().map(Traits::of).toList());
    rare = Math.log(1.0 + first.size() + second.size());
    weights = weights();
    sameThemes = themes(first) == themes(second);
    pairs = paired();
  }

  /** Without the numbers that many steps share, such as the year of their deadlines. */
  private static List<Traits> telling(List<Traits> steps) {
    Map<Long, Integer> counts = new HashMap<>();
    steps.forEach(step -> step.numbers().forEach(number -> counts.merge(number, 1, Integer::sum)));
    double most = Math.max(1, steps.size() * COMMON);
    return steps.stream()
        .map(step -> step.without(number -> counts.getOrDefault(number, 0) > most))
        .toList();
  }

  /** Aligns the steps of two versions, each in the order of its document. */
  public static Alignment of(List<VersionStep> first, List<VersionStep> second) {
    return new Alignment(first, second);
  }

  /** The pairs, in the order of the first document. */
  public List<StepPair> pairs() {
    return pairs;
  }

  /** Whether the two are so similar that one must be a translation of the other. */
  public boolean isTranslation() {
    int smaller = Math.min(first.size(), second.size());
    long proved = pairs.stream().filter(pair -> isProved(pair.first(), pair.second())).count();
    return smaller > 0
        && pairs.size() >= ENOUGH_PAIRS * Math.max(first.size(), second.size())
        && proved >= ENOUGH_PROVED * smaller;
  }

  private boolean isProved(int i, int j) {
    Traits one = first.get(i);
    Traits other = second.get(j);
    return evidence(one, other) >= ENOUGH_EVIDENCE
        || meet(one.numbers(), other.numbers())
        || (one.deadline() != null && one.deadline().equals(other.deadline()));
  }

  private List<StepPair> paired() {
    int rows = first.size();
    int columns = second.size();
    double[][] best = new double[rows + 1][columns + 1];
    byte[][] way = new byte[rows + 1][columns + 1];
    for (int i = 1; i <= rows; i++) {
      for (int j = 1; j <= columns; j++) {
        best[i][j] = best[i - 1][j];
        way[i][j] = UP;
        if (best[i][j - 1] > best[i][j]) {
          best[i][j] = best[i][j - 1];
          way[i][j] = LEFT;
        }
        if (Math.abs((double) i * columns / rows - j) <= BAND) {
          double together = best[i - 1][j - 1] + score(i - 1, j - 1);
          if (together > best[i][j]) {
            best[i][j] = together;
            way[i][j] = TOGETHER;
          }
        }
      }
    }
    return backwards(way, rows, columns);
  }

  private static final byte UP = 1;
  private static final byte LEFT = 2;
  private static final byte TOGETHER = 3;

  private static List<StepPair> backwards(byte[][] way, int rows, int columns) {
    List<StepPair> found = new ArrayList<>();
    int i = rows;
    int j = columns;
    while (i > 0 && j > 0) {
      if (way[i][j] == TOGETHER) {
        found.add(new StepPair(--i, --j));
      } else if (way[i][j] == LEFT) {
        j--;
      } else {
        i--;
      }
    }
    Collections.reverse(found);
    return List.copyOf(found);
  }

  private double score(int i, int j) {
    Traits one = first.get(i);
    Traits other = second.get(j);
    double apart = Math.abs((i + 0.5) / first.size() - (j + 0.5) / second.size());
    double score = 0.5 * (1 - apart) - LEAST + evidence(one, other);
    if (sameThemes) {
      score += one.theme() == other.theme() ? 0.4 : -0.6;
    }
    if (!one.numbers().isEmpty() && !other.numbers().isEmpty()) {
      score += meet(one.numbers(), other.numbers()) ? 0.6 : -0.4;
    } else if (one.numbers().isEmpty() != other.numbers().isEmpty()) {
      score -= 0.15;
    }
    if (one.deadline() != null && other.deadline() != null) {
      score += one.deadline().equals(other.deadline()) ? 0.5 : -0.2;
    }
    if (!one.owners().isEmpty() && !other.owners().isEmpty()) {
      score += meet(one.owners(), other.owners()) ? 0.3 : -0.3;
    }
    return score;
  }

  /** The weight of related words, from 0 to 1; a rare word weighs more than a frequent one. */
  private double evidence(Traits one, Traits other) {
    double shared = 0;
    for (String stem : one.stems()) {
      if (other.stems().contains(stem)) {
        shared += weights.getOrDefault(stem, 0.0);
      }
    }
    return Math.min(1, shared / (2 * rare));
  }

  private Map<String, Double> weights() {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Traits> side : List.of(first, second)) {
      side.forEach(step -> step.stems().forEach(stem -> counts.merge(stem, 1, Integer::sum)));
    }
    double all = first.size() + second.size();
    Map<String, Double> found = new HashMap<>();
    counts.forEach((stem, count) -> found.put(stem, Math.log(1 + all / count)));
    return found;
  }

  private static long themes(List<Traits> steps) {
    return steps.stream().mapToInt(Traits::theme).distinct().count();
  }

  private static <T> boolean meet(Set<T> one, Set<T> other) {
    Set<T> shared = new HashSet<>(one);
    shared.retainAll(other);
    return !shared.isEmpty();
  }
}
