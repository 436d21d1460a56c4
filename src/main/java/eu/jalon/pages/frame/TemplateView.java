package eu.jalon.pages.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * Renders a compiled template in memory, so that a failure gives an error page, not half a page.
 */
class TemplateView extends AbstractUrlBasedView {

  private final TemplateEngine engine;
  private final PageFormatter format;
  private final RequestDataValueProcessor processor;

  TemplateView(TemplateEngine engine, PageFormatter format, RequestDataValueProcessor processor) {
    this.engine = engine;
    this.format = format;
    this.processor = processor;
  }

  @Override
  public boolean checkResource(Locale locale) {
    return engine.hasTemplate(getUrl());
  }

  @Override
  protected void renderMergedOutputModel(
      Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>(model);
    parameters.put("page", new PageContext(model, request, response, format, processor));
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render(getUrl(), parameters, page);
    response.setContentType(getContentType());
    response.setContentLength(page.getContentLength());
    // In one piece: the wrappers of the response check the length at each of thousands of writes.
    response.getOutputStream().write(page.toByteArray());
  }
}
