package eu.jalon.intake.draft;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Ministry;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft lacks before its commitment can be entered. */
public enum DraftGap {
  /** No title in one of the languages of the series. */
  TITLE,
  /** No Belgian lead, or one that is not in the directory or is the coordination itself. */
  LEAD_BE,
  /** The same of the French lead. */
  LEAD_FR,
  /** No accountable party. */
  ACCOUNTABLE,
  /** No kind of work. */
  TRACK,
  /** No deadline. */
  DEADLINE,
  /** The fixed date, or the end of the window, has passed already. */
  DEADLINE_PAST;

  /**
   * What a draft lacks on the given day, Europe/Brussels; nothing where it is left out.
   *
   * @param languages those in which it must have a title
   */
  public static List<DraftGap> of(
      DraftItem item,
      List<Language> languages,
      Map<MinistryCode, Ministry> ministries,
      LocalDate today) {
    List<DraftGap> gaps = new ArrayList<>();
    if (item.leftOut()) {
      return gaps;
    }
    add(gaps, TITLE, languages.stream().anyMatch(each -> item.title().in(each) == null));
    add(gaps, LEAD_BE, !leads(item.owners().leadBe(), ministries));
    add(gaps, LEAD_FR, !leads(item.owners().leadFr(), ministries));
    add(gaps, ACCOUNTABLE, item.owners().accountable() == null);
    add(gaps, TRACK, item.track() == null);
    DeadlineRule deadline = item.deadline();
    add(gaps, DEADLINE, deadline == null);
    add(gaps, DEADLINE_PAST, deadline != null && isPast(deadline, today));
    return List.copyOf(gaps);
  }

  private static void add(List<DraftGap> gaps, DraftGap gap, boolean missing) {
    if (missing) {
      gaps.add(gap);
    }
  }

  private static boolean leads(
      @Nullable MinistryCode code, Map<MinistryCode, Ministry> ministries) {
    Ministry ministry = code == null ? null : ministries.get(code);
    return ministry != null && !ministry.coordination();
  }

  private static boolean isPast(DeadlineRule rule, LocalDate today) {
    if (rule instanceof DeadlineRule.Fixed fixed) {
      return fixed.date().isBefore(today);
    }
    return rule instanceof DeadlineRule.Window window && window.to().isBefore(today);
  }
}
