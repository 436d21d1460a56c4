package eu.jalon.intake.document.marker;

/**
 * The sign or number that opens a list item or a heading.
 *
 * @param family what markers of one list have in common ("•", "1.", "(a)", "action")
 * @param written the marker as written, without white space around it
 * @param ordinal the number it represents, or 0 for a bullet
 * @param rest the line behind the marker
 */
public record ListMarker(String family, String written, int ordinal, String rest) {

  private static final String SECTION_FAMILIES =
      "1. 1) 1- I. I) I- A. A) 1.1 1.1.1 1.1.1.1 section";

  public boolean isBullet() {
    return ordinal == 0;
  }

  /** Tells whether headings are numbered in this way too. */
  public boolean numbersSections() {
    return (" " + SECTION_FAMILIES + " ").contains(" " + family + " ");
  }

  /** How many numbers are joined by full stops: 2 for "1.1". */
  public int depth() {
    return family.startsWith("1.1") ? (family.length() + 1) / 2 : 1;
  }
}
