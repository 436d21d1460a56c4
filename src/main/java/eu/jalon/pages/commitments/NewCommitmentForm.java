package eu.jalon.pages.commitments;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new commitment, as entered.
 *
 * @param theme meeting and number as in {@code VD2023-2}
 * @param title the titles by language code
 * @param summary the summaries by language code
 * @param leads the chosen lead ministries; parties without one are missing
 * @param when {@code summit} for a number of days before the next summit, {@code date} for a day
 * @param unit {@code working} or {@code calendar} days
 * @param every months between two pieces of evidence; empty if the rule has no interval
 */
public record NewCommitmentForm(
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
    String every)
    implements Serializable {

  static final NewCommitmentForm EMPTY =
      new NewCommitmentForm(null, null, null, null, null, null, null, null, "30", null, null, null);

  private static final Pattern THEME = Pattern.compile("([A-Z]{2,5}\\d{4})-(\\d{1,2})");

  /** Absent parameters become empty. */
  public NewCommitmentForm(
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
      @Nullable String every) {
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
    this.every = text(every);
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
        deadline());
  }

  private DeadlineRule deadline() {
    String rule =
        switch (when) {
          case "date" -> FormValues.day(date).toString();
          case "summit" -> FormValues.beforeSummit(days, unit);
          default -> throw ValidationError.invalid("commitment.deadlineMissing");
        };
    return DeadlineRule.parse(
        every.isBlank() ? rule : rule + "/P" + FormValues.number("every", every) + "M");
  }

  private static <E extends Enum<E>> Optional<E> choice(Class<E> type, String value) {
    return Choice.find(type.getEnumConstants(), Enum::name, value);
  }
}
