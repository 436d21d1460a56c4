package eu.jalon.intake.document;

/** What a piece of page furniture is. */
public enum FurnitureKind {
  PAGE_HEADER,
  PAGE_FOOTER,
  PAGE_NUMBER,
  FOOTNOTE
}
