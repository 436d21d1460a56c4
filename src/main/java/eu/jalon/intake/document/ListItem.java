package eu.jalon.intake.document;

/**
 * One item of a list.
 *
 * @param level the depth, counted from 1
 * @param marker the bullet or number as written ("•", "a)", "1.1", "Action 1 :")
 * @param text the item without its marker
 */
public record ListItem(int level, String marker, String text, Place place) implements Block {

  public ListItem {
    if (level < 1) {
      throw new IllegalArgumentException("a list item has a level of 1 or more, not " + level);
    }
  }

  @Override
  public Block cleaned() {
    return new ListItem(level, Block.cleaned(marker), Block.cleaned(text), place);
  }
}
