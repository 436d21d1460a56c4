package eu.jalon.reminder.wording;

import eu.jalon.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays emails out; an engine of its own, so that the pages' templates stay out of reach. */
public final class EmailTemplates {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  public EmailTemplates() {
    engine.setEnableSpringELCompiler(true);
    engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
  }

  public String text(EmailText digest) {
    return engine.process("digest.txt", context(digest));
  }

  public String html(EmailText digest) {
    return engine.process("digest.html", context(digest));
  }

  private static Context context(EmailText digest) {
    Locale locale = Language.of(Locale.forLanguageTag(digest.language())).locale();
    Context context = new Context(locale);
    context.setVariable("digest", digest);
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
