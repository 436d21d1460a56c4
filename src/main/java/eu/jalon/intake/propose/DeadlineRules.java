package eu.jalon.intake.propose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table of ways to write a deadline, in three languages. */
public final class DeadlineRules {

  /** The meaning of words that match a rule. */
  enum Meaning {
    DAY,
    DAY_OF_YEAR,
    RANGE,
    RANGE_MONTH,
    MONTH,
    MONTH_OF_YEAR,
    MID_MONTH,
    QUARTER,
    HALF,
    MID_YEAR,
    YEAR,
    BEFORE_YEAR,
    SEASON,
    BEFORE_SEASON,
    WITHIN,
    THIS_YEAR,
    NEXT_YEAR,
    THIS_MONTH,
    NEXT_MONTH,
    NEXT_MEETING,
    INTERVAL,
    NONE
  }

  /** One row of the table. */
  record Rule(Meaning meaning, Pattern pattern) {}

  /** A place where a rule matches. */
  record Match(Meaning meaning, int start, int end, Matcher groups) {}

  private static final List<String> HEADER = List.of("meaning", "pattern");
  static final String MONTHS =
      "janvier|janv|january|januari|jan|fevrier|fevr|february|februari|feb|mars|march|maart|mar|mrt"
          + "|avril|avr|april|apr|mai|may|mei|juin|june|juni|jun|juillet|juil|july|juli|jul|aout|august"
          + "|augustus|aug|septembre|september|sept|sep|octobre|october|oktober|oct|okt|novembre"
          + "|november|nov|decembre|december|dec";
  private static final Map<String, String> PARTS =
      Map.of(
          "{d}", "(?<d>\\d{1,2})(?:er|eme|e|de|ste|st|nd|rd|th)?",
          "{m}", "(?:of )?(?<m>" + MONTHS + ")\\.?",
          "{mm}", "(?<mm>\\d{1,2})",
          "{y}", "(?<y>20\\d\\d)",
          "{q}", "(?<q>[1-4])",
          "{h}", "(?<h>[12])",
          "{n}", "(?<n>\\d{1,3}|[a-z]+)",
          "{u}",
              "(?<u>jours?|semaines?|mois|ans?|annees?|trimestres?|semestres?|dag(?:en)?|week|weken"
                  + "|maand(?:en)?|jaar|jaren|kwartaal|kwartalen|semesters?|days?|weeks?|months?|years?"
                  + "|quarters?)(?![a-z])",
          "{o}",
              "(?<o>premier|1er|1re|deuxieme|second|seconde|2e|2eme|troisieme|3e|3eme|quatrieme|dernier"
                  + "|4e|4eme|eerste|1ste|tweede|2de|derde|3de|vierde|4de|laatste|first|1st|2nd|third|3rd"
                  + "|fourth|4th|last|1e|i|ii)",
          "{s}",
              "(?<s>printemps|ete|automne|hiver|lente|voorjaar|zomer|najaar|herfst|winter|spring"
                  + "|summer|autumn)(?![a-z])");
  private static final String BY =
      "(?:a l'occasion du|au plus tard(?: le| en| fin| au)?|avant(?: le| la)?|d'ici(?: au| le| a| a"
          + " la| la)?|pour(?: le| la)?|des(?: le)?|a partir du|a compter du|des"
          + " la|au|le|uiterlijk(?: op| in| tegen)?|voor(?: de| het)?|tegen(?: de| het)?|vanaf(?:"
          + " de)?|op|before(?: the)?|by(?: the)?|no later than(?: the)?|not later than|at the"
          + " latest(?: on| by)?|as from|as of|from|on|in|en|prior to)";

  private static final String TWO_FIGURES = "(?<yy>[2-4]\\d)";
  private static final String LABEL =
      "(?:date (?:limite|cible|butoir)|echeance|delai|deadline|due(?: date)?|target(?:"
          + " date)?|termijn|streefdatum|uiterste datum|timing|calendrier|quand|when|wanneer) ?:";

  private final List<Rule> rules;

  private DeadlineRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads the table, semicolons between cells, lines that start with {@code #} left out.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static DeadlineRules parse(String csv) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setQuote(null)
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    List<Rule> rules = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw new IllegalArgumentException(
            "header must be " + HEADER + ", but is " + parser.getHeaderNames());
      }
      for (CSVRecord row : parser) {
        rules.add(rule(row, parser.getCurrentLineNumber()));
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException("the table cannot be read", broken);
    }
    return new DeadlineRules(rules);
  }

  private static Rule rule(CSVRecord row, long line) {
    try {
      Meaning meaning = Meaning.valueOf(row.get("meaning").toUpperCase(Locale.ROOT));
      String pattern =
          row.get("pattern")
              .replace("{by}", BY)
              .replace("{label}", LABEL)
              .replace("{yy}", TWO_FIGURES);
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        pattern = pattern.replace(part.getKey(), part.getValue());
      }
      return new Rule(meaning, Pattern.compile("(?<![a-z0-9])(?:" + pattern + ")(?![a-z0-9])"));
    } catch (IllegalArgumentException wrong) {
      String reason =
          wrong instanceof PatternSyntaxException
              ? wrong.getMessage()
              : "meaning must be one of " + Arrays.toString(Meaning.values());
      throw new IllegalArgumentException("line " + line + ": " + reason, wrong);
    }
  }

  /** All matches of all rules in a plain text, those that begin first and are longest first. */
  List<Match> matches(String plain) {
    List<Match> found = new ArrayList<>();
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern.matcher(plain);
      while (matcher.find()) {
        Matcher kept = rule.pattern.matcher(plain);
        if (kept.find(matcher.start())) {
          found.add(new Match(rule.meaning, matcher.start(), matcher.end(), kept));
        }
      }
    }
    return found;
  }
}
