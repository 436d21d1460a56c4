package eu.jalon.intake.document.office;

import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a document as a stream: no document type, no entities, no reference followed.
 */
final class XmlEvents {

  /** What a reader does at the tags and the text of a part. */
  interface Handler {

    void start(String name, XMLStreamReader tag);

    void end(String name);

    void text(String characters);
  }

  private static final int DEEPEST = 500;

  private XmlEvents() {}

  /**
   * Passes each tag and text to a handler.
   *
   * @throws ValidationError {@code document.unsafe} for a document type, {@code document.damaged}
   *     for XML that is not well-formed
   */
  static void read(byte[] xml, String format, Handler handler) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(characters(xml));
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw ValidationError.invalid("document.unsafe");
            }
            handler.start(reader.getLocalName(), reader);
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            handler.end(reader.getLocalName());
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              handler.text(reader.getText());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw ValidationError.invalid("document.unsafe");
          default -> {
            // comments and processing instructions say nothing
          }
        }
      }
    } catch (XMLStreamException damaged) {
      throw ZipParts.damaged(format, damaged);
    }
  }

  /** Both families of formats allow UTF-8 and UTF-16 only; other bytes are an error. */
  private static Reader characters(byte[] xml) {
    boolean wide = xml.length > 1 && (xml[0] & 0xFF) + (xml[1] & 0xFF) == 0xFE + 0xFF;
    var decoder = (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder();
    int mark = xml.length > 2 && (xml[0] & 0xFF) == 0xEF && (xml[1] & 0xFF) == 0xBB ? 3 : 0;
    return new InputStreamReader(new ByteArrayInputStream(xml, mark, xml.length - mark), decoder);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("References are not followed: " + systemId);
        });
    return factory;
  }

  /** Returns an attribute by its local name, or empty. */
  static String attribute(XMLStreamReader tag, String localName) {
    for (int i = 0; i < tag.getAttributeCount(); i++) {
      if (tag.getAttributeLocalName(i).equals(localName)) {
        return tag.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Returns a whole number, or another where the attribute is missing or no number. */
  static int number(XMLStreamReader tag, String localName, int otherwise) {
    String value = attribute(tag, localName);
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }
}
