package eu.jalon.intake.document;

/** Reads files of one format. */
public interface DocumentReader {

  /**
   * Reads a file into blocks; nothing in the file is run and nothing it points to is fetched.
   *
   * @param fileName the name the file was uploaded under, for messages and for the format
   * @throws eu.jalon.shared.Refusal if the file cannot be read
   */
  SourceText read(String fileName, byte[] content);
}
