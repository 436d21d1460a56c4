package eu.jalon.intake;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Ministry;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft lacks before its commitment can be entered. */
public enum Gap {
  /** No Dutch title. */
  TITLE_NL,
  /** The Belgian lead is not in the directory, or is the coordination itself. */
  LEAD_BE,
  /** The same of the French lead. */
  LEAD_FR,
  /** The fixed date, or the end of the window, has passed already. */
  DEADLINE;

  /** What a draft lacks on the given day, Europe/Brussels; nothing where it is left out. */
  static List<Gap> of(DraftItem item, Map<MinistryCode, Ministry> ministries, LocalDate today) {
    List<Gap> gaps = new ArrayList<>();
    if (item.leftOut()) {
      return gaps;
    }
    String dutch = item.title().nl();
    if (dutch == null || dutch.isBlank()) {
      gaps.add(TITLE_NL);
    }
    if (!leads(ministries.get(item.owners().leadBe()))) {
      gaps.add(LEAD_BE);
    }
    if (!leads(ministries.get(item.owners().leadFr()))) {
      gaps.add(LEAD_FR);
    }
    if (isPast(item.deadline(), today)) {
      gaps.add(DEADLINE);
    }
    return List.copyOf(gaps);
  }

  private static boolean leads(@Nullable Ministry ministry) {
    return ministry != null && !ministry.coordination();
  }

  private static boolean isPast(DeadlineRule rule, LocalDate today) {
    if (rule instanceof DeadlineRule.Fixed fixed) {
      return fixed.date().isBefore(today);
    }
    return rule instanceof DeadlineRule.Window window && window.to().isBefore(today);
  }
}
