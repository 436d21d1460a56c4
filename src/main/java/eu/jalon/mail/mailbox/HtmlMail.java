package eu.jalon.mail.mailbox;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML message: a line for each block, quoted lines with "&gt;" before them. */
final class HtmlMail {

  private HtmlMail() {}

  static String text(String html) {
    Document document = Jsoup.parse(html);
    document.select("script, style, head").remove();
    Writer writer = new Writer();
    document.body().traverse(writer);
    return writer.text.toString().strip();
  }

  private static final class Writer implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private int quotes;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        String value = words.text();
        if (!(value.isBlank() && atLineStart())) {
          startLine();
          text.append(value);
        }
      } else if (node instanceof Element element) {
        if (element.nameIs("br")) {
          text.append('\n');
        } else if (element.isBlock() || element.nameIs("hr")) {
          endLine();
        }
        if (element.nameIs("hr")) {
          text.append("________________________________\n");
        }
        quotes += element.nameIs("blockquote") ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.isBlock()) {
          endLine();
        }
        quotes -= element.nameIs("blockquote") ? 1 : 0;
      }
    }

    private boolean atLineStart() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private void startLine() {
      if (atLineStart() && quotes > 0) {
        text.append("> ".repeat(quotes));
      }
    }

    private void endLine() {
      if (!atLineStart()) {
        text.append('\n');
      }
    }
  }
}
