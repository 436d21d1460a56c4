package eu.jalon.intake.version;

import java.util.List;

/** The drafts of a declaration beside the steps of one of its language versions. */
public record VersionPairs(LanguageVersion version, List<PairRow> rows) {

  public VersionPairs {
    rows = List.copyOf(rows);
  }

  /** The number of drafts and steps with a counterpart. */
  public long paired() {
    return rows.stream().filter(PairRow::isPair).count();
  }

  /** How many drafts or steps have none. */
  public long alone() {
    return rows.size() - paired();
  }

  /** The number of pairs that differ. */
  public long differing() {
    return rows.stream().filter(row -> !row.differences().isEmpty()).count();
  }
}
