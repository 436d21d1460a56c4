package eu.jalon.intake.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Small files of every format, most of them saved by a word processor. */
final class SampleFiles {

  private static final String MARKDOWN =
      """
      # Déclaration commune

      Bruxelles, le 12 mars 2026

      ## 1. Police

      **Prochaines étapes**

      - Renforcer les *patrouilles* mixtes
        dans la zone frontalière ;
      - Partager :
        1. les statistiques ;
        2. les analyses.

      | Action | Responsable | Échéance |
      |---|---|---|
      | Créer une brigade | SPF Intérieur | 15/12/2026 |
      """;

  private static final String CSV =
      """
      Action;Responsable;Échéance
      "Créer une brigade; mixte";SPF Intérieur;15/12/2026
      Former les agents;SPF Finances;30/11/2026
      """;

  private SampleFiles() {}

  /** All samples by their file names. */
  static Map<String, byte[]> all() {
    var files = new LinkedHashMap<String, byte[]>();
    for (String name :
        new String[] {
          "gand.docx",
          "gand.odt",
          "actions.xlsx",
          "gand.pdf",
          "columns.pdf",
          "gand.rtf",
          "gand.doc",
          "gand.html"
        }) {
      files.put(name, read(name));
    }
    files.put("sample.md", MARKDOWN.getBytes(StandardCharsets.UTF_8));
    files.put("sample.csv", CSV.getBytes(StandardCharsets.UTF_8));
    files.put("sample.txt", MARKDOWN.getBytes(StandardCharsets.ISO_8859_1));
    files.put("wide.txt", MARKDOWN.getBytes(StandardCharsets.UTF_16));
    return files;
  }

  static byte[] read(String name) {
    try (InputStream in = SampleFiles.class.getResourceAsStream("/documents/readers/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] markdown() {
    return MARKDOWN.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] csv() {
    return CSV.getBytes(StandardCharsets.UTF_8);
  }

  /** Makes an archive of parts. */
  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  /** Returns the parts of an archive in their order. */
  static Map<String, byte[]> unzip(byte[] archive) {
    var parts = new LinkedHashMap<String, byte[]>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          parts.put(entry.getName(), zip.readAllBytes());
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return parts;
  }

  /** Replaces or adds one part of an archive. */
  static byte[] with(byte[] archive, String part, byte[] content) {
    Map<String, byte[]> parts = unzip(archive);
    parts.put(part, content);
    return zip(parts);
  }

  /** Puts a text before another in one part of an archive. */
  static byte[] insert(byte[] archive, String part, String before, String inserted) {
    String xml = new String(unzip(archive).get(part), StandardCharsets.UTF_8);
    int at = xml.indexOf(before);
    if (at < 0) {
      throw new IllegalArgumentException(part + " has no " + before);
    }
    return with(
        archive,
        part,
        (xml.substring(0, at) + inserted + xml.substring(at)).getBytes(StandardCharsets.UTF_8));
  }
}
