package eu.jalon.intake;

import eu.jalon.intake.document.DocumentFormat;

/**
 * A document as it was received.
 *
 * @param mediaType one that no browser runs anything of
 */
@SuppressWarnings("ArrayRecordComponent")
public record SourceFile(String name, String mediaType, byte[] content) {

  static SourceFile of(String name, DocumentFormat format, byte[] content) {
    return new SourceFile(name, mediaType(format), content);
  }

  private static String mediaType(DocumentFormat format) {
    return switch (format) {
      case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case ODT -> "application/vnd.oasis.opendocument.text";
      case PDF -> "application/pdf";
      case RTF -> "application/rtf";
      case DOC -> "application/msword";
      case CSV -> "text/csv";
      case MARKDOWN, TEXT -> "text/plain";
      case HTML, SCAN -> "application/octet-stream";
    };
  }
}
