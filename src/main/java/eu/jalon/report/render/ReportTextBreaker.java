package eu.jalon.report.render;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Breaks lines by the rules of the language, but never after an elision ({@code l’accord}). */
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
    while (at != BreakIterator.DONE && isElision(at)) {
      at = breaks.next();
    }
    return at;
  }

  private boolean isElision(int at) {
    return at > 0
        && at < text.length()
        && text.charAt(at - 1) == '’'
        && Character.isLetter(text.charAt(at));
  }
}
