package eu.jalon.pages.parties;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Series;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.Choice;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a series, as entered.
 *
 * @param name the names by language code
 * @param parties the codes of the parties in their order; empty choices are missing
 * @param languages the codes of the languages in their order; empty choices are missing
 * @param deadline {@code none} if a deadline is asked for, {@code summit} for a number of days
 *     before the next summit, {@code rule} for the present rule
 * @param rule the present rule, where it is of another form
 */
public record SeriesForm(
    String id,
    Map<String, String> name,
    List<String> parties,
    List<String> languages,
    boolean translatedLater,
    String deadline,
    String days,
    String unit,
    String rule,
    boolean everyPartyLeads,
    boolean onePartyDecides,
    boolean restricted,
    int version)
    implements Serializable {

  static final SeriesForm EMPTY =
      new SeriesForm(
          "", Map.of(), List.of(), List.of(), true, "none", "30", "", "", true, false, false, 0);

  /** Absent parameters become empty. */
  public SeriesForm(
      @Nullable String id,
      @Nullable Map<String, String> name,
      @Nullable List<String> parties,
      @Nullable List<String> languages,
      boolean translatedLater,
      @Nullable String deadline,
      @Nullable String days,
      @Nullable String unit,
      @Nullable String rule,
      boolean everyPartyLeads,
      boolean onePartyDecides,
      boolean restricted,
      int version) {
    this.id = text(id);
    this.name = name == null ? Map.of() : name;
    this.parties = chosen(parties);
    this.languages = chosen(languages);
    this.translatedLater = translatedLater;
    this.deadline = text(deadline);
    this.days = text(days);
    this.unit = text(unit);
    this.rule = text(rule);
    this.everyPartyLeads = everyPartyLeads;
    this.onePartyDecides = onePartyDecides;
    this.restricted = restricted;
    this.version = version;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static List<String> chosen(@Nullable List<String> codes) {
    return codes == null ? List.of() : codes.stream().filter(code -> !code.isBlank()).toList();
  }

  static SeriesForm of(Series series) {
    String rule = series.defaultDeadline();
    boolean summit =
        rule != null
            && DeadlineRule.parse(rule) instanceof DeadlineRule.BeforeSummit before
            && before.interval().isEmpty();
    boolean working = rule != null && summit && rule.endsWith("wd");
    return new SeriesForm(
        series.id(),
        series.name().byCode(),
        series.parties().stream().map(PartyCode::value).toList(),
        series.languages().stream().map(Language::code).toList(),
        series.translatedLater(),
        rule == null ? "none" : summit ? "summit" : "rule",
        rule != null && summit ? rule.replaceAll("\\D", "") : "",
        working ? "working" : "calendar",
        rule == null || summit ? "" : rule,
        series.everyPartyLeads(),
        series.onePartyDecides(),
        series.restricted(),
        series.version());
  }

  /** The code of the party in a place, counted from 1; null if none is chosen. */
  @Nullable String party(int place) {
    return at(place, parties);
  }

  /** The code of the language in a place, counted from 1; null if none is chosen. */
  @Nullable String language(int place) {
    return at(place, languages);
  }

  private static @Nullable String at(int place, List<String> codes) {
    return place <= codes.size() ? codes.get(place - 1) : null;
  }

  /** The present rule, where it is of another form than the choices. */
  public Optional<DeadlineRule> otherRule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(DeadlineRule.parse(rule));
  }

  /** The series; refuses missing and unreadable values. */
  Series series(String of) {
    return new Series(
        of,
        PartyForm.names(name),
        parties.stream().map(PartyCode::new).toList(),
        languages.stream().map(code -> Choice.language("languages", code)).toList(),
        translatedLater,
        defaultDeadline(),
        everyPartyLeads,
        onePartyDecides,
        restricted,
        version);
  }

  private @Nullable String defaultDeadline() {
    return switch (deadline) {
      case "summit" -> FormValues.beforeSummit(days, unit);
      case "rule" -> rule;
      default -> null;
    };
  }
}
