package eu.jalon.intake.document.office;

import eu.jalon.intake.document.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The footnotes, endnotes, headers and footers of a Word document. */
final class WordNotes {

  private WordNotes() {}

  /** Returns the text of each note by its kind and id, as in "footnote 2". */
  static Map<String, String> read(ZipParts parts, String folder) {
    var notes = new HashMap<String, String>();
    for (String kind : List.of("footnote", "endnote")) {
      parts
          .find(folder + kind + "s.xml")
          .ifPresent(xml -> XmlEvents.read(xml, "DOCX", new NoteHandler(kind, notes)));
    }
    return notes;
  }

  /**
   * Returns the text of each paragraph of a header or footer, page numbers left as they are stored.
   */
  static List<String> paragraphs(byte[] xml) {
    var paragraphs = new ArrayList<String>();
    var text = new StringBuilder();
    XmlEvents.read(
        xml,
        "DOCX",
        new WordText(text) {
          @Override
          public void end(String name) {
            super.end(name);
            if (name.equals("p")) {
              paragraphs.add(CleanText.line(text.toString()));
              text.setLength(0);
            }
          }
        });
    return paragraphs;
  }

  private static final class NoteHandler extends WordText {

    private final String kind;
    private final Map<String, String> notes;
    private String id = "";

    NoteHandler(String kind, Map<String, String> notes) {
      super(new StringBuilder());
      this.kind = kind;
      this.notes = notes;
    }

    @Override
    public void start(String name, XMLStreamReader tag) {
      super.start(name, tag);
      if (name.equals(kind)) {
        id = XmlEvents.attribute(tag, "type").isEmpty() ? XmlEvents.attribute(tag, "id") : "";
        text().setLength(0);
      }
    }

    @Override
    public void end(String name) {
      super.end(name);
      if (name.equals("p")) {
        text().append(' ');
      }
      if (name.equals(kind) && !id.isEmpty()) {
        notes.put(kind + " " + id, CleanText.line(text().toString()));
      }
    }
  }
}
