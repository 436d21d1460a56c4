package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;

import javax.xml.stream.XMLStreamReader;

/** Collects the visible text of runs: deletions, hidden text and fallbacks are left out. */
class WordText extends TagHandler {

  private StringBuilder text;
  private boolean inText;
  private int skipped;

  WordText(StringBuilder text) {
    this.text = text;
  }

  final StringBuilder text() {
    return text;
  }

  final void into(StringBuilder other) {
    text = other;
  }

  /** Tells whether the reader is inside something that is not shown. */
  final boolean isSkipping() {
    return skipped > 0;
  }

  @Override
  public void start(String name, XMLStreamReader tag) {
    if (skipped > 0 || isHidden(name)) {
      skipped++;
      return;
    }
    switch (name) {
      case "t" -> inText = true;
      case "tab" -> {
        if (tag.getAttributeCount() == 0) {
          text.append('\t');
        }
      }
      case "br", "cr" -> text.append('\n');
      case "noBreakHyphen" -> text.append('-');
      case "sym" -> text.append(symbol(attribute(tag, "char")));
      default -> {
        // formatting
      }
    }
  }

  /** A deleted or moved run, the older form of a drawing, the code of a field. */
  private static boolean isHidden(String name) {
    return switch (name) {
      case "del", "moveFrom", "Fallback", "instrText", "delText", "rPrChange", "pPrChange" -> true;
      default -> false;
    };
  }

  private static String symbol(String hex) {
    try {
      int code = Integer.parseInt(hex, 16);
      return code > 0 && code <= 0xFFFF ? String.valueOf((char) code) : "";
    } catch (NumberFormatException noSymbol) {
      return "";
    }
  }

  @Override
  public void end(String name) {
    if (skipped > 0) {
      skipped--;
    } else if (name.equals("t")) {
      inText = false;
    }
  }

  @Override
  public void text(String characters) {
    if (inText && skipped == 0) {
      text.append(characters);
    }
  }
}
