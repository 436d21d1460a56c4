package eu.jalon.reminder.wording;

import eu.jalon.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders e-mails; has its own template engine, which cannot read the templates of pages. */
public final class EmailTemplates {

  private static final int MAX_KIBIBYTES = 60;

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  public EmailTemplates() {
    engine.setEnableSpringELCompiler(true);
    engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
  }

  /** An e-mail as it is sent. */
  public record Rendered(String subject, String text, String html) {}

  /**
   * Renders an e-mail with so many items that its HTML has at most {@value #MAX_KIBIBYTES} KiB:
   * webmail clips longer ones.
   *
   * @param write writes the e-mail with at most so many entries: action items of each role, then
   *     changes
   */
  public Rendered fitting(IntFunction<EmailContent> write) {
    int most = 2 * DigestWriter.MAX_LISTED;
    EmailContent email = write.apply(most);
    String html = html(email);
    while (html.getBytes(StandardCharsets.UTF_8).length > MAX_KIBIBYTES * 1024 && most > 1) {
      most = most * 3 / 4;
      email = write.apply(most);
      html = html(email);
    }
    return new Rendered(email.subject(), text(email), html);
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
