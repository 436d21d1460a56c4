package eu.jalon.intake.document.pdf;

import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses PDF files whose compressed streams grow beyond what a document needs. The library
 * inflates a stream as a whole, so this has to be known before.
 */
final class PdfGuard {

  private static final long MOST_BYTES_OF_TEXT = 64L * 1024 * 1024;
  private static final long MOST_BYTES_OF_A_PICTURE = 256L * 1024 * 1024;
  private static final long MOST_BYTES = 1024L * 1024 * 1024;
  private static final int LARGEST_LZW = 128 * 1024;
  private static final int DICTIONARY = 2048;
  private static final int BUFFER = 64 * 1024;
  private static final Pattern CHAINED =
      Pattern.compile(
          "(?s).*/Filter\\s*\\[[^\\]]*/(?:Fl|FlateDecode|LZW|LZWDecode)\\b[^\\]]*/(?:Fl|FlateDecode|LZW|LZWDecode)\\b.*");

  private PdfGuard() {}

  static void check(byte[] content, Deadline deadline) {
    String raw = new String(content, StandardCharsets.ISO_8859_1);
    long total = 0;
    for (int at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
      if (at >= 3 && raw.startsWith("end", at - 3)) {
        continue;
      }
      deadline.check();
      int start = at + 6;
      while (start < content.length
          && (content[start] == '\r' || content[start] == '\n' || content[start] == ' ')) {
        start++;
      }
      int open = raw.lastIndexOf("obj", at);
      String dictionary = raw.substring(Math.max(Math.max(0, open), at - DICTIONARY), at);
      if (CHAINED.matcher(dictionary).matches()) {
        throw ValidationError.invalid("document.unsafe");
      }
      boolean picture = dictionary.contains("/Image");
      if (dictionary.contains("LZW") && !picture) {
        int end = raw.indexOf("endstream", start);
        if (end < 0 || end - start > LARGEST_LZW) {
          throw ValidationError.invalid("document.unsafe");
        }
      }
      long most = picture ? MOST_BYTES_OF_A_PICTURE : MOST_BYTES_OF_TEXT;
      long size = inflated(content, start, most);
      total += picture ? 0 : size;
      if (size > most || total > MOST_BYTES) {
        throw ValidationError.invalid("document.unsafe");
      }
    }
  }

  /** How many bytes a stream inflates to, or more than {@code most}; 0 if it is not deflated. */
  private static long inflated(byte[] content, int start, long most) {
    var inflater = new Inflater();
    try {
      inflater.setInput(content, start, content.length - start);
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      while (!inflater.finished() && size <= most) {
        int read = inflater.inflate(buffer);
        if (read == 0) {
          break;
        }
        size += read;
      }
      return size;
    } catch (DataFormatException notDeflated) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
