package eu.jalon.intake.document.block;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.TableRow;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date that a document states for itself: at its signature, in the line with the place, in its
 * title, or where it tells when the meeting took place. Dates of commitments are not looked at.
 */
public final class DocumentDate {

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("janvier", 1),
          Map.entry("januari", 1),
          Map.entry("january", 1),
          Map.entry("fevrier", 2),
          Map.entry("februari", 2),
          Map.entry("february", 2),
          Map.entry("mars", 3),
          Map.entry("maart", 3),
          Map.entry("march", 3),
          Map.entry("avril", 4),
          Map.entry("april", 4),
          Map.entry("mai", 5),
          Map.entry("mei", 5),
          Map.entry("may", 5),
          Map.entry("juin", 6),
          Map.entry("juni", 6),
          Map.entry("june", 6),
          Map.entry("juillet", 7),
          Map.entry("juli", 7),
          Map.entry("july", 7),
          Map.entry("aout", 8),
          Map.entry("augustus", 8),
          Map.entry("august", 8),
          Map.entry("septembre", 9),
          Map.entry("september", 9),
          Map.entry("octobre", 10),
          Map.entry("oktober", 10),
          Map.entry("october", 10),
          Map.entry("novembre", 11),
          Map.entry("november", 11),
          Map.entry("decembre", 12),
          Map.entry("december", 12));

  private static final String DAY =
      "(?:(\\d{1,2})(?:er|st|nd|rd|th)?\\.?\\s+(\\p{L}{3,9})\\s+(\\d{4})"
          + "|(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})"
          + "|(\\d{4})-(\\d{2})-(\\d{2}))";
  private static final String PLACE = "\\p{Lu}[\\p{L}'’ /-]{1,40}";
  private static final Pattern PLACE_AT_END =
      Pattern.compile(
          "[,–—-]\\s+" + PLACE + ",\\s+(?:le\\s+|op\\s+|on\\s+)?" + DAY + "(?:\\s+[–—-].*)?\\.?$");
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:^|\\b)(?:Fait|Adopté|Signé|Adoptée|Signée|Gedaan|Opgemaakt|Aangenomen|Ondertekend|Done|Signed|Adopted)\\b"
              + "[^.]{0,60}?\\b(?:le|op|on|ce|this)?\\s*"
              + DAY,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE_LINE =
      Pattern.compile("^" + PLACE + ",\\s+(?:le\\s+|op\\s+|on\\s+|den\\s+)?" + DAY + "\\.?$");
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "^\\(?(?:le\\s+|op\\s+|date\\s*:\\s*(?:le\\s+)?|datum\\s*:\\s*|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|"
              + "dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|"
              + "thursday|friday|saturday|sunday),?\\s+)?"
              + DAY
              + "\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLE =
      Pattern.compile(
          "\\b(?:déclaration|communiqué|sommet|réunion|rencontre|conférence|conclusions|verklaring|top|"
              + "bijeenkomst|vergadering|conferentie|conclusies|declaration|summit|meeting|conference)\\b"
              + "[^.;]{0,160}?\\b"
              + DAY,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern HELD =
      Pattern.compile(
          "(?:s['’]est tenue?|se sont réunis?|se sont rencontrés|a eu lieu|réunis|vond plaats|kwamen bijeen|"
              + "bijeengekomen|was held|took place|met in|met at)\\b[^.;]{0,80}?\\b"
              + DAY,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int TOP = 25;

  private DocumentDate() {}

  /** Finds the date in the blocks of a document. */
  public static Optional<LocalDate> in(List<Block> blocks) {
    List<String> all =
        blocks.stream().filter(block -> !(block instanceof TableRow)).map(Block::text).toList();
    List<String> top = all.subList(0, Math.min(TOP, all.size()));
    List<String> titles = top.stream().filter(text -> text.length() <= 220).toList();
    return last(all, SIGNED)
        .or(() -> first(all, PLACE_LINE))
        .or(() -> first(top, DATE_LINE))
        .or(() -> first(titles, PLACE_AT_END))
        .or(() -> first(titles.subList(0, Math.min(6, titles.size())), TITLE))
        .or(() -> first(top, HELD));
  }

  private static Optional<LocalDate> first(List<String> texts, Pattern pattern) {
    return texts.stream().flatMap(text -> find(text, pattern).stream()).findFirst();
  }

  private static Optional<LocalDate> last(List<String> texts, Pattern pattern) {
    return texts.stream().flatMap(text -> find(text, pattern).stream()).reduce((a, b) -> b);
  }

  private static Optional<LocalDate> find(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(text.length() > 2000 ? text.substring(0, 2000) : text);
    return matcher.find() ? date(matcher) : Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher m) {
    if (m.group(1) != null) {
      String month =
          Normalizer.normalize(m.group(2).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
              .replaceAll("\\p{M}", "");
      return of(m.group(3), MONTHS.getOrDefault(month, 0), m.group(1));
    }
    return m.group(4) != null
        ? of(m.group(6), Integer.parseInt(m.group(5)), m.group(4))
        : of(m.group(7), Integer.parseInt(m.group(8)), m.group(9));
  }

  private static Optional<LocalDate> of(String year, int month, String day) {
    int y = Integer.parseInt(year);
    if (y < 1950 || y > 2150) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y, month, Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
