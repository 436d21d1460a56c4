package eu.jalon.pages.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in SVG: a point and a fixed number of decimals, whatever the language of the page. */
public final class SvgNumber {

  private SvgNumber() {}

  /** A rounded number; a format string would be parsed for each of the hundreds of a page. */
  public static String of(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
