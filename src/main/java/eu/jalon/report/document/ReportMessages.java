package eu.jalon.report.document;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Party;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The messages and formats of a report in one language, independent of the user's locale. */
public final class ReportMessages {

  private static final MessageSource BUNDLES = bundles();

  /** The maximum length of a quote, unless another one is given. */
  public static final int MAX_QUOTE = 220;

  private final Language language;
  private final Map<MinistryCode, Ministry> ministries;
  private final List<Party> parties;

  public ReportMessages(
      Language language, Map<MinistryCode, Ministry> ministries, List<Party> parties) {
    this.language = language;
    this.ministries = ministries;
    this.parties = List.copyOf(parties);
  }

  /**
   * Uses this class's class loader, because the context class loader of the first thread may be
   * closed later.
   */
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

  /** A message by its key without the prefix {@code note.}. */
  public String text(String key, Object... arguments) {
    return BUNDLES.getMessage("note." + key, arguments, language.locale());
  }

  /** The term for an enum value. */
  public String term(String family, Object value) {
    return BUNDLES.getMessage(family + "." + value, null, language.locale());
  }

  /** The term for use inside a sentence. */
  public String termInside(String family, Object value) {
    return language.rules().inside(term(family, value));
  }

  /** The date as {@code 5 mai 2027}. */
  public String day(LocalDate day) {
    return language.rules().day(day);
  }

  public String in(LocalText text) {
    return text.in(language);
  }

  public ReportText line(LocalText text) {
    return ReportText.of(text, language);
  }

  /** The title of a commitment, cut after a number of characters, with its reference. */
  public ReportText named(LocalText title, CommitmentRef ref, int most) {
    ReportText line = line(title);
    return line.with(text("first.named", shortened(line.text(), most), ref));
  }

  /** The name of a ministry, or its code if the directory has no such ministry. */
  public LocalText ministry(MinistryCode code) {
    Ministry ministry = ministries.get(code);
    return ministry == null ? LocalText.same(code.value()) : ministry.name();
  }

  /** The name of a language in the language of the report. */
  public String language(Language other) {
    return other.locale().getDisplayLanguage(language.locale());
  }

  /** The language that a text was written in, if it is known and not that of the report. */
  public Optional<Language> otherLanguage(@Nullable Language written) {
    return Optional.ofNullable(written).filter(other -> !other.equals(language));
  }

  /** The name of a party, or its code if the directory has no such party. */
  public String party(PartyCode code) {
    return parties.stream()
        .filter(party -> party.code().equals(code))
        .findFirst()
        .map(party -> in(party.name()))
        .orElseGet(code::value);
  }

  /** The text in the quotation marks of the language. */
  public String quote(String quoted) {
    return text("quote", quoted);
  }

  /** A quoted text, cut at a word boundary after a number of characters, in its language. */
  public ReportText quoted(String written, int most, Optional<Language> other) {
    return new ReportText(
        quote(shortened(written, most)), ReportText.Style.QUOTE, other.orElse(null));
  }

  /** A text on one line, cut at a word boundary after 220 characters. */
  public String shortened(String written) {
    return shortened(written, MAX_QUOTE);
  }

  /** A text on one line, cut at a word boundary after a number of characters. */
  public String shortened(String written, int most) {
    String line = written.strip().replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    int end = line.lastIndexOf(' ', most);
    return line.substring(0, end > most / 2 ? end : most) + " […]";
  }

  /** A list inside a sentence: {@code A, B et C}. */
  public String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return text(
        "and", String.join(", ", items.subList(0, items.size() - 1)), items.get(items.size() - 1));
  }
}
