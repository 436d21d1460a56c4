package eu.jalon.pages.declarations;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of the form of a draft.
 *
 * @param version the version that the user saw
 * @param words the first words of the step that the user saw, which identify it if its number has
 *     changed
 * @param text the words of the step as the user left them
 * @param title the titles by language code
 * @param leads the chosen lead ministries; parties without one are missing
 * @param rule the chosen one of the four ways to give a deadline
 */
record DraftForm(
    int version,
    String words,
    String text,
    Map<String, String> title,
    List<String> leads,
    String accountable,
    String track,
    List<String> associated,
    String rule,
    String days,
    String workingDays,
    String date,
    String other) {

  DraftForm(
      int version,
      @Nullable String words,
      @Nullable String text,
      @Nullable Map<String, String> title,
      @Nullable List<String> leads,
      @Nullable String accountable,
      @Nullable String track,
      @Nullable List<String> associated,
      @Nullable String rule,
      @Nullable String days,
      @Nullable String workingDays,
      @Nullable String date,
      @Nullable String other) {
    this.version = version;
    this.words = text(words);
    this.text = text(text);
    this.title = title == null ? Map.of() : title;
    this.leads =
        leads == null ? List.of() : leads.stream().filter(lead -> !lead.isBlank()).toList();
    this.accountable = text(accountable);
    this.track = text(track);
    this.associated = associated == null ? List.of() : List.copyOf(associated);
    this.rule = text(rule);
    this.days = text(days);
    this.workingDays = text(workingDays);
    this.date = text(date);
    this.other = text(other);
  }

  /** The form as it opens. */
  static DraftForm of(DraftItem item) {
    DeadlineRule deadline = item.deadline();
    String written = written(deadline);
    String rule = deadline == null ? "" : "other";
    if (deadline != null && deadline.interval().isEmpty()) {
      if (deadline instanceof DeadlineRule.Fixed) {
        rule = "date";
      } else if (deadline instanceof DeadlineRule.BeforeSummit before) {
        rule = before.offset().working() ? "workingDays" : "days";
      }
    }
    String offset = written.replaceAll("\\D", "");
    return new DraftForm(
        item.version(),
        wordsOf(item),
        item.text(),
        titles(item),
        item.owners().all().stream().map(MinistryCode::value).toList(),
        written(item.owners().accountable()),
        written(item.track()),
        item.owners().associated().stream().map(MinistryCode::value).toList(),
        rule,
        rule.equals("days") ? offset : "30",
        rule.equals("workingDays") ? offset : "20",
        rule.equals("date") ? written : "",
        rule.equals("other") ? written : "");
  }

  private static Map<String, String> titles(DraftItem item) {
    Map<String, String> titles = new LinkedHashMap<>();
    item.title().texts().forEach((language, title) -> titles.put(language.code(), title));
    return titles;
  }

  private Map<Language, String> titles() {
    Map<Language, String> titles = new LinkedHashMap<>();
    title.forEach((code, text) -> titles.put(Language.of(code), text));
    return titles;
  }

  private static String written(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static String wordsOf(DraftItem item) {
    return Integer.toHexString(item.text().hashCode());
  }

  /** The same, over a newer version that its writer has been shown. */
  DraftForm over(DraftItem now) {
    return new DraftForm(
        now.version(),
        words,
        text,
        title,
        leads,
        accountable,
        track,
        associated,
        rule,
        days,
        workingDays,
        date,
        other);
  }

  /** The chosen lead of a party; empty if there is none. */
  public String lead(PartyCode party) {
    return leads.stream().filter(lead -> lead.startsWith(party + "-")).findFirst().orElse("");
  }

  /** What it changes; refuses what cannot be read. */
  ItemChange change() {
    return new ItemChange(
        version,
        text.isEmpty() ? null : text,
        titles(),
        track.isEmpty() ? null : chosen(Track.values(), "track", track),
        leads.stream().map(MinistryCode::new).toList(),
        accountable.isEmpty() ? null : new PartyCode(accountable),
        associated.stream().map(MinistryCode::new).toList(),
        rule.isEmpty() ? null : deadline(),
        null);
  }

  /** The deadline as a rule in its written form. */
  DeadlineRule deadline() {
    return deadline(rule, days, workingDays, date, other);
  }

  static DeadlineRule deadline(
      String rule, String days, String workingDays, String date, String other) {
    return switch (rule) {
      case "days" -> DeadlineRule.parse("S-" + days.strip());
      case "workingDays" -> DeadlineRule.parse("S-" + workingDays.strip() + "wd");
      case "date" -> DeadlineRule.parse(FormValues.day(date).toString());
      case "other" -> DeadlineRule.parse(other);
      default -> throw ValidationError.invalid("page.parameter", "rule", rule);
    };
  }

  static <E extends Enum<E>> E chosen(E[] values, String field, String name) {
    return Choice.required(values, Enum::name, field, name);
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
