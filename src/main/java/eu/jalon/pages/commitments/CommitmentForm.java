package eu.jalon.pages.commitments;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.Serializable;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a commitment that is entered or corrected, as filled in.
 *
 * @param theme meeting and number as in {@code VD2023-2}
 * @param title the titles by language code
 * @param summary the summaries by language code
 * @param leads the chosen lead ministries; parties without one are missing
 * @param when {@code summit} for a number of days before the next summit, {@code date} for a day,
 *     {@code period} for the days from the beginning to the end of an event
 * @param unit {@code working} or {@code calendar} days
 * @param from the first day of an event
 * @param to its last day
 * @param every the time between two pieces of evidence; empty if the rule has no interval
 * @param everyUnit {@code months} or {@code days}
 * @param restricted {@code true}, {@code false}, or empty for the default of the series
 */
public record CommitmentForm(
    String theme,
    Map<String, String> title,
    Map<String, String> summary,
    String track,
    List<String> leads,
    String accountable,
    List<String> associated,
    String when,
    String days,
    String unit,
    String date,
    String from,
    String to,
    String every,
    String everyUnit,
    String restricted)
    implements Serializable {

  static final CommitmentForm EMPTY =
      new CommitmentForm(
          null, null, null, null, null, null, null, null, "30", null, null, null, null, null, null,
          null);

  private static final Pattern THEME = Pattern.compile("([A-Z]{2,5}\\d{4})-(\\d{1,2})");

  /** Absent parameters become empty. */
  public CommitmentForm(
      @Nullable String theme,
      @Nullable Map<String, String> title,
      @Nullable Map<String, String> summary,
      @Nullable String track,
      @Nullable List<String> leads,
      @Nullable String accountable,
      @Nullable List<String> associated,
      @Nullable String when,
      @Nullable String days,
      @Nullable String unit,
      @Nullable String date,
      @Nullable String from,
      @Nullable String to,
      @Nullable String every,
      @Nullable String everyUnit,
      @Nullable String restricted) {
    this.theme = text(theme);
    this.title = title == null ? Map.of() : title;
    this.summary = summary == null ? Map.of() : summary;
    this.track = text(track);
    this.leads =
        leads == null ? List.of() : leads.stream().filter(lead -> !lead.isBlank()).toList();
    this.accountable = text(accountable);
    this.associated = associated == null ? List.of() : List.copyOf(associated);
    this.when = text(when);
    this.days = text(days);
    this.unit = text(unit);
    this.date = text(date);
    this.from = text(from);
    this.to = text(to);
    this.every = text(every);
    this.everyUnit = text(everyUnit);
    this.restricted = text(restricted);
  }

  /** Returns the form of a commitment as it is. */
  public static CommitmentForm of(Commitment commitment) {
    LocalText summary = commitment.summary();
    return new CommitmentForm(
            commitment.theme().meeting() + "-" + commitment.theme().number(),
            commitment.title().byCode(),
            summary == null ? Map.of() : summary.byCode(),
            commitment.track().name(),
            commitment.leads().all().stream().map(MinistryCode::value).toList(),
            commitment.leads().accountable().value(),
            commitment.leads().associated().stream().map(MinistryCode::value).toList(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            String.valueOf(commitment.restricted()))
        .due(commitment.deadline());
  }

  /** Returns the same form with a deadline. */
  CommitmentForm due(DeadlineRule rule) {
    DueOffset offset = rule instanceof DeadlineRule.BeforeSummit before ? before.offset() : null;
    DeadlineRule.Window window = rule instanceof DeadlineRule.Window period ? period : null;
    return new CommitmentForm(
        theme,
        title,
        summary,
        track,
        leads,
        accountable,
        associated,
        offset != null ? "summit" : window != null ? "period" : "date",
        offset == null ? "30" : String.valueOf(offset.days()),
        offset != null && offset.working() ? "working" : "calendar",
        rule instanceof DeadlineRule.Fixed fixed ? fixed.date().toString() : null,
        window == null ? null : window.from().toString(),
        window == null ? null : window.to().toString(),
        FormValues.every(rule),
        FormValues.everyUnit(rule),
        restricted);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** The chosen lead of a party; empty if there is none. */
  public String lead(PartyCode party) {
    return leads.stream().filter(lead -> lead.startsWith(party + "-")).findFirst().orElse("");
  }

  /** The commitment to enter; refuses missing or unreadable values. */
  ManualEntry.ManualCommitment entered() {
    Matcher matcher = THEME.matcher(theme);
    if (!matcher.matches()) {
      throw ValidationError.invalid("commitment.themeMissing");
    }
    if (leads.isEmpty()) {
      throw ValidationError.invalid("commitment.leadMissing");
    }
    if (accountable.isBlank()) {
      throw ValidationError.invalid("commitment.accountableMissing");
    }
    return new ManualEntry.ManualCommitment(
        new MeetingId(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        LocalText.given(title).orElseThrow(() -> ValidationError.invalid("commitment.noTitle")),
        LocalText.given(summary).orElse(null),
        choice(Track.class, track)
            .orElseThrow(() -> ValidationError.invalid("commitment.trackMissing")),
        Leads.of(
            leads.stream().map(MinistryCode::new).toList(),
            new PartyCode(accountable),
            associated.stream().map(MinistryCode::new).toList()),
        deadline(),
        marked());
  }

  /** The correction of a commitment to what is filled in; refuses unreadable values. */
  public Correction correction(Commitment commitment) {
    Map<PartyCode, MinistryCode> byParty = new LinkedHashMap<>();
    leads.stream().map(MinistryCode::new).forEach(lead -> byParty.put(lead.party(), lead));
    return new Correction(
        byLanguage(title),
        byLanguage(summary),
        themeNumber(),
        track.isBlank() ? null : choice(Track.class, track).orElse(null),
        accountable.isBlank() ? null : new PartyCode(accountable),
        byParty,
        associated.stream().map(MinistryCode::new).toList(),
        when.isBlank() ? null : kept(commitment.deadline(), deadline()),
        marked());
  }

  private @Nullable Boolean marked() {
    return restricted.isEmpty() ? null : Boolean.valueOf(restricted);
  }

  private @Nullable Integer themeNumber() {
    if (theme.isBlank()) {
      return null;
    }
    Matcher matcher = THEME.matcher(theme);
    if (!matcher.matches()) {
      throw ValidationError.invalid("commitment.themeMissing");
    }
    return Integer.valueOf(matcher.group(2));
  }

  /** The rule as written, if the form is equivalent: a year is twelve months. */
  private static DeadlineRule kept(DeadlineRule former, DeadlineRule typed) {
    Optional<Period> interval = former.interval().map(Period::normalized);
    boolean same =
        DeadlineRule.parse(withoutInterval(former))
                .equals(DeadlineRule.parse(withoutInterval(typed)))
            && interval.equals(typed.interval().map(Period::normalized));
    return same ? former : typed;
  }

  private static String withoutInterval(DeadlineRule rule) {
    String text = rule.toString();
    return text.substring(0, text.length() - rule.suffix().length());
  }

  private static Map<Language, String> byLanguage(Map<String, String> typed) {
    Map<Language, String> texts = new LinkedHashMap<>();
    typed.forEach((code, text) -> texts.put(Language.of(code), text == null ? "" : text));
    return texts;
  }

  private DeadlineRule deadline() {
    String rule =
        switch (when) {
          case "date" -> FormValues.day(date).toString();
          case "summit" -> FormValues.beforeSummit(days, unit);
          case "period" -> FormValues.day(from) + ".." + FormValues.day(to);
          default -> throw ValidationError.invalid("commitment.deadlineMissing");
        };
    return FormValues.withInterval(rule, every, everyUnit);
  }

  private static <E extends Enum<E>> Optional<E> choice(Class<E> type, String value) {
    return Choice.find(type.getEnumConstants(), Enum::name, value);
  }
}
