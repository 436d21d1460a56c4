package eu.jalon.intake.document.plain;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads Markdown with tables. */
public final class MarkdownReader implements DocumentReader {

  private static final int DEEPEST = 60;

  private final @Nullable String encoding;

  /** Reads text in an encoding, or recognises it where none is given. */
  public MarkdownReader(@Nullable String encoding) {
    this.encoding = encoding;
  }

  @Override
  public SourceText read(String fileName, byte[] content) {
    String text = CleanText.storable(TextEncoding.decode(content, encoding));
    String body = text.replaceFirst("(?s)\\A---\\n.{0,4000}?\\n---\\n", "");
    Node document =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build()
            .parse(body);
    var builder = new SourceTextBuilder();
    document.accept(new Body(new FlowWriter(builder)));
    return builder.build(fileName, DocumentFormat.MARKDOWN, null, List.of());
  }

  private static final class Body extends AbstractVisitor {

    private final FlowWriter writer;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private String marker = "";
    private int strong;
    private int characters;
    private int boldCharacters;

    Body(FlowWriter writer) {
      this.writer = writer;
    }

    @Override
    public void visit(Heading heading) {
      visitChildren(heading);
      write(heading.getLevel());
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      write(0);
    }

    @Override
    public void visit(ListItem item) {
      depth++;
      marker = marker(item);
      visitChildren(item);
      depth--;
      marker = "";
    }

    private static String marker(ListItem item) {
      if (item.getParent() instanceof OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
          number++;
        }
        String delimiter = list.getMarkerDelimiter();
        return number + (delimiter == null ? "." : delimiter);
      }
      return item.getParent() instanceof ListBlock ? "•" : "";
    }

    @Override
    public void visit(FencedCodeBlock block) {
      append(block.getLiteral());
      write(0);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      append(block.getLiteral());
      write(0);
    }

    @Override
    public void visit(HtmlBlock block) {
      append(Jsoup.parse(block.getLiteral()).text());
      write(0);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        writer.startTable();
        visitChildren(block);
        writer.endTable();
      } else {
        visitChildren(block);
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow) {
        writer.startRow();
        if (node.getParent() instanceof TableHead) {
          writer.markHeader();
        }
        visitChildren(node);
      } else if (node instanceof TableCell) {
        writer.startCell();
        visitChildren(node);
        write(0);
      } else {
        visitChildren(node);
      }
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      strong++;
      visitChildren(emphasis);
      strong--;
    }

    @Override
    public void visit(Text words) {
      append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
      append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      text.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      text.append('\n');
    }

    private void append(String piece) {
      text.append(piece);
      int visible = (int) piece.chars().filter(c -> !Character.isWhitespace(c)).count();
      characters += visible;
      boldCharacters += strong > 0 ? visible : 0;
    }

    private void write(int heading) {
      boolean bold = characters > 0 && boldCharacters == characters;
      int list = heading == 0 && !marker.isEmpty() ? depth : 0;
      String shown = list > 0 ? marker : "";
      if (!text.toString().isBlank()) {
        writer.paragraph(new FlowParagraph(text.toString(), heading, list, shown, bold, List.of()));
        marker = "";
      }
      text.setLength(0);
      characters = 0;
      boldCharacters = 0;
    }
  }
}
