package eu.jalon.pages.chart;

import org.springframework.stereotype.Component;

/** What templates ask of charts by name, as {@code @charts}. */
@Component("charts")
public class Charts {

  public StackedBar.Style style(String name) {
    return StackedBar.Style.valueOf(name);
  }
}
