package eu.jalon.actionitem.evidence;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Inspects the archive of an office document (ISO/IEC 29500-2, OpenDocument): whether it unpacks to
 * an acceptable size, and whether it contains active content or loads external content.
 *
 * <p>Entries are read through the central directory, as office programs do; their names are
 * compared without case. XML is read with a parser, so that no encoding hides content.
 */
final class OfficeArchive {

  /** The result of an inspection. */
  enum Finding {
    /** The archive is accepted. */
    HARMLESS,

    /** The archive is not a document of the expected type. */
    OTHER_KIND,

    /** The archive is damaged or unpacks to too many bytes. */
    UNREADABLE,

    /** The archive contains macros, or fields or links that execute or load something. */
    ACTIVE
  }

  /** Maximum total size of the unpacked entries in mebibytes. */
  static final int MAX_MEBIBYTES = 128;

  /** Maximum total size of the unpacked entries as a multiple of the archive size. */
  private static final int MAX_RATIO = 100;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int PREFIX_BYTES = 100;
  private static final int MAX_ENTRIES = 10_000;

  private static final String CONTENT_TYPES = "[content_types].xml";
  private static final String RELATIONSHIPS = ".rels";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** Names of entries with macros, in OPC (case-insensitive) and OpenDocument. */
  private static final Pattern MACRO_PART =
      Pattern.compile("(.*/)?(vbaproject[^/]*|((intl)?macrosheets|basic|scripts)/.*)");

