package eu.jalon.shared.text;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The HTML templates that the build compiled from {@code src/main/jte}. */
public final class CompiledTemplates {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, CompiledTemplates.class.getClassLoader(), "eu.jalon");

  private CompiledTemplates() {}

  public static TemplateEngine engine() {
    return ENGINE;
  }

  /** Renders a template with one parameter, such as {@code report/render/note.jte}. */
  public static String render(String template, Object parameter) {
    StringOutput html = new StringOutput();
    ENGINE.render(template, parameter, html);
    return html.toString();
  }
}
