package eu.jalon.intake.document;

/**
 * The place of a block.
 *
 * @param start offset in {@link SourceText#text()} of the first character
 * @param end offset in {@link SourceText#text()} after the last character
 * @param page the page, counted from 1, or 0 where the format has no pages
 */
public record Place(int start, int end, int page) {

  public Place {
    if (start < 0 || end < start || page < 0) {
      throw new IllegalArgumentException("not a place: " + start + ".." + end + " on page " + page);
    }
  }
}
