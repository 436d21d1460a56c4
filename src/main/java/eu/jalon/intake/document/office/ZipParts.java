package eu.jalon.intake.document.office;

import eu.jalon.shared.ValidationError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a document that is a zip archive. Parts are inflated in memory one at a time, within
 * limits; nothing is written to disk.
 */
final class ZipParts implements AutoCloseable {

  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_BYTES_OF_A_PART = 64 * 1024 * 1024;
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final int MOST_RATIO = 100;
  private static final int RATIO_COUNTS_FROM = 256 * 1024;
  private static final int BUFFER = 16 * 1024;

  private final ZipFile zip;
  private final String format;
  private long inflated;

  private ZipParts(ZipFile zip, String format) {
    this.zip = zip;
    this.format = format;
  }

  /**
   * Opens an archive.
   *
   * @throws ValidationError if it is no complete archive, is encrypted, or has entries that leave
   *     it
   */
  static ZipParts open(byte[] content, String format) {
    ZipFile zip;
    try {
      zip =
          ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
    } catch (IOException | RuntimeException damaged) {
      throw damaged(format, damaged);
    }
    var parts = new ZipParts(zip, format);
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_ENTRIES || entries.stream().anyMatch(ZipParts::leaves)) {
      parts.close();
      throw ValidationError.invalid("document.unsafe");
    }
    if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
      parts.close();
      throw ValidationError.invalid("document.encrypted");
    }
    return parts;
  }

  static ValidationError damaged(String format, Throwable cause) {
    ValidationError refusal = ValidationError.invalid("document.damaged", format);
    refusal.initCause(cause);
    return refusal;
  }

  private static boolean leaves(ZipArchiveEntry entry) {
    String name = entry.getName().replace('\\', '/');
    return name.startsWith("/")
        || name.matches("(?s)^[A-Za-z]:.*")
        || List.of(name.split("/")).contains("..");
  }

  List<String> names() {
    return Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
  }

  /** Returns a part that the format requires. */
  byte[] require(String name) {
    return find(name).orElseThrow(() -> ValidationError.invalid("document.damaged", format));
  }

  /** Inflates a part; refuses one that grows beyond what a document needs. */
  Optional<byte[]> find(String name) {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(inflate(in, entry.getCompressedSize()));
    } catch (IOException | RuntimeException damaged) {
      throw damaged instanceof ValidationError refusal ? refusal : damaged(format, damaged);
    }
  }

  private byte[] inflate(InputStream in, long compressed) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      inflated += read;
      boolean bomb =
          out.size() > RATIO_COUNTS_FROM && out.size() / MOST_RATIO > Math.max(1, compressed);
      if (bomb || out.size() > MOST_BYTES_OF_A_PART || inflated > MOST_BYTES) {
        throw ValidationError.invalid("document.unsafe");
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException nothingToRelease) {
      // the archive is in memory
    }
  }
}
