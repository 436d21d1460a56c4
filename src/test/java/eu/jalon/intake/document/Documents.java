package eu.jalon.intake.document;

import eu.jalon.intake.reader.DocumentReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads documents in tests and writes their blocks in a short form, one line each. */
final class Documents {

  private Documents() {}

  static SourceText text(String content) {
    return new DocumentReaders().read("declaration.txt", content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> blocksOf(String content) {
    return blocks(text(content));
  }

  static List<String> blocks(SourceText source) {
    return source.blocks().stream().map(Documents::shown).toList();
  }

  static String shown(Block block) {
    if (block instanceof Heading heading) {
      return "#" + heading.level() + " " + joined(heading.number(), heading.text());
    }
    if (block instanceof ListItem item) {
      return "*" + item.level() + " " + joined(item.marker(), item.text());
    }
    if (block instanceof TableRow row) {
      return (row.header() ? "= " : "| ") + row.text();
    }
    if (block instanceof PageFurniture furniture) {
      return furniture.kind() + " " + furniture.text();
    }
    return block.text();
  }

  private static String joined(String marker, String text) {
    return marker.isEmpty() ? text : marker + " " + text;
  }
}
