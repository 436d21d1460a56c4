package eu.jalon.intake.document;

import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells what a file is by its first bytes; the name decides only between kinds of text. */
public final class FileType {

  private static final int HEAD = 4096;
  private static final int PDF_SEARCHED = 1024;

  private FileType() {}

  public static DocumentFormat of(String fileName, byte[] content) {
    String head =
        new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return zipped(content);
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return DocumentFormat.DOC;
    }
    int pdf = head.indexOf("%PDF-");
    if (pdf >= 0 && pdf < PDF_SEARCHED) {
      return DocumentFormat.PDF;
    }
    if (withoutMark(head).startsWith("{\\rtf")) {
      return DocumentFormat.RTF;
    }
    if (isPicture(head)) {
      return DocumentFormat.SCAN;
    }
    return text(fileName, head);
  }

  /** The directory of the archive contains the name of the part with the body uncompressed. */
  private static DocumentFormat zipped(byte[] content) {
    String raw = new String(content, StandardCharsets.ISO_8859_1);
    if (raw.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
      return DocumentFormat.ODT;
    }
    if (raw.contains("xl/workbook")) {
      return DocumentFormat.XLSX;
    }
    if (raw.contains("word/")) {
      return DocumentFormat.DOCX;
    }
    if (raw.contains("content.xml")
        && !raw.contains("opendocument.spreadsheet")
        && !raw.contains("opendocument.presentation")) {
      return DocumentFormat.ODT;
    }
    throw ValidationError.invalid("document.unsupported");
  }

  private static boolean isPicture(String head) {
    return head.startsWith("\u0089PNG")
        || head.startsWith("\u00FF\u00D8\u00FF")
        || head.startsWith("II*\0")
        || head.startsWith("MM\0*")
        || head.startsWith("GIF8")
        || (head.startsWith("BM")
            && head.length() > 30
            && head.charAt(6) == 0
            && head.charAt(8) == 0);
  }

  private static DocumentFormat text(String fileName, String head) {
    String start = withoutMark(head).stripLeading().toLowerCase(Locale.ROOT).replace("\0", "");
    String name = fileName.toLowerCase(Locale.ROOT);
    boolean html =
        start.startsWith("<!doctype html")
            || start.startsWith("<html")
            || (start.startsWith("<?xml") && start.contains("<html"))
            || (name.matches("(?s).*\\.x?html?") && start.startsWith("<"));
    if (html) {
      return DocumentFormat.HTML;
    }
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return DocumentFormat.MARKDOWN;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv")
        ? DocumentFormat.CSV
        : DocumentFormat.TEXT;
  }

  private static String withoutMark(String head) {
    return head.replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
        .stripLeading();
  }
}
