package eu.jalon.report.render;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Breaks lines by the rules of the language, but never after an elision ({@code l’accord}) nor
 * inside a reference ({@code VD2023-2.06}).
 */
final class ReportTextBreaker implements FSTextBreaker {

  private final BreakIterator breaks;
  private String text = "";

  ReportTextBreaker(Locale locale) {
    breaks = BreakIterator.getLineInstance(locale);
  }

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }

  /** The next break position, or -1 if there is none. */
  @Override
  public int next() {
    int at = breaks.next();
    while (at != BreakIterator.DONE && isInsideWord(at)) {
      at = breaks.next();
    }
    return at;
  }

  private boolean isInsideWord(int at) {
    if (at == 0 || at == text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return (before == '’' && Character.isLetter(after))
        || (before == '-' && Character.isDigit(after));
  }
}
