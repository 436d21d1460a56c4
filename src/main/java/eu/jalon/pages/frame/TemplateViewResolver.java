package eu.jalon.pages.frame;

import eu.jalon.shared.text.CompiledTemplates;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Finds the compiled template of a view: {@code home/home} is {@code pages/home/home.jte}. */
@Component
class TemplateViewResolver extends UrlBasedViewResolver {

  private final PageFormatter format;
  private final RequestDataValueProcessor processor;

  TemplateViewResolver(PageFormatter format, RequestDataValueProcessor processor) {
    this.format = format;
    this.processor = processor;
    setViewClass(TemplateView.class);
    setPrefix("pages/");
    setSuffix(".jte");
    setContentType("text/html;charset=UTF-8");
    setOrder(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  protected Class<?> requiredViewClass() {
    return TemplateView.class;
  }

  @Override
  protected AbstractUrlBasedView instantiateView() {
    return new TemplateView(CompiledTemplates.engine(), format, processor);
  }
}
