package eu.jalon.benchmark;

import java.util.List;
import java.util.Locale;

/** Two series of measurements of the same run, and the ratio of their medians. */
record Ratio(
    String what, String unit, List<Double> ours, List<Double> other, String otherName, String aim) {

  Ratio {
    ours = ours.stream().sorted().toList();
    other = other.stream().sorted().toList();
  }

  double value() {
    return median(ours) / median(other);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s: %s | %.2f | %s | %d |",
        what,
        series(ours),
        otherName,
        series(other),
        value(),
        aim,
        ours.size());
  }

  private String series(List<Double> sorted) {
    return String.format(
        Locale.ROOT,
        "%.1f %s (%.1f to %.1f)",
        median(sorted),
        unit,
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