  private static final Pattern MACRO_TYPE =
      Pattern.compile("vbaproject|vbadata|macroenabled|macrosheet|activex");

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?![/\\\\]{2})(file:(///|/)?+(?![/\\\\]|%5c|%2f)|(?![a-z][a-z0-9+.-]+:)).*",
          Pattern.DOTALL);

  private static final String FIELD_END = "\u0001";
  private static final Pattern DDE_FIELD =
      Pattern.compile("(^|" + FIELD_END + ")\\s*dde(auto)?\\b", Pattern.CASE_INSENSITIVE);

  /** OpenDocument elements that load what they refer to; hyperlinks do not. */
  private static final Set<String> LOADING =
      Set.of(
          "image",
          "object",
          "object-ole",
          "plugin",
          "applet",
          "floating-frame",
          "section-source",
          "table-source",
          "cell-range-source",
          "script");

  private OfficeArchive() {}

  /**
   * Inspects an archive.
   *
   * @param main an entry that the document type must have; a folder ends with a slash
   */
  static Finding read(byte[] archive, String main) {
    try {
      Path file = Files.createTempFile("evidence", ".zip");
      try {
        Files.write(file, archive);
        return read(file, main, Math.min((long) MAX_MEBIBYTES * MEBIBYTE, bound(archive.length)));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static long bound(long archive) {
    return Math.max(MEBIBYTE, archive * MAX_RATIO);
  }

  private static Finding read(Path file, String main, long bound) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> parts = Collections.list(zip.entries());
      Set<String> names = new HashSet<>();
      for (ZipEntry part : parts) {
        if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
          return Finding.UNREADABLE;
        }
      }
      boolean opc = main.endsWith("/");
      if (names.stream().noneMatch(name -> name.startsWith(main))
          || (opc && !names.contains(CONTENT_TYPES))) {
        return Finding.OTHER_KIND;
      }
      if (names.stream().anyMatch(name -> MACRO_PART.matcher(name).matches())) {
        return Finding.ACTIVE;
      }
      if (parts.size() > MAX_ENTRIES) {
        return Finding.UNREADABLE;
      }
      ByteLimit left = new ByteLimit(bound);
      boolean active = false;
      for (ZipEntry part : parts) {
        try (InputStream in = new BufferedInputStream(left.of(zip.getInputStream(part)))) {
          active |= isActive(part.getName().toLowerCase(Locale.ROOT), in);
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return active ? Finding.ACTIVE : Finding.HARMLESS;
    } catch (ZipException | EOFException | XMLStreamException | IllegalArgumentException damaged) {
      return Finding.UNREADABLE;
    }
  }

  /**
   * Limits the unpacked bytes while reading, because the sizes stated in an archive can be wrong.
   */
  private static final class ByteLimit {

    private long left;

    ByteLimit(long bytes) {
      left = bytes;
    }

    InputStream of(InputStream part) {
      return new FilterInputStream(part) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          count(value < 0 ? 0 : 1);
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          count(Math.max(0, read));
          return read;
        }
      };
    }

    private void count(int bytes) throws ZipException {
      left -= bytes;
      if (left < 0) {
        throw new ZipException("The archive unpacks to more bytes than allowed");
      }
    }
  }

  private static boolean isActive(String name, InputStream in)
      throws IOException, XMLStreamException {
    boolean structure = name.equals(CONTENT_TYPES) || name.endsWith(RELATIONSHIPS);
    if (!structure && !looksLikeXml(in)) {
      return false;
    }
    try {
      return isActive(in);
    } catch (XMLStreamException malformed) {
      if (structure || name.endsWith(".xml")) {
        throw malformed;
      }
      return false;
    }
  }

  /**
   * Returns whether the first visible character is an angle bracket, in UTF-8 or UTF-16 with or
   * without a byte order mark.
   */
  private static boolean looksLikeXml(InputStream in) throws IOException {
    in.mark(PREFIX_BYTES);
    byte[] first = in.readNBytes(PREFIX_BYTES);
    in.reset();
    for (byte b : first) {
      boolean skipped = b <= ' ';
      if (!skipped) {
        return b == '<';
      }
    }
    return false;
  }

  private static boolean isActive(InputStream xml) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(unclosed(xml));
    StringBuilder fields = new StringBuilder();
    boolean inField = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        return true;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String element = reader.getLocalName();
        if (isActive(element, reader)) {
          return true;
        }
        inField = element.equals("instrText");
        if (element.equals("fldChar")) {
          fields.append(FIELD_END);
        } else if (element.equals("fldSimple")) {
          fields.append(FIELD_END).append(attribute(reader, "instr")).append(FIELD_END);
        }
      } else if (event == XMLStreamConstants.CHARACTERS && inField) {
        fields.append(reader.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inField = false;
      }
    }
    return DDE_FIELD.matcher(fields).find();
  }

  private static boolean isActive(String element, XMLStreamReader reader) {
    return switch (element) {
      case "Default", "Override" ->
          MACRO_TYPE.matcher(attribute(reader, "ContentType").toLowerCase(Locale.ROOT)).find();
      case "Relationship" -> loadsRemote(reader);
      case "ddeLink", "encryption-data" -> true;
      default ->
          element.startsWith("dde-") || (LOADING.contains(element) && !isLocal(href(reader)));
    };
  }

  /** Returns whether a relationship loads external content; hyperlinks are opened by users only. */
  private static boolean loadsRemote(XMLStreamReader reader) {
    String type = attribute(reader, "Type").toLowerCase(Locale.ROOT);
    return MACRO_TYPE.matcher(type).find()
        || (attribute(reader, "TargetMode").equalsIgnoreCase("External")
            && !type.endsWith("/hyperlink")
            && !isLocal(attribute(reader, "Target")));
  }

  /** Returns whether an address is inside the document or on the local machine. */
  private static boolean isLocal(String address) {
    return LOCAL.matcher(address.strip().toLowerCase(Locale.ROOT)).matches();
  }

  private static String href(XMLStreamReader reader) {
    String address = reader.getAttributeValue(XLINK, "href");
    return address == null ? "" : address;
  }

  private static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Prevents the parser from closing the entry, whose remaining bytes are still counted. */
  private static InputStream unclosed(InputStream part) {
    return new FilterInputStream(part) {
      @Override
      public void close() {
        // closed with the entry
      }
    };
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
