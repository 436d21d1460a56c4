package eu.jalon.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a language writes dates and names, read from its bundle {@code language_<code>}. */
public final class LanguageRules {

  /** Replaces the beginning of a name that matches. */
  private record NameRule(Pattern beginning, String replacement) {}

  private final int order;
  private final Locale locale;
  private final String documentTag;
  private final Dates day;
  private final Dates shortDay;
  private final Dates weekday;
  private final boolean lowercase;
  private final List<NameRule> from;

  /** A pattern for dates, and the one for the first day of a month, which some languages have. */
  private record Dates(DateTimeFormatter usual, DateTimeFormatter first) {

    static Dates of(Properties rules, String key, Locale locale) {
      String usual = required(rules, key);
      return new Dates(
          DateTimeFormatter.ofPattern(usual, locale),
          DateTimeFormatter.ofPattern(rules.getProperty(key + ".first", usual), locale));
    }

    String format(LocalDate date) {
      return (date.getDayOfMonth() == 1 ? first : usual).format(date);
    }
  }

  private LanguageRules(Properties rules) {
    this.order = Integer.parseInt(required(rules, "order"));
    this.locale = Locale.forLanguageTag(required(rules, "locale"));
    this.documentTag = required(rules, "document");
    this.day = Dates.of(rules, "date", locale);
    this.shortDay = Dates.of(rules, "date.short", locale);
    this.weekday = Dates.of(rules, "date.weekday", locale);
    this.lowercase = Boolean.parseBoolean(rules.getProperty("lowercase", "true"));
    this.from = nameRules(rules);
  }

  private static String required(Properties rules, String key) {
    String value = rules.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("A language bundle has no " + key);
    }
    return value;
  }

  private static List<NameRule> nameRules(Properties rules) {
    List<NameRule> read = new ArrayList<>();
    for (int n = 1; rules.containsKey("from." + n); n++) {
      String[] rule = required(rules, "from." + n).split(" -> ", 2);
      read.add(
          new NameRule(
              Pattern.compile(
                  "^(?:" + rule[0] + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
              rule[1]));
    }
    return List.copyOf(read);
  }

  static Optional<LanguageRules> find(String code) {
    try (InputStream in =
        LanguageRules.class.getResourceAsStream("/i18n/language_" + code + ".properties")) {
      if (in == null) {
        return Optional.empty();
      }
      Properties rules = new Properties();
      rules.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(new LanguageRules(rules));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  int order() {
    return order;
  }

  Locale locale() {
    return locale;
  }

  String documentTag() {
    return documentTag;
  }

  /** Returns the date as {@code 5 mai 2027}. */
  public String day(LocalDate date) {
    return day.format(date);
  }

  /** Returns the date for narrow columns. */
  public String shortDay(LocalDate date) {
    return shortDay.format(date);
  }

  /** Returns the date with its weekday: {@code mercredi 5 mai 2027}. */
  public String weekday(LocalDate date) {
    return weekday.format(date);
  }

  /** Returns a term for use inside a sentence: with a small first letter, where that is usual. */
  public String inside(String term) {
    return lowercase ? term.substring(0, 1).toLowerCase(locale) + term.substring(1) : term;
  }

  /** Returns the name as the origin of something: {@code du SPF Justice}. */
  public String from(String name) {
    for (NameRule rule : from) {
      Matcher matcher = rule.beginning().matcher(name);
      if (matcher.find()) {
        return matcher.replaceFirst(rule.replacement());
      }
    }
    return name;
  }
}
