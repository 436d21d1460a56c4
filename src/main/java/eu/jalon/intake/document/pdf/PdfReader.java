package eu.jalon.intake.document.pdf;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.TableRow;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.intake.document.line.Element;
import eu.jalon.intake.document.line.FurnitureWords;
import eu.jalon.intake.document.line.HeaderRow;
import eu.jalon.intake.document.line.LineShaper;
import eu.jalon.intake.document.line.TextLine;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF files by the positions of their characters; pages without any are recognised as scans.
 */
public final class PdfReader implements DocumentReader {

  /** The most pages that are read. */
  public static final int MOST_PAGES = 1000;

  private static final Duration MOST_TIME = Duration.ofSeconds(60);
  private static final String FORMAT = "PDF";
  private static final int FEW_CHARACTERS = 20;
  private static final double DEEPEST_INDENT = 60;

  private final Duration mostTime;

  public PdfReader() {
    this(MOST_TIME);
  }

  PdfReader(Duration mostTime) {
    this.mostTime = mostTime;
  }

  @Override
  public SourceText read(String fileName, byte[] content) {
    Deadline deadline = Deadline.in(mostTime);
    PdfGuard.check(content, deadline);
    try (PDDocument document = Loader.loadPDF(content)) {
      int pages = document.getNumberOfPages();
      if (pages == 0) {
        throw ValidationError.invalid("document.damaged", FORMAT);
      }
      if (pages > MOST_PAGES) {
        throw ValidationError.invalid("document.tooManyPages", pages, MOST_PAGES);
      }
      var collector = new PageGlyphs(deadline);
      var layouts = new ArrayList<List<PageLayout.Part>>();
      int characters = 0;
      int empty = 0;
      for (int page = 1; page <= pages; page++) {
        deadline.check();
        List<Glyph> glyphs = collector.of(document, page);
        characters += glyphs.size();
        empty += glyphs.isEmpty() ? 1 : 0;
        layouts.add(new ArrayList<>(PageLayout.of(glyphs, collector.tables())));
      }
      if (characters < FEW_CHARACTERS || empty * 2 > pages) {
        return ScanReader.read(fileName, document);
      }
      double height = document.getPage(0).getCropBox().getHeight();
      List<String> warnings = empty == 0 ? List.of() : List.of("document.pagesWithoutText");
      return new Writer(layouts, height).write(fileName, created(document), warnings);
    } catch (InvalidPasswordException encrypted) {
      throw ValidationError.invalid("document.encrypted");
    } catch (ValidationError refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      if (damaged.getCause() instanceof ValidationError refused) {
        throw refused;
      }
      ValidationError refusal = ValidationError.invalid("document.damaged", FORMAT);
      refusal.initCause(damaged);
      throw refusal;
    }
  }

  private static @Nullable LocalDate created(PDDocument document) {
    Calendar created = document.getDocumentInformation().getCreationDate();
    return created == null ? null : LocalDate.ofInstant(created.toInstant(), ZoneOffset.UTC);
  }

  /** Writes the parts of all pages as one flow, the margins of a page after what starts on it. */
  private static final class Writer {

    private final List<List<PageLayout.Part>> pages;
    private final PageMargins margins;
    private final SourceTextBuilder builder = new SourceTextBuilder();
    private final List<Element> elements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextLine> lines = new ArrayList<>();
    private final List<TextLine> all = new ArrayList<>();
    private final TreeSet<Double> lefts = new TreeSet<>();
    private List<String> head = List.of();
    private int tables = -1;

    Writer(List<List<PageLayout.Part>> pages, double height) {
      this.pages = pages;
      this.margins = PageMargins.takeOut(pages, height, bodySize(pages));
    }

    SourceText write(String fileName, @Nullable LocalDate created, List<String> warnings) {
      for (List<PageLayout.Part> page : pages) {
        for (PageLayout.Part part : page) {
          if (part instanceof PageLayout.Line line) {
            lefts.add(line.left());
          }
        }
      }
      for (int page = 0; page < pages.size(); page++) {
        PageLayout.@Nullable Line before = null;
        for (PageLayout.Part part : pages.get(page)) {
          if (part instanceof PageLayout.Line line) {
            addLine(line, before, page + 1);
            before = line;
          }
        }
      }
      LineShaper shaper = LineShaper.of(all);
      int at = 0;
      for (int page = 0; page < pages.size(); page++) {
        List<PageLayout.Part> parts = pages.get(page);
        for (int i = 0; i < parts.size(); i++) {
          if (parts.get(i) instanceof PageLayout.Row row) {
            elements.addAll(shaper.elements(lines));
            lines.clear();
            addRow(row, shaper, page + 1, isHeader(parts, i), page > 0 && i == 0);
          } else {
            lines.add(all.get(at++));
          }
        }
      }
      elements.addAll(shaper.elements(lines));
      writeWithMargins();
      return builder.build(fileName, DocumentFormat.PDF, created, warnings);
    }

