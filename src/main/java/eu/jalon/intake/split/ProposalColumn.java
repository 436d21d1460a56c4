package eu.jalon.intake.split;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The parts of a proposal, each with the values it allows. */
enum ProposalColumn {
  TITLE("title", "1 to 90 characters on one line", "\\S.{0,89}"),
  TRACK(
      "track",
      "LEGAL_INSTRUMENT, OPERATIONAL_CAPABILITY, STANDING_COOPERATION or JOINT_POSITION",
      "LEGAL_INSTRUMENT|OPERATIONAL_CAPABILITY|STANDING_COOPERATION|JOINT_POSITION"),
  LEAD_BE("leadBe", "a Belgian ministry such as BE-IBZ", "BE-[A-Z]{2,5}"),
  LEAD_FR("leadFr", "a French ministry such as FR-INT", "FR-[A-Z]{2,5}"),
  ACCOUNTABLE("accountable", "BE or FR", "BE|FR"),
  ASSOCIATED("associated", "a ministry such as BE-FIN", "(BE|FR)-[A-Z]{2,5}");

  private final String header;
  private final String allowed;
  private final Pattern pattern;

  ProposalColumn(String header, String allowed, String pattern) {
    this.header = header;
    this.allowed = allowed;
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * Finds the column that a rule sets.
   *
   * @throws IllegalArgumentException if no rule can set such a column
   */
  static ProposalColumn named(String header) {
    return Arrays.stream(values())
        .filter(column -> column != TITLE && column.header.equals(header))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sets must be track, leadBe, leadFr, accountable or associated, but is '"
                        + header
                        + "'"));
  }

  /**
   * Returns the value if the column allows it.
   *
   * @throws IllegalArgumentException naming the column, the value and what would be right
   */
  String check(String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          header + " must be " + allowed + ", but is '" + value + "'");
    }
    return value;
  }

  String header() {
    return header;
  }
}
