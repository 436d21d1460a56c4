package eu.jalon.reminder.wording;

import eu.jalon.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders e-mails; has its own template engine, which cannot read the templates of pages. */
public final class EmailTemplates {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  public EmailTemplates() {
    engine.setEnableSpringELCompiler(true);
    engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
  }

  public String text(EmailContent email) {
    return engine.process("digest.txt", context(email));
  }

  public String html(EmailContent email) {
    return engine.process("digest.html", context(email));
  }

  private static Context context(EmailContent email) {
    Locale locale = Language.of(email.language()).locale();
    Context context = new Context(locale);
    context.setVariable("email", email);
    return context;
  }

  private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(EmailTemplates.class.getClassLoader());
    resolver.setPrefix("emails/");
    resolver.setResolvablePatterns(Set.of(pattern));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return resolver;
  }
}
