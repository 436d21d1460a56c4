package eu.jalon.intake.version;

import java.util.List;

/** The drafts of a declaration beside the steps of one of its language versions. */
public record VersionPairs(LanguageVersion version, List<PairRow> rows) {

  public VersionPairs {
    rows = List.copyOf(rows);
  }

  /** How many drafts and steps have a partner. */
  public long paired() {
    return rows.stream().filter(PairRow::isPair).count();
  }

  /** How many drafts or steps have none. */
  public long alone() {
    return rows.size() - paired();
  }

  /** How many pairs say something otherwise. */
  public long differing() {
    return rows.stream().filter(row -> !row.differences().isEmpty()).count();
  }
}
