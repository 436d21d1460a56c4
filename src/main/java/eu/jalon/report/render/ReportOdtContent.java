package eu.jalon.report.render;

import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.Language;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the content and the metadata of a report as OpenDocument XML. */
final class ReportOdtContent {

  private static final String ROOT = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String OFFICE = ROOT + "office:1.0";
  private static final String META = ROOT + "meta:1.0";
  private static final String STYLE = ROOT + "style:1.0";
  private static final String TABLE = ROOT + "table:1.0";
  private static final String TEXT = ROOT + "text:1.0";
  private static final String FO = ROOT + "xsl-fo-compatible:1.0";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String VERSION = "1.3";

  /** The text width of an A4 page in hundredths of a millimetre. */
  private static final int WIDTH = 17_000;

  private final XMLStreamWriter xml;
  private int tables;

  private ReportOdtContent(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] content(ReportNote note) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml = document(bytes, "document-content");
    ReportOdtContent content = new ReportOdtContent(xml);
    content.automaticStyles();
    xml.writeStartElement("office", "body", OFFICE);
    xml.writeStartElement("office", "text", OFFICE);
    content.paragraph("Sender", note.sender());
    content.paragraph("Dated", note.dated());
    content.heading(1, "Heading_20_1", ReportText.plain(note.title()));
    content.paragraph("Subtitle", note.subject());
    for (ReportBlock block : note.blocks()) {
      content.block(block);
    }
    end(xml);
    return bytes.toByteArray();
  }

  static byte[] meta(ReportNote note) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml = document(bytes, "document-meta");
    xml.writeStartElement("office", "meta", OFFICE);
    element(xml, "meta", "generator", META, "Jalon");
    element(xml, "dc", "title", DC, note.title());
    element(xml, "dc", "subject", DC, note.subject());
    element(xml, "dc", "language", DC, note.lang());
    element(xml, "dc", "date", DC, note.day() + "T00:00:00");
    end(xml);
    return bytes.toByteArray();
  }

  private static XMLStreamWriter document(ByteArrayOutputStream bytes, String root)
      throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("office", root, OFFICE);
    xml.writeNamespace("office", OFFICE);
    xml.writeNamespace("meta", META);
    xml.writeNamespace("style", STYLE);
    xml.writeNamespace("table", TABLE);
    xml.writeNamespace("text", TEXT);
    xml.writeNamespace("fo", FO);
    xml.writeNamespace("dc", DC);
    xml.writeAttribute("office", OFFICE, "version", VERSION);
    return xml;
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
  }

  private static void element(
      XMLStreamWriter xml, String prefix, String name, String space, String text)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, space);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /**
   * Automatic styles of tables, columns and cells, for which text documents have no named styles.
   */
  private void automaticStyles() throws XMLStreamException {
    xml.writeStartElement("office", "automatic-styles", OFFICE);
    style("Grid", "table", "table", "width", "17cm");
    style("Row", "table-row", "table-row", "keep-together", "always");
    style("Head", "table-cell", "table-cell", "border-bottom", "0.8pt solid #14285a");
    style("Cell", "table-cell", "table-cell", "border-bottom", "0.4pt solid #b9c1d3");
    for (ReportBlock.Layout layout : ReportBlock.Layout.values()) {
      for (int column = 0; column < layout.columns(); column++) {
        int width = WIDTH * layout.width(column) / 100;
        style(column(layout, column), "table-column", "table-column", "column-width", mm(width));
      }
    }
    xml.writeEndElement();
  }

  private static String mm(int hundredths) {
    return hundredths / 100 + "mm";
  }

  private static String column(ReportBlock.Layout layout, int column) {
    return layout + "." + (column + 1);
  }

  private void style(String name, String family, String kind, String property, String value)
      throws XMLStreamException {
    boolean styleNamespace = property.equals("width") || property.equals("column-width");
    xml.writeStartElement("style", "style", STYLE);
    xml.writeAttribute("style", STYLE, "name", name);
    xml.writeAttribute("style", STYLE, "family", family);
    xml.writeEmptyElement("style", kind + "-properties", STYLE);
    xml.writeAttribute(
        styleNamespace ? "style" : "fo", styleNamespace ? STYLE : FO, property, value);
    if (kind.equals("table")) {
      xml.writeAttribute("table", TABLE, "align", "margins");
    }
    if (kind.equals("table-cell")) {
      xml.writeAttribute("fo", FO, "padding", "0.8mm");
    }
    xml.writeEndElement();
  }

  private void block(ReportBlock block) throws XMLStreamException {
    if (block instanceof ReportBlock.Heading heading) {
      String style = "Heading_20_" + heading.level() + (heading.newPage() ? "_20_new_20_page" : "");
      heading(heading.level(), style, heading.text());
    } else if (block instanceof ReportBlock.Paragraph paragraph) {
      line(paragraphStyle(paragraph.text()), paragraph.text());
    } else if (block instanceof ReportBlock.Prose prose) {
      xml.writeStartElement("text", "p", TEXT);
      xml.writeAttribute("text", TEXT, "style-name", "Text_20_body");
      styledRuns(prose.runs());
      xml.writeEndElement();
    } else if (block instanceof ReportBlock.Items items) {
      items(items);
    } else if (block instanceof ReportBlock.Grid grid) {
      grid(grid);
    }
  }

  private void items(ReportBlock.Items items) throws XMLStreamException {
    xml.writeStartElement("text", "list", TEXT);
    xml.writeAttribute(
        "text", TEXT, "style-name", items.numbered() ? "Numbering_20_1" : "List_20_1");
    for (List<ReportText> runs : items.items()) {
      xml.writeStartElement("text", "list-item", TEXT);
      xml.writeStartElement("text", "p", TEXT);
      xml.writeAttribute("text", TEXT, "style-name", "List_20_item");
      styledRuns(runs);
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void styledRuns(List<ReportText> runs) throws XMLStreamException {
    for (int i = 0; i < runs.size(); i++) {
      if (i > 0) {
        xml.writeCharacters(" ");
      }
      styledRun(runs.get(i));
    }
  }

  private void styledRun(ReportText run) throws XMLStreamException {
    xml.writeStartElement("text", "span", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", "Run_20_" + styleName(run.style()));
    run(run);
    xml.writeEndElement();
  }

  private static String styleName(ReportText.Style style) {
    return switch (style) {
      case PLAIN -> "Contents";
      case STRONG -> "Strong";
      case SOFT -> "Soft";
      case QUOTE -> "Quote";
    };
  }

  private static String paragraphStyle(ReportText line) {
    return line.style() == ReportText.Style.SOFT ? "Remark" : "Text_20_body";
  }

  private void heading(int level, String style, ReportText text) throws XMLStreamException {
    xml.writeStartElement("text", "h", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", style);
    xml.writeAttribute("text", TEXT, "outline-level", String.valueOf(level));
    run(text);
    xml.writeEndElement();
  }

  private void paragraph(String style, String text) throws XMLStreamException {
    line(style, ReportText.plain(text));
  }

  private void line(String style, ReportText line) throws XMLStreamException {
    xml.writeStartElement("text", "p", TEXT);
    xml.writeAttribute("text", TEXT, "style-name", style);
    run(line);
    xml.writeEndElement();
  }

  /** Writes a text run, in a span if it is in another language. */
  private void run(ReportText line) throws XMLStreamException {
    if (line.otherLanguage().filter(Language::isKnown).isPresent()) {
      xml.writeStartElement("text", "span", TEXT);
      xml.writeAttribute(
          "text", TEXT, "style-name", "Language_20_" + line.otherLanguage().get().code());
      xml.writeCharacters(line.text());
      xml.writeEndElement();
    } else {
      xml.writeCharacters(line.text());
    }
  }

  private void grid(ReportBlock.Grid grid) throws XMLStreamException {
    tables++;
    xml.writeStartElement("table", "table", TABLE);
    xml.writeAttribute("table", TABLE, "name", "Table" + tables);
    xml.writeAttribute("table", TABLE, "style-name", "Grid");
    element(xml, "table", "title", TABLE, grid.caption());
    for (int column = 0; column < grid.columns().size(); column++) {
      xml.writeEmptyElement("table", "table-column", TABLE);
      xml.writeAttribute("table", TABLE, "style-name", column(grid.layout(), column));
    }
    xml.writeStartElement("table", "table-header-rows", TABLE);
    row(
        grid.layout(),
        "Head",
        grid.columns().stream().map(name -> List.of(ReportText.plain(name))).toList());
    xml.writeEndElement();
    for (List<ReportBlock.Cell> cells : grid.rows()) {
      row(grid.layout(), "Cell", cells.stream().map(ReportBlock.Cell::lines).toList());
    }
    xml.writeEndElement();
    line("After_20_table", ReportText.plain(""));
  }

  private void row(ReportBlock.Layout layout, String cellStyle, List<List<ReportText>> cells)
      throws XMLStreamException {
    xml.writeStartElement("table", "table-row", TABLE);
    xml.writeAttribute("table", TABLE, "style-name", "Row");
    for (int column = 0; column < cells.size(); column++) {
      xml.writeStartElement("table", "table-cell", TABLE);
      xml.writeAttribute("table", TABLE, "style-name", cellStyle);
      xml.writeAttribute("office", OFFICE, "value-type", "string");
      for (ReportText line : cells.get(column)) {
        line("Table_20_" + tableStyle(layout, cellStyle, column, line), line);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String tableStyle(
      ReportBlock.Layout layout, String cellStyle, int column, ReportText line) {
    if (cellStyle.equals("Head")) {
      return layout.numeric(column) ? "Head_20_number" : "Head";
    }
    if (layout.numeric(column)) {
      return "Number";
    }
    return styleName(line.style());
  }
}
