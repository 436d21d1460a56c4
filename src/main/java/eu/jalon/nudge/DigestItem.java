package eu.jalon.nudge;

import eu.jalon.register.ActionItemView;
import eu.jalon.shared.DueDate;
import java.util.Comparator;

/** One action item as a digest tells of it. */
record DigestItem(ActionItemView view, DueDate due, Audience audience) {

  /** The most overdue first. */
  static final Comparator<DigestItem> BY_URGENCY =
      Comparator.comparing(DigestItem::due)
          .thenComparing(item -> item.view().item().ref())
          .thenComparing(item -> item.view().item().id());

  static DigestItem of(Nudge nudge) {
    return new DigestItem(nudge.view(), nudge.due(), nudge.audience());
  }
}
