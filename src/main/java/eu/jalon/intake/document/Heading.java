package eu.jalon.intake.document;

/**
 * A heading.
 *
 * @param level the depth, counted from 1
 * @param number the number as written ("1.", "III", "2.1"), or empty
 * @param text the heading without its number
 */
public record Heading(int level, String number, String text, Place place) implements Block {

  public Heading {
    if (level < 1) {
      throw new IllegalArgumentException("a heading has a level of 1 or more, not " + level);
    }
  }

  @Override
  public Block cleaned() {
    return new Heading(level, Block.cleaned(number), Block.cleaned(text), place);
  }
}
