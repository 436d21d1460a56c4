package eu.jalon.intake.document.office;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.intake.document.marker.Numbering;
import eu.jalon.intake.document.plain.TextReader;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads Word documents of 1997 to 2003, and the text of older ones; macros are not looked at. */
public final class DocReader implements DocumentReader {

  private static final String FORMAT = "DOC";
  private static final char FIELD_START = '\u0013';
  private static final char FIELD_RESULT = '\u0014';
  private static final char FIELD_END = '\u0015';
  private static final char FOOTNOTE = '\u0002';

  @Override
  public SourceText read(String fileName, byte[] content) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw ValidationError.invalid("document.encrypted");
      }
      if (!root.hasEntryCaseInsensitive("WordDocument")) {
        throw ValidationError.invalid("document.unsupported");
      }
      return read(fileName, root);
    } catch (EncryptedDocumentException encrypted) {
      throw ValidationError.invalid("document.encrypted");
    } catch (ValidationError refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw ZipParts.damaged(FORMAT, damaged);
    }
  }

  private static SourceText read(String fileName, DirectoryNode root) throws IOException {
    try (HWPFDocument document = new HWPFDocument(root)) {
      var builder = new SourceTextBuilder();
      var margins = new HeaderStories(document);
      margin(
              margins.getFirstHeaderSubrange(),
              margins.getOddHeaderSubrange(),
              margins.getEvenHeaderSubrange())
          .forEach(text -> builder.furniture(FurnitureKind.PAGE_HEADER, text, 0));
      new Body(document, new FlowWriter(builder)).write();
      margin(
              margins.getFirstFooterSubrange(),
              margins.getOddFooterSubrange(),
              margins.getEvenFooterSubrange())
          .forEach(text -> builder.furniture(FurnitureKind.PAGE_FOOTER, text, 0));
      return builder.build(fileName, DocumentFormat.DOC, created(document), List.of());
    } catch (OldFileFormatException old) {
      try (HWPFOldDocument document = new HWPFOldDocument(root);
          Word6Extractor extractor = new Word6Extractor(document)) {
        return TextReader.of(fileName, DocumentFormat.DOC, extractor.getText(), List.of());
      }
    }
  }

  private static Set<String> margin(@Nullable Range... stories) {
    var texts = new LinkedHashSet<String>();
    for (Range story : stories) {
      if (story != null) {
        story
            .text()
            .lines()
            .map(line -> CleanText.line(shown(line)))
            .filter(line -> !line.isEmpty())
            .forEach(texts::add);
      }
    }
    return texts;
  }

  private static @Nullable LocalDate created(HWPFDocument document) {
    Date created =
        document.getSummaryInformation() == null
            ? null
            : document.getSummaryInformation().getCreateDateTime();
    return created == null ? null : LocalDate.ofInstant(created.toInstant(), ZoneOffset.UTC);
  }

  /** Leaves out the codes of fields and the marks of pictures and notes. */
  private static String shown(String raw) {
    var text = new StringBuilder(raw.length());
    int codes = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case FIELD_START -> codes++;
        case FIELD_RESULT, FIELD_END -> codes -= codes > 0 ? 1 : 0;
        case '\u0001', FOOTNOTE, '\u0005', '\u0007', '\u0008', '\u001F', '\r' -> {
          // other marks, optional hyphens, ends of paragraphs and cells
        }
        case '\u000B' -> text.append(codes > 0 ? "" : "\n");
        case '\u001E' -> text.append(codes > 0 ? "" : "-");
        default -> text.append(codes > 0 ? "" : String.valueOf(c));
      }
    }
    return text.toString();
  }

  private static final class Body {

    private final HWPFDocument document;
    private final FlowWriter writer;
    private final AbstractWordUtils.NumberingState numbers = new AbstractWordUtils.NumberingState();
    private final List<String> footnotes;
    private int nextNote;
    private boolean inTable;
    private boolean inRow;
    private boolean inCell;

    Body(HWPFDocument document, FlowWriter writer) {
      this.document = document;
      this.writer = writer;
      this.footnotes = footnotes(document);
    }

    private static List<String> footnotes(HWPFDocument document) {
      var notes = new ArrayList<String>();
      Range range = document.getFootnoteRange();
      int count = document.getFootnotes().getNotesCount();
      String all = range == null ? "" : range.text();
      for (int i = 0; i < count; i++) {
        int start = document.getFootnotes().getNoteTextStartOffset(i);
        int end = document.getFootnotes().getNoteTextEndOffset(i);
        boolean inside = start >= 0 && end >= start && end <= all.length();
        notes.add(inside ? CleanText.line(shown(all.substring(start, end))) : "");
      }
      return notes;
    }

    void write() {
      Range range = document.getRange();
      for (int i = 0; i < range.numParagraphs(); i++) {
        add(range.getParagraph(i));
      }
      endTable();
    }

    private void add(Paragraph paragraph) {
      if (!paragraph.isInTable()) {
        endTable();
        writer.paragraph(flow(paragraph));
        return;
      }
      if (!inTable) {
        writer.startTable();
        inTable = true;
      }
      if (paragraph.isTableRowEnd()) {
        inRow = false;
        inCell = false;
        return;
      }
      if (!inRow) {
        writer.startRow();
        inRow = true;
      }
      if (!inCell) {
        writer.startCell();
        inCell = true;
      }
      writer.paragraph(flow(paragraph));
      inCell = !paragraph.text().endsWith("\u0007");
    }

    private void endTable() {
      if (inTable) {
        writer.endTable();
        inTable = false;
        inRow = false;
        inCell = false;
      }
    }

    private FlowParagraph flow(Paragraph paragraph) {
      var raw = new StringBuilder();
      int characters = 0;
      int bold = 0;
      for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
        CharacterRun run = paragraph.getCharacterRun(i);
        boolean field = run.text().indexOf(FIELD_START) >= 0 || run.text().indexOf(FIELD_END) >= 0;
        if (!field && (run.isVanished() || run.isMarkedDeleted())) {
          continue;
        }
        raw.append(run.text());
        int visible = (int) run.text().chars().filter(c -> c > ' ').count();
        characters += visible;
        bold += run.isBold() ? visible : 0;
      }
      String text = shown(raw.toString());
      var notes = new ArrayList<String>();
      for (int i = 0; i < raw.length(); i++) {
        if (raw.charAt(i) == FOOTNOTE && nextNote < footnotes.size()) {
          notes.add((nextNote + 1) + " " + footnotes.get(nextNote));
          nextNote++;
        }
      }
      int heading = heading(paragraph);
      String marker = text.isBlank() ? "" : marker(paragraph);
      int list = heading > 0 || marker.isEmpty() ? 0 : paragraph.getIlvl() + 1;
      return new FlowParagraph(
          text, heading, list, marker, characters > 0 && bold == characters, notes);
    }

    private int heading(Paragraph paragraph) {
      int style = paragraph.getStyleIndex();
      if (paragraph.getLvl() >= 0 && paragraph.getLvl() < 9) {
        return paragraph.getLvl() + 1;
      }
      StyleDescription description =
          style >= 0 && style < document.getStyleSheet().numStyles()
              ? document.getStyleSheet().getStyleDescription(style)
              : null;
      String name =
          description == null || description.getName() == null
              ? ""
              : description.getName().toLowerCase(Locale.ROOT);
      return name.matches("(?:heading|titre|kop) [1-9].*")
          ? name.replaceAll("\\D", "").charAt(0) - '0'
          : 0;
    }

    private String marker(Paragraph paragraph) {
      if (!paragraph.isInList()) {
        return "";
      }
      try {
        String shape = paragraph.getList().getNumberText((char) paragraph.getIlvl());
        if (shape == null || shape.isEmpty()) {
          return "";
        }
        String written =
            AbstractWordUtils.getBulletText(
                    numbers, paragraph.getList(), (char) paragraph.getIlvl())
                .strip();
        boolean symbol = written.length() == 1 && !Character.isLetterOrDigit(written.charAt(0));
        return symbol ? Numbering.bullet(written) : written;
      } catch (RuntimeException noSuchList) {
        return "•";
      }
    }
  }
}
