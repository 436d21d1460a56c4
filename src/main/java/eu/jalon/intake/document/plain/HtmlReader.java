package eu.jalon.intake.document.plain;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads web pages as text: nothing is fetched, no script runs. */
public final class HtmlReader implements DocumentReader {

  private static final int HEAD = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})");

  private final @Nullable String encoding;

  /** Reads a page in an encoding, or in the one it names, or recognises it. */
  public HtmlReader(@Nullable String encoding) {
    this.encoding = encoding;
  }

  @Override
  public SourceText read(String fileName, byte[] content) {
    return of(fileName, DocumentFormat.HTML, decoded(content));
  }

  static SourceText of(String fileName, DocumentFormat format, String html) {
    Document page = Jsoup.parse(html);
    var builder = new SourceTextBuilder();
    var body = new HtmlBody(new FlowWriter(builder));
    page.body().traverse(body);
    body.finish();
    body.notes().forEach(text -> builder.furniture(FurnitureKind.FOOTNOTE, text, 0));
    body.margins().forEach(text -> builder.furniture(FurnitureKind.PAGE_FOOTER, text, 0));
    return builder.build(fileName, format, null, List.of());
  }

  private String decoded(byte[] content) {
    if (encoding != null && !encoding.isBlank()) {
      return TextEncoding.decode(content, encoding);
    }
    String head =
        new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    Matcher named = CHARSET.matcher(head);
    boolean marked = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
    if (!marked && named.find() && isEightBit(named.group(1))) {
      return new String(content, Charset.forName(named.group(1)));
    }
    return TextEncoding.decode(content, null);
  }

  /** Browsers read ISO 8859-1 as Windows-1252; UTF-8 is recognised by itself. */
  private static boolean isEightBit(String name) {
    try {
      return Charset.isSupported(name)
          && !Charset.forName(name).equals(StandardCharsets.UTF_8)
          && !name.toUpperCase(java.util.Locale.ROOT).startsWith("UTF")
          && !Charset.forName(name).equals(StandardCharsets.ISO_8859_1)
          && !Charset.forName(name).equals(StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException noName) {
      return false;
    }
  }
}
