package eu.jalon.intake.draft;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Series;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft lacks before its commitment can be entered.
 *
 * @param party the party whose lead is missing; null for the other kinds
 */
public record DraftGap(Kind kind, @Nullable PartyCode party) implements Comparable<DraftGap> {

  /** What can be missing, in the order in which it is listed. */
  public enum Kind {
    /** No title in one of the languages of the series. */
    TITLE,
    /** No lead of a party, or one that is not in the directory or is the coordination itself. */
    LEAD,
    /** No accountable party. */
    ACCOUNTABLE,
    /** No kind of work. */
    TRACK,
    /** No deadline. */
    DEADLINE,
    /** The fixed date, or the end of the window, has passed already. */
    DEADLINE_PAST
  }

  public static final DraftGap TITLE = new DraftGap(Kind.TITLE, null);
  public static final DraftGap ACCOUNTABLE = new DraftGap(Kind.ACCOUNTABLE, null);
  public static final DraftGap TRACK = new DraftGap(Kind.TRACK, null);
  public static final DraftGap DEADLINE = new DraftGap(Kind.DEADLINE, null);
  public static final DraftGap DEADLINE_PAST = new DraftGap(Kind.DEADLINE_PAST, null);

  public static DraftGap lead(PartyCode party) {
    return new DraftGap(Kind.LEAD, party);
  }

  /** Context for checking a draft: the directory, its series, and the day, Europe/Brussels. */
  public record Context(Map<MinistryCode, Ministry> ministries, Series series, LocalDate today) {}

  /** What a draft lacks; nothing where it is left out. */
  public static List<DraftGap> of(DraftItem item, Context context) {
    List<DraftGap> gaps = new ArrayList<>();
    if (item.leftOut()) {
      return gaps;
    }
    List<Language> languages = context.series().languages();
    add(gaps, TITLE, languages.stream().anyMatch(each -> item.title().in(each) == null));
    PartyCode accountable = item.owners().accountable();
    for (PartyCode party : context.series().parties()) {
      MinistryCode lead = item.owners().lead(party);
      boolean needed = context.series().everyPartyLeads() || party.equals(accountable);
      add(gaps, lead(party), lead == null ? needed : !leads(lead, context.ministries()));
    }
    add(gaps, ACCOUNTABLE, accountable == null);
    add(gaps, TRACK, item.track() == null);
    DeadlineRule deadline = item.deadline();
    add(gaps, DEADLINE, deadline == null);
    add(gaps, DEADLINE_PAST, deadline != null && isPast(deadline, context.today()));
    return List.copyOf(gaps);
  }

  private static void add(List<DraftGap> gaps, DraftGap gap, boolean missing) {
    if (missing) {
      gaps.add(gap);
    }
  }

  private static boolean leads(MinistryCode code, Map<MinistryCode, Ministry> ministries) {
    Ministry ministry = ministries.get(code);
    return ministry != null && !ministry.coordination();
  }

  private static boolean isPast(DeadlineRule rule, LocalDate today) {
    if (rule instanceof DeadlineRule.Fixed fixed) {
      return fixed.date().isBefore(today);
    }
    return rule instanceof DeadlineRule.Window window && window.to().isBefore(today);
  }

  @Override
  public int compareTo(DraftGap other) {
    int order = kind.compareTo(other.kind);
    return order != 0 || party == null || other.party == null
        ? order
        : party.compareTo(other.party);
  }

  /** The gap as the REST API names it: {@code TRACK}, {@code LEAD_NL}. */
  @Override
  @JsonValue
  public String toString() {
    return party == null ? kind.name() : kind.name() + "_" + party;
  }
}
