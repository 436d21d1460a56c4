package eu.jalon.intake.document;

/** The file formats that can be read. */
public enum DocumentFormat {
  DOCX,
  XLSX,
  ODT,
  PDF,
  /** A PDF without text, or a picture, read by optical character recognition. */
  SCAN,
  RTF,
  DOC,
  HTML,
  MARKDOWN,
  CSV,
  TEXT
}
