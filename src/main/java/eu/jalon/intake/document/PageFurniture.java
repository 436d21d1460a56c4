package eu.jalon.intake.document;

/** Text that belongs to the page and not to the flow of the document. */
public record PageFurniture(FurnitureKind kind, String text, Place place) implements Block {
  @Override
  public Block cleaned() {
    return new PageFurniture(kind, Block.cleaned(text), place);
  }
}
