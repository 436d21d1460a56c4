package eu.jalon.pages.chart;

import org.springframework.stereotype.Component;

/** Chart styles by name for templates, as {@code @charts}. */
@Component("charts")
public class Charts {

  public StackedBar.Style style(String name) {
    return StackedBar.Style.valueOf(name);
  }
}
