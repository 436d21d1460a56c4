package eu.jalon.intake.propose;

import eu.jalon.intake.propose.DeadlineRules.Match;
import eu.jalon.intake.propose.DeadlineRules.Meaning;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the deadline that the words of a step state; what is past or only names a thing is none.
 */
public final class Deadlines {

  private static final int FIRST_OF_SEASON = 20;
  private static final int FURTHEST = 30;
  private static final Pattern OF_A_THING =
      Pattern.compile(
          "(?:^|[ (])(?:du|des|de|d'|of|of the|van|van de|dated|date du|since|depuis|sinds|en date"
              + " du|since the|gedateerd|the)(?: the| le)? ?$");
  private static final Pattern STARTS_WORK =
      Pattern.compile(
          "(?:a partir|a compter|a dater|des|avant la date|au plus"
              + " tard|fin|mois|courant|cours|milieu|debut|end|beginning|middle|einde|loop|begin)"
              + " (?:du|de|d'|of|of the|van) ?$");
  private static final Pattern ANOTHER_EVENT =
      Pattern.compile(
          "^ ?(?:calendrier |ouvrables? |calendar |working )?(?:suivant|apres|qui suivent|a"
              + " compter|a partir|following|after|from the|of |na |volgend|vanaf|de la"
              + " (?:reception|demande|date|signature|ratification|notification|publication|mise)|de"
              + " l'(?:entree|adoption|ouverture)|de sa |de leur |d'une |du depot)(?! ?(?:de"
              + " )?(?:la presente|le present|ce jour|aujourd'hui|cette|this|today|the"
              + " present|deze|vandaag|la reunion|the meeting|de vergadering|la"
              + " declaration|notre|our|onze|the date of this|the adoption of this|l'adoption de la"
              + " presente|l'adoption de cette|de la presente))");
  private static final Pattern EACH_TIME =
      Pattern.compile(
          "(?:^| )(?:desormais|dorenavant|a l'avenir|systematiquement|voortaan|telkens|steeds|from"
              + " now on|henceforth|each time|systematically) ");
  private static final Pattern OPEN_QUESTION =
      Pattern.compile(
          "(?:nagaan|na te gaan|gaat na|gaan na|bekijk(?:t|en)|onderzoek(?:t|en)|examine\\p{L}*|"
              + "verifie\\p{L}*|etudie\\p{L}*|voir|check|checks|assess|explore|study|see) "
              + "(?:of|si|s'|whether|if) ?[^,;.]*$");
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("un", 1),
          Map.entry("une", 1),
          Map.entry("een", 1),
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("deux", 2),
          Map.entry("twee", 2),
          Map.entry("two", 2),
          Map.entry("trois", 3),
          Map.entry("drie", 3),
          Map.entry("three", 3),
          Map.entry("quatre", 4),
          Map.entry("vier", 4),
          Map.entry("four", 4),
          Map.entry("cinq", 5),
          Map.entry("vijf", 5),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("zes", 6),
          Map.entry("sept", 7),
          Map.entry("zeven", 7),
          Map.entry("seven", 7),
          Map.entry("huit", 8),
          Map.entry("acht", 8),
          Map.entry("eight", 8),
          Map.entry("neuf", 9),
          Map.entry("negen", 9),
          Map.entry("nine", 9),
          Map.entry("dix", 10),
          Map.entry("tien", 10),
          Map.entry("ten", 10),
          Map.entry("onze", 11),
          Map.entry("elf", 11),
          Map.entry("eleven", 11),
          Map.entry("douze", 12),
          Map.entry("twaalf", 12),
          Map.entry("twelve", 12),
          Map.entry("quinze", 15),
          Map.entry("vijftien", 15),
          Map.entry("fifteen", 15),
          Map.entry("dixhuit", 18),
          Map.entry("achttien", 18),
          Map.entry("eighteen", 18),
          Map.entry("vingt", 20),
          Map.entry("twintig", 20),
          Map.entry("twenty", 20),
          Map.entry("vingtquatre", 24),
          Map.entry("vierentwintig", 24),
          Map.entry("trente", 30),
          Map.entry("dertig", 30),
          Map.entry("thirty", 30),
          Map.entry("soixante", 60),
          Map.entry("zestig", 60),
          Map.entry("sixty", 60),
          Map.entry("negentig", 90));

  private final DeadlineRules rules;

  public Deadlines(DeadlineRules rules) {
    this.rules = rules;
  }

  /**
   * Reads all deadlines of a step in their order.
   *
   * @param text the words of the step
   * @param document the date of the document, from which periods count; null where it is not known
   */
  public List<StatedDeadline> in(String text, @Nullable LocalDate document) {
    return read(text, document, false);
  }

  /** The first complete date in a line, in any role. */
  Optional<LocalDate> firstDay(String line) {
    List<Match> matches = new ArrayList<>(rules.matches(PlainLetters.of(line)));
    matches.sort(Comparator.comparingInt(Match::start));
    for (Match match : matches) {
      if (match.meaning() == Meaning.DAY) {
        Optional<LocalDate> day = day(match);
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  /** The complete day that a match names; empty where there is no such day. */
  private static Optional<LocalDate> day(Match match) {
    try {
      return Optional.ofNullable(day(Meaning.DAY, match.groups(), null));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** Whether a text names a day anywhere. */
  boolean names(String text, LocalDate day) {
    String plain = PlainLetters.of(text);
    for (Match match : rules.matches(plain)) {
      if (match.meaning() == Meaning.DAY && day(match).filter(day::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Reads the cell of a table that holds nothing but the deadline. */
  public List<StatedDeadline> inCell(String cell, @Nullable LocalDate document) {
    List<StatedDeadline> found = read(cell, document, true);
    if (!found.isEmpty()) {
      return found;
    }
    for (String part : cell.split("[;\n]", -1)) {
      for (String prefix : List.of("le ", "en ", "fin ")) {
        List<StatedDeadline> guessed = read(prefix + part.strip(), document, true);
        if (!guessed.isEmpty()) {
          return guessed.stream()
              .map(one -> new StatedDeadline(one.date(), one.interval(), 0, cell.length()))
              .toList();
        }
      }
    }
    return List.of();
  }

  /** The one deadline of several that the whole step is due by: the last day, if there is any. */
  public static Optional<StatedDeadline> ofAll(List<StatedDeadline> stated) {
    Optional<StatedDeadline> last =
        stated.stream()
            .filter(one -> one.date() != null)
            .max(Comparator.comparing(one -> Objects.requireNonNull(one.date())));
    Optional<StatedDeadline> recurring =
        stated.stream().filter(one -> one.interval() != null).findFirst();
    if (last.isPresent() && recurring.isPresent()) {
      return last.map(
          day ->
              new StatedDeadline(day.date(), recurring.get().interval(), day.start(), day.end()));
    }
    return last.or(
        () ->
            stated.stream().filter(one -> one.interval() == null).findFirst().or(() -> recurring));
  }

  private List<StatedDeadline> read(String text, @Nullable LocalDate document, boolean cell) {
    String plain = PlainLetters.of(text);
    List<Match> matches = new ArrayList<>(rules.matches(plain));
    matches.sort(
        Comparator.comparingInt(Match::start)
            .thenComparing(Comparator.comparingInt(Match::end).reversed()));
    List<StatedDeadline> found = new ArrayList<>();
    boolean recurs =
        matches.stream().anyMatch(match -> match.meaning() == Meaning.INTERVAL)
            || EACH_TIME.matcher(plain).find();
    int from = 0;
    for (int i = 0; i < matches.size(); i++) {
      Match match = longest(matches, i, from);
      if (match == null) {
        continue;
      }
      boolean thing = !cell && (namesThing(plain, match) || isInQuestion(plain, match));
      from = match.end();
      boolean everyYear =
          recurs
              && (match.meaning() == Meaning.MONTH_OF_YEAR
                  || match.meaning() == Meaning.DAY_OF_YEAR);
      if (!thing && !everyYear) {
        stated(match, plain, document, cell).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Of the matches that overlap the longest one counts; null for one that another holds. */
  private static @Nullable Match longest(List<Match> matches, int i, int from) {
    Match match = matches.get(i);
    if (match.start() < from) {
      return null;
    }
    for (int j = i + 1; j < matches.size() && matches.get(j).start() < match.end(); j++) {
      Match other = matches.get(j);
      if (other.end() - other.start() > match.end() - match.start()) {
        return null;
      }
    }
    return match;
  }

  /** "The recommendation of 9 June 2027" names a thing by its date. */
  private static boolean namesThing(String plain, Match match) {
    if (match.meaning() != Meaning.DAY
        && match.meaning() != Meaning.SEASON
        && match.meaning() != Meaning.QUARTER
        && match.meaning() != Meaning.HALF) {
      return false;
    }
    String before = plain.substring(0, match.start());
    boolean own =
        match.meaning() != Meaning.DAY
            && match.groups().group().matches("(?:au|en|in|the|het|le) .*");
    return !own && OF_A_THING.matcher(before).find() && !STARTS_WORK.matcher(before).find();
  }

  /** "Check whether the platforms can be longer by 2030" dates what is asked, not the check. */
  private static boolean isInQuestion(String plain, Match match) {
    return match.meaning() != Meaning.INTERVAL
        && match.meaning() != Meaning.NEXT_MEETING
        && OPEN_QUESTION.matcher(plain.substring(0, match.start())).find();
  }

  private static Optional<StatedDeadline> stated(
      Match match, String plain, @Nullable LocalDate document, boolean cell) {
    Matcher groups = match.groups();
    if (match.meaning() == Meaning.NONE) {
      return Optional.empty();
    }
    if (match.meaning() == Meaning.NEXT_MEETING) {
      return Optional.of(new StatedDeadline(null, null, match.start(), match.end()));
    }
    if (match.meaning() == Meaning.INTERVAL) {
      Period interval = interval(groups);
      return interval == null
          ? Optional.empty()
          : Optional.of(new StatedDeadline(null, interval, match.start(), match.end()));
    }
    if (match.meaning() == Meaning.WITHIN && isProcess(plain, match)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(day(match.meaning(), groups, document))
          .filter(day -> cell || document == null || day.isAfter(document))
          .filter(day -> document == null || day.isBefore(document.plusYears(FURTHEST)))
          .map(day -> new StatedDeadline(day, null, match.start(), match.end()));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** A period after another event, or each time something happens, is no deadline of the step. */
  private static boolean isProcess(String plain, Match match) {
    return ANOTHER_EVENT.matcher(plain.substring(match.end())).find()
        || EACH_TIME.matcher(plain).find();
  }

  private static @Nullable LocalDate day(
      Meaning meaning, Matcher groups, @Nullable LocalDate document) {
    return switch (meaning) {
      case DAY, RANGE -> LocalDate.of(year(groups), month(groups), number(groups, "d"));
      case DAY_OF_YEAR ->
          next(document, year -> LocalDate.of(year, month(groups), number(groups, "d")));
      case MONTH, RANGE_MONTH -> YearMonth.of(year(groups), month(groups)).atEndOfMonth();
      case MONTH_OF_YEAR ->
          next(document, year -> YearMonth.of(year, month(groups)).atEndOfMonth());
      case MID_MONTH -> LocalDate.of(year(groups), month(groups), 15);
      case QUARTER -> endOf(groups, document, 3 * ordinal(groups, "q", 4));
      case HALF -> endOf(groups, document, 6 * ordinal(groups, "h", 2));
      case MID_YEAR -> LocalDate.of(year(groups), Month.JUNE, 30);
      case YEAR -> LocalDate.of(year(groups), Month.DECEMBER, 31);
      case BEFORE_YEAR -> LocalDate.of(year(groups) - 1, Month.DECEMBER, 31);
      case SEASON -> season(groups, document, 3);
      case BEFORE_SEASON -> season(groups, document, 0);
      case WITHIN -> document == null ? null : within(groups, document);
      case THIS_YEAR -> document == null ? null : document.withMonth(12).withDayOfMonth(31);
      case NEXT_YEAR ->
          document == null ? null : document.plusYears(1).withMonth(12).withDayOfMonth(31);
      case THIS_MONTH -> document == null ? null : YearMonth.from(document).atEndOfMonth();
      case NEXT_MONTH ->
          document == null ? null : YearMonth.from(document).plusMonths(1).atEndOfMonth();
      case NEXT_MEETING, INTERVAL, NONE -> null;
    };
  }

  private static @Nullable LocalDate endOf(
      Matcher groups, @Nullable LocalDate document, int month) {
    return group(groups, "y") == null
        ? next(document, each -> YearMonth.of(each, month).atEndOfMonth())
        : YearMonth.of(year(groups), month).atEndOfMonth();
  }

  private static @Nullable LocalDate season(
      Matcher groups, @Nullable LocalDate document, int months) {
    int starts =
        switch (Objects.requireNonNullElse(group(groups, "s"), "")) {
          case "printemps", "lente", "voorjaar", "spring" -> 3;
          case "ete", "zomer", "summer" -> 6;
          case "automne", "najaar", "herfst", "autumn" -> 9;
          default -> 12;
        };
    String year = group(groups, "y");
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), starts, FIRST_OF_SEASON).plusMonths(months);
    }
    return next(document, each -> LocalDate.of(each, starts, FIRST_OF_SEASON).plusMonths(months));
  }

  private static @Nullable LocalDate within(Matcher groups, LocalDate document) {
    String unit = group(groups, "u");
    if (unit == null && groups.group().startsWith("sous")) {
      return document.plusDays(groups.group().endsWith("quinzaine") ? 15 : 8);
    }
    if (unit == null) {
      return groups.group().contains("mois")
              || groups.group().contains("month")
              || groups.group().contains("maand")
          ? document.plusMonths(1)
          : document.plusYears(1);
    }
    Integer number = count(group(groups, "n"));
    Period period = number == null ? null : period(number, unit);
    return period == null ? null : document.plus(period);
  }

  private static @Nullable Period interval(Matcher groups) {
    String words = groups.group();
    String unit = group(groups, "u");
    Integer count = count(group(groups, "n"));
    if (unit != null) {
      boolean times = words.matches("(?:\\d+|[a-z]+) (?:fois|times|keer|maal) .*");
      boolean twice = words.startsWith("twice") || words.startsWith("tweemaal");
      if (!times && !twice && group(groups, "n") != null && count == null) {
        return null;
      }
      Period whole = period(times || twice || count == null ? 1 : count, unit);
      int parts = twice ? 2 : times && count != null ? count : 1;
      return whole == null || parts == 1 ? atLeastAWeek(whole) : part(whole, parts);
    }
    if (words.startsWith("trimest")
        || words.startsWith("quarterly")
        || words.startsWith("driem")
        || words.startsWith("kwart")) {
      return Period.ofMonths(3);
    }
    if (words.startsWith("semest")
        || words.startsWith("half")
        || words.startsWith("zesm")
        || words.startsWith("biann")) {
      return Period.ofMonths(6);
    }
    if (words.startsWith("mensuel") || words.startsWith("maand") || words.startsWith("monthly")) {
      return Period.ofMonths(1);
    }
    if (words.startsWith("wekel") || words.startsWith("weekly")) {
      return Period.ofDays(7);
    }
    return words.startsWith("tweejaar") ? Period.ofYears(2) : yearly(words);
  }

  private static @Nullable Period yearly(String words) {
    return words.startsWith("jaar") || words.startsWith("ann") || words.startsWith("yearly")
        ? Period.ofYears(1)
        : null;
  }

  private static @Nullable Period part(Period whole, int parts) {
    long months = whole.toTotalMonths();
    return months > 0 && months / parts > 0
        ? Period.ofMonths((int) (months / parts))
        : atLeastAWeek(whole);
  }

  /** The days of a period that has no months. */
  private static long days(Period period) {
    return period.get(ChronoUnit.DAYS);
  }

  private static @Nullable Period atLeastAWeek(@Nullable Period period) {
    return period == null || (period.toTotalMonths() == 0 && days(period) < 7) ? null : period;
  }

  private static @Nullable Period period(int number, String unit) {
    if (unit.startsWith("jour") || unit.startsWith("dag") || unit.startsWith("day")) {
      return Period.ofDays(number);
    }
    if (unit.startsWith("sema") || unit.startsWith("week") || unit.startsWith("weken")) {
      return Period.ofWeeks(number);
    }
    if (unit.startsWith("mois") || unit.startsWith("maand") || unit.startsWith("month")) {
      return Period.ofMonths(number);
    }
    if (unit.startsWith("trim") || unit.startsWith("kwart") || unit.startsWith("quarter")) {
      return Period.ofMonths(3 * number);
    }
    if (unit.startsWith("semes")) {
      return Period.ofMonths(6 * number);
    }
    return Period.ofYears(number);
  }

  private interface InYear {
    LocalDate of(int year);
  }

  /** The next such day after the document. */
  private static @Nullable LocalDate next(@Nullable LocalDate document, InYear day) {
    if (document == null) {
      return null;
    }
    LocalDate thisYear = day.of(document.getYear());
    LocalDate before = day.of(document.getYear() - 1);
    if (before.isAfter(document)) {
      return before;
    }
    return thisYear.isAfter(document) ? thisYear : day.of(document.getYear() + 1);
  }

  private static int year(Matcher groups) {
    String twoFigures = group(groups, "yy");
    return twoFigures == null ? number(groups, "y") : 2000 + Integer.parseInt(twoFigures);
  }

  private static int month(Matcher groups) {
    String written = group(groups, "m");
    if (written == null) {
      return number(groups, "mm");
    }
    String start = written.substring(0, 3);
    return switch (start) {
      case "jan" -> 1;
      case "fev", "feb" -> 2;
      case "mar", "maa", "mrt" -> 3;
      case "avr", "apr" -> 4;
      case "mai", "may", "mei" -> 5;
      case "jui", "jun", "jul" -> written.startsWith("juil") || start.equals("jul") ? 7 : 6;
      case "aou", "aug" -> 8;
      case "sep" -> 9;
      case "oct", "okt" -> 10;
      case "nov" -> 11;
      default -> 12;
    };
  }

  private static int ordinal(Matcher groups, String digit, int last) {
    String given = group(groups, digit);
    if (given != null) {
      return Integer.parseInt(given);
    }
    String word = Objects.requireNonNullElse(group(groups, "o"), "");
    if (word.startsWith("last") || word.startsWith("dern") || word.startsWith("laat")) {
      return last;
    }
    return switch (word.substring(0, Math.min(2, word.length())).toLowerCase(Locale.ROOT)) {
      case "pr", "1e", "1r", "ee", "1s", "fi", "i" -> 1;
      case "tr", "3e", "de", "3d", "th", "3r" -> word.startsWith("deux") ? 2 : 3;
      case "qu", "4e", "vi", "4d", "fo", "4t" -> 4;
      default -> 2;
    };
  }

  private static @Nullable Integer count(@Nullable String written) {
    if (written == null) {
      return null;
    }
    return Character.isDigit(written.charAt(0))
        ? Integer.valueOf(written)
        : NUMBERS.get(written.replace("-", ""));
  }

  private static int number(Matcher groups, String name) {
    String value = group(groups, name);
    if (value == null) {
      throw new DateTimeException("no " + name);
    }
    return Integer.parseInt(value);
  }

  private static @Nullable String group(Matcher groups, String name) {
    try {
      return groups.group(name);
    } catch (IllegalArgumentException noSuchGroup) {
      return null;
    }
  }
}
