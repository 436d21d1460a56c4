package eu.jalon.pages.frame;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.PartyNames;
import eu.jalon.directory.ReaderZone;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Formats dates, durations, terms and texts in the language of the page; {@code @format} in
 * templates.
 */
@Component("format")
public class PageFormatter {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final MessageSource messages;
  private final PartyNames parties;
  private final Clock clock;

  PageFormatter(MessageSource messages, PartyNames parties, Clock clock) {
    this.messages = messages;
    this.parties = parties;
    this.clock = clock;
  }

  /** Today's date where the user is. */
  public LocalDate today() {
    return date(clock.instant());
  }

  /** The text in the page's language, or in its first language. */
  public String in(LocalText text) {
    return text.in(language());
  }

  /** The language of the result of {@link #in}, or null if it is the page's. */
  public @Nullable String lang(LocalText text) {
    return lang(text.languageIn(language()));
  }

  /** The code of a language, or null if it is the page's. */
  public @Nullable String lang(Language language) {
    return language == language() ? null : language.code();
  }

  /** The texts in the languages other than the one that {@link #in} shows. */
  public Map<Language, String> others(LocalText text) {
    Map<Language, String> others = new LinkedHashMap<>(text.texts());
    others.remove(text.languageIn(language()));
    return others;
  }

  /** The languages of pages and e-mails, in the order of menus. */
  public List<Language> languages() {
    return Language.known();
  }

  /** The name of a language in that language: {@code Français}. */
  public String ownName(Language language) {
    Locale own = language.locale();
    String name = own.getDisplayLanguage(own);
    return name.substring(0, 1).toUpperCase(own) + name.substring(1);
  }

  /** The name of a language in the page's language: {@code néerlandais}. */
  public String languageName(Language language) {
    return language.locale().getDisplayLanguage(locale());
  }

  /** The text of an enumerated value: {@code term('track', LEGAL_INSTRUMENT)}. */
  public String term(String family, Object value) {
    return message(family + "." + value);
  }

  /** The name of a party. */
  public String party(PartyCode party) {
    return in(parties.name(party));
  }

  /** The names of parties, in their order. */
  public String parties(Collection<PartyCode> some) {
    return some.stream().map(this::party).collect(Collectors.joining(", "));
  }

  /**
   * A calendar of public holidays, named by its country where it has one: {@code Belgique (be)}.
   */
  public String calendar(String id) {
    String country =
        new Locale.Builder().setRegion(isCountry(id) ? id : "").build().getDisplayCountry(locale());
    return country.isEmpty() ? id : country + " (" + id + ")";
  }

  private static boolean isCountry(String id) {
    return COUNTRIES.contains(id.toUpperCase(Locale.ROOT));
  }

  /** The day as {@code 5 mai 2027}. */
  public String day(LocalDate day) {
    return language().rules().day(day);
  }

  public String day(DueDate due) {
    return day(due.day());
  }

  /** The day as {@code 5 mai 27}, for narrow columns. */
  public String shortDay(LocalDate day) {
    return language().rules().shortDay(day);
  }

  public String shortDay(DueDate due) {
    return shortDay(due.day());
  }

  /** The day as {@code mercredi 5 mai 2027}. */
  public String weekday(LocalDate day) {
    return language().rules().weekday(day);
  }

  /** The name of a weekday alone. */
  public String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, locale());
  }

  public String month(LocalDate day) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", locale()).format(day);
  }

  /** The month as {@code mai}, for narrow columns. */
  public String shortMonth(LocalDate day) {
    return DateTimeFormatter.ofPattern("MMM", locale()).format(day);
  }

  /** The day of an instant where the user is. */
  public LocalDate date(Instant instant) {
    return ReaderZone.day(instant);
  }

  /** Day and time of day where the user is. */
  public String moment(Instant instant) {
    var local = instant.atZone(ReaderZone.get());
    return message(
        "words.moment",
        shortDay(local.toLocalDate()),
        DateTimeFormatter.ofPattern("HH:mm", locale()).format(local));
  }

  /** The name of the time zone of days and times of day: {@code heure d’Europe centrale}. */
  public String zone() {
    return ReaderZone.get().getDisplayName(TextStyle.FULL, locale());
  }

  /** An instant in ISO 8601, for {@code <time datetime>}. */
  public String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public String days(int days) {
    return message("words.days", days);
  }

  /** How far a day is from today: {@code demain}, {@code dans 5 jours}, {@code il y a 3 jours}. */
  public String distance(LocalDate day) {
    int days = (int) ChronoUnit.DAYS.between(today(), day);
    return switch (days) {
      case 0 -> message("words.today");
      case 1 -> message("words.tomorrow");
      case -1 -> message("words.yesterday");
      default -> days > 0 ? message("words.in", days(days)) : message("words.ago", days(-days));
    };
  }

  public String distance(DueDate due) {
    return distance(due.day());
  }

  /** How late something is: {@code 12 jours de retard}. */
  public String late(int days) {
    return message("words.late", days(days));
  }

  /** A deadline rule as a sentence. */
  public String rule(DeadlineRule rule) {
    return rule.interval()
        .map(interval -> message("rule.every", date(rule), duration(interval)))
        .orElseGet(() -> date(rule));
  }

  private String duration(Period interval) {
    int months = (int) interval.toTotalMonths();
    return months > 0
        ? message("rule.months", months)
        : message("rule.days", LocalDate.EPOCH.plus(interval).toEpochDay());
  }

  private String date(DeadlineRule rule) {
    if (rule instanceof DeadlineRule.Fixed fixed) {
      return message("rule.fixed", day(fixed.date()));
    }
    if (rule instanceof DeadlineRule.Window window) {
      return message("rule.window", day(window.from()), day(window.to()));
    }
    DueOffset offset = ((DeadlineRule.BeforeSummit) rule).offset();
    if (offset.days() == 0) {
      return message("rule.onSummit");
    }
    return message(offset.working() ? "rule.workingDays" : "rule.calendarDays", offset.days());
  }

  /** A message by its key. */
  public String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  public Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  private Locale locale() {
    return language().locale();
  }
}