    private void addLine(PageLayout.Line line, PageLayout.@Nullable Line before, int page) {
      Segment segment = line.segment();
      String raw = withoutMarks(segment.text().strip(), margins.footnotes());
      double left = leftOf(line);
      int start = text.length();
      text.append(raw).append('\n');
      boolean apart =
          line.apart()
              || (before != null && before.column() != line.column() && isApart(before, line));
      all.add(
          new TextLine(
              raw,
              start,
              start + raw.length(),
              page,
              segment.x() - left,
              segment.right() - left,
              line.limit() - left,
              segment.charWidth(),
              apart || all.isEmpty(),
              segment.bold(),
              segment.size()));
    }

    /**
     * Where the column of a line starts: a column that holds nothing but a list starts where the
     * columns of other pages do.
     */
    private double leftOf(PageLayout.Line line) {
      Double left = lefts.higher(line.left() - DEEPEST_INDENT);
      return left == null ? line.left() : left;
    }

    /** Parts of one column that a table divides may still be one paragraph; a new column is not. */
    private static boolean isApart(PageLayout.Line before, PageLayout.Line line) {
      return line.y() > before.y();
    }

    /**
     * A table that begins a page continues that of the page before if the columns are as many; its
     * header is printed again, or is not.
     */
    private void addRow(
        PageLayout.Row row, LineShaper shaper, int page, boolean header, boolean opensPage) {
      var cells = new ArrayList<String>();
      for (List<String> cell : row.cells()) {
        cells.add(withoutMarks(shaper.words().join(cell), margins.footnotes()));
      }
      TableRow above = rowAbove();
      boolean goesOn =
          above != null && (!row.first() || (opensPage && above.cells().size() == cells.size()));
      if (goesOn && row.first() && cells.equals(head)) {
        return;
      }
      tables += goesOn ? 0 : 1;
      head = goesOn ? head : List.copyOf(cells);
      int number = above != null && goesOn ? above.row() + 1 : 0;
      int start = text.length();
      String raw = String.join(" | ", cells);
      text.append(raw).append('\n');
      elements.add(
          Element.row(
              tables,
              number,
              header && !goesOn,
              cells,
              new Place(start, start + raw.length(), page)));
    }

    private @Nullable TableRow rowAbove() {
      return !elements.isEmpty()
              && elements.get(elements.size() - 1) instanceof Element.Settled before
              && before.block() instanceof TableRow last
          ? last
          : null;
    }

    private static boolean isHeader(List<PageLayout.Part> parts, int i) {
      PageLayout.Row row = (PageLayout.Row) parts.get(i);
      if (!row.first()) {
        return false;
      }
      var cells = new ArrayList<List<String>>();
      for (int at = i; at < parts.size() && parts.get(at) instanceof PageLayout.Row next; at++) {
        if (at > i && next.first()) {
          break;
        }
        cells.add(
            next.cells().stream().map(cell -> CleanText.line(String.join(" ", cell))).toList());
      }
      return HeaderRow.isHeader(cells);
    }

    private void writeWithMargins() {
      String source = text.toString();
      int written = 0;
      for (Element element : elements) {
        while (written < element.place().page() - 1) {
          writeMargins(written, false);
          written++;
          writeMargins(written, true);
        }
        if (element.place().page() == 1 && written == 0 && element == elements.get(0)) {
          writeMargins(0, true);
        }
        builder.shaped(List.of(element), source);
      }
      if (elements.isEmpty()) {
        writeMargins(0, true);
      }
      for (; written < pages.size(); written++) {
        writeMargins(written, false);
        if (written + 1 < pages.size()) {
          writeMargins(written + 1, true);
        }
      }
    }

    private void writeMargins(int page, boolean headers) {
      for (PageMargins.Margin margin : margins.of(page)) {
        if ((margin.kind() == FurnitureKind.PAGE_HEADER) == headers) {
          String line = CleanText.line(margin.text());
          var furniture =
              new PageFurniture(margin.kind(), line, new Place(0, line.length(), page + 1));
          builder.shaped(List.of(new Element.Settled(furniture)), line);
        }
      }
    }

    private static String withoutMarks(String text, Set<String> footnotes) {
      var kept = new StringBuilder();
      int i = 0;
      while (i < text.length()) {
        int end = i;
        while (end < text.length() && "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        boolean mark =
            end > i && i > 0 && footnotes.contains(FurnitureWords.figures(text.substring(i, end)));
        if (end == i) {
          kept.append(text.charAt(i++));
        } else {
          kept.append(mark ? "" : text.substring(i, end));
          i = end;
        }
      }
      return kept.toString();
    }

    private static double bodySize(List<List<PageLayout.Part>> pages) {
      var counts = new TreeMap<Double, Integer>();
      for (List<PageLayout.Part> page : pages) {
        for (PageLayout.Part part : page) {
          if (part instanceof PageLayout.Line line) {
            counts.merge(line.segment().size(), line.segment().text().length(), Integer::sum);
          }
        }
      }
      return counts.entrySet().stream()
          .max(java.util.Map.Entry.comparingByValue())
          .map(java.util.Map.Entry::getKey)
          .orElse(0.0);
    }
  }
}
