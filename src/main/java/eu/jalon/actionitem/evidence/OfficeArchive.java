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
 * What the archive of an office document (ISO/IEC 29500-2, OpenDocument) holds: whether it unpacks
 * to a reasonable size, and whether a part of it would run or load something when it is opened.
 *
 * <p>Parts are read through the central directory, as office programs read them; their names are
 * compared without case. XML is read by a parser, so that no encoding hides a word.
 */
final class OfficeArchive {

  /** What an archive is refused for. */
  enum Finding {
    /** Nothing. */
    HARMLESS,

    /** It is not an archive of the kind of document that its name promises. */
    OTHER_KIND,

    /** It cannot be read, or unpacks to too much. */
    UNREADABLE,

    /** It holds macros, fields or links that run or load something. */
    ACTIVE
  }

  /** The most that all parts together may unpack to, in mebibytes. */
  static final int LARGEST = 128;

  /** The most that all parts together may unpack to, as a multiple of the archive. */
  private static final int LARGEST_RATIO = 100;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int SNIFFED = 100;
  private static final int MOST_PARTS = 10_000;

  private static final String CONTENT_TYPES = "[content_types].xml";
  private static final String RELATIONSHIPS = ".rels";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** Parts of macros by their names: OPC, where case does not count, and OpenDocument. */
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

  /** Elements of OpenDocument that load what they refer to; links that users follow do not. */
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
   * Reads an archive.
   *
   * @param main a part that the kind of document must have; a folder ends with a slash
   */
  static Finding read(byte[] archive, String main) {
    try {
      Path file = Files.createTempFile("evidence", ".zip");
      try {
        Files.write(file, archive);
        return read(file, main, Math.min((long) LARGEST * MEBIBYTE, bound(archive.length)));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static long bound(long archive) {
    return Math.max(MEBIBYTE, archive * LARGEST_RATIO);
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
      if (parts.size() > MOST_PARTS) {
        return Finding.UNREADABLE;
      }
      Bound left = new Bound(bound);
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

  /** How much may still be unpacked, counted while it is read: sizes in an archive may be wrong. */
  private static final class Bound {

    private long left;

    Bound(long bytes) {
      left = bytes;
    }

    InputStream of(InputStream part) {
      return new FilterInputStream(part) {
        @Override
        public int read() throws IOException {
          int each = super.read();
          count(each < 0 ? 0 : 1);
          return each;
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
        throw new ZipException("Unpacks to too much");
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

  /** Whether the first character is an angle bracket, in UTF-8 or UTF-16 with or without a mark. */
  private static boolean looksLikeXml(InputStream in) throws IOException {
    in.mark(SNIFFED);
    byte[] first = in.readNBytes(SNIFFED);
    in.reset();
    for (byte each : first) {
      boolean before = each <= ' ';
      if (!before) {
        return each == '<';
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

  /** A hyperlink is followed by users; all else that is external is loaded with the document. */
  private static boolean loadsRemote(XMLStreamReader reader) {
    String type = attribute(reader, "Type").toLowerCase(Locale.ROOT);
    return MACRO_TYPE.matcher(type).find()
        || (attribute(reader, "TargetMode").equalsIgnoreCase("External")
            && !type.endsWith("/hyperlink")
            && !isLocal(attribute(reader, "Target")));
  }

  /** Whether an address is on the reader's own machine or inside the document. */
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

  /** The parser closes what it has read to the end, of which the rest is still counted. */
  private static InputStream unclosed(InputStream part) {
    return new FilterInputStream(part) {
      @Override
      public void close() {
        // closed with the part
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
