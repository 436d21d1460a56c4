package eu.jalon.intake.document.office;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads workbooks: each visible sheet is a table; formulas show the value stored with them. */
public final class XlsxReader implements DocumentReader {

  private static final String FORMAT = "XLSX";
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 200;

  @Override
  public SourceText read(String fileName, byte[] content) {
    LocalDate created;
    try (ZipParts parts = ZipParts.open(content, FORMAT)) {
      created = DocxReader.created(parts);
      refuseUnsafe(parts);
    }
    var builder = new SourceTextBuilder();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
      List<Sheet> sheets =
          book.getSheets()
              .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      var writer = new FlowWriter(builder);
      for (Sheet sheet : sheets) {
        if (sheets.size() > 1) {
          writer.paragraph(new FlowParagraph(sheet.getName(), 1, 0, "", false, List.of()));
        }
        read(sheet, writer);
      }
    } catch (ValidationError refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw ZipParts.damaged(FORMAT, damaged);
    }
    return builder.build(fileName, DocumentFormat.XLSX, created, List.of());
  }

  /** The library reads what this has inflated within limits and found free of document types. */
  private static void refuseUnsafe(ZipParts parts) {
    for (String name : parts.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
        XmlEvents.read(parts.require(name), FORMAT, new TagHandler() {});
      }
    }
  }

  private static void read(Sheet sheet, FlowWriter writer) throws IOException {
    writer.startTable();
    try (Stream<Row> rows = sheet.openStream()) {
      int count = 0;
      for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
        List<String> cells = cells(it.next());
        if (cells.stream().allMatch(String::isBlank)) {
          writer.endTable();
          writer.startTable();
          continue;
        }
        if (++count > MOST_ROWS) {
          throw ValidationError.invalid("document.tooMuch");
        }
        writer.startRow();
        for (String cell : cells) {
          writer.startCell();
          writer.paragraph(FlowParagraph.body(cell, false));
        }
      }
    }
    writer.endTable();
  }

  private static List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    int width = Math.min(MOST_COLUMNS, row.getCellCount());
    for (int i = 0; i < width; i++) {
      cells.add(shown(row.getCell(i)));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static String shown(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      return date(cell);
    }
    String text = cell.getText();
    return text == null ? "" : text.replaceFirst("^(-?\\d+)\\.0$", "$1");
  }

  private static boolean isDate(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String plain = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
    return plain.contains("yy") || plain.matches(".*d.*m.*") || plain.matches(".*m.*d.*");
  }

  private static String date(Cell cell) {
    try {
      LocalDateTime moment = cell.asDate();
      boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
      return day
          ? shown(moment.toLocalDate())
          : shown(moment.toLocalDate()) + " " + moment.toLocalTime();
    } catch (DateTimeException | IllegalArgumentException noDate) {
      return cell.getText();
    }
  }

  private static String shown(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}
