package eu.jalon.report.document;

import eu.jalon.directory.Ministry;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a note says in one language, whatever the language of the page around it. */
public final class ReportMessages {

  private static final MessageSource BUNDLES = bundles();
  private static final int SHORT = 220;

  private final Language language;
  private final Map<MinistryCode, Ministry> ministries;

  public ReportMessages(Language language, Map<MinistryCode, Ministry> ministries) {
    this.language = language;
    this.ministries = ministries;
  }

  /** Read by this class's own loader: that of the thread that comes first may be gone tomorrow. */
  static MessageSource bundles() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBundleClassLoader(ReportMessages.class.getClassLoader());
    bundles.setBasenames("i18n/report", "i18n/terms");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  public Language language() {
    return language;
  }

  /** A sentence by its key, without the {@code note.} before it. */
  public String text(String key, Object... arguments) {
    return BUNDLES.getMessage("note." + key, arguments, language.locale());
  }

  /** The word for a value of a closed list. */
  public String term(String family, Object value) {
    return BUNDLES.getMessage(family + "." + value, null, language.locale());
  }

  /** The same inside a sentence. */
  public String termInside(String family, Object value) {
    String term = term(family, value);
    return term.substring(0, 1).toLowerCase(language.locale()) + term.substring(1);
  }

  /** The day as {@code 5 mai 2027}, the first of a French month as {@code 1er mai}. */
  public String day(LocalDate day) {
    String text = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    boolean frenchFirst = language == Language.FR && day.getDayOfMonth() == 1;
    return frenchFirst ? text.replaceFirst("^1 ", "1er ") : text;
  }

  public String in(LocalText text) {
    return text.in(language);
  }

  public ReportText line(LocalText text) {
    return ReportText.of(text, language);
  }

  /** The name of a ministry, its code where the directory does not know it. */
  public LocalText ministry(MinistryCode code) {
    Ministry ministry = ministries.get(code);
    return ministry == null ? LocalText.of(code.value(), null) : ministry.name();
  }

  /** Words in the quotation marks of the language. */
  public String quote(String words) {
    return text("quote", words);
  }

  /** What somebody wrote, on one line and cut at a word where it is long. */
  public String shortened(String written) {
    String line = written.strip().replaceAll("\\s+", " ");
    if (line.length() <= SHORT) {
      return line;
    }
    int end = line.lastIndexOf(' ', SHORT);
    return line.substring(0, end > SHORT / 2 ? end : SHORT) + " […]";
  }

  /** Several as a list in a sentence: {@code A, B et C}. */
  public String list(List<String> several) {
    if (several.size() < 2) {
      return String.join("", several);
    }
    return text(
        "and",
        String.join(", ", several.subList(0, several.size() - 1)),
        several.get(several.size() - 1));
  }
}
