package eu.jalon.intake.document;

/**
 * A paragraph.
 *
 * @param bold whether the whole paragraph is set in bold type
 */
public record Paragraph(String text, boolean bold, Place place) implements Block {
  @Override
  public Block cleaned() {
    return new Paragraph(Block.cleaned(text), bold, place);
  }
}
