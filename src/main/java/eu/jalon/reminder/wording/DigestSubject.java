package eu.jalon.reminder.wording;

import eu.jalon.reminder.RecipientRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The subject of a digest: how many items, how many overdue, and the most urgent one. */
final class DigestSubject {

  private static final List<RecipientRole> ITEMS_OF_OTHERS =
      List.of(RecipientRole.COORDINATOR, RecipientRole.OTHER_LEAD, RecipientRole.SUBSTITUTE);

  private final EmailMessages texts;
  private final LocalDate today;

  DigestSubject(EmailMessages texts, LocalDate today) {
    this.texts = texts;
    this.today = today;
  }

  /** Own items come before those of others, and these before changed dates. */
  String of(List<DigestItem> items) {
    List<DigestItem> own = DigestWriter.sorted(items, RecipientRole.OWNER);
    List<DigestItem> others = new ArrayList<>();
    ITEMS_OF_OTHERS.forEach(role -> others.addAll(DigestWriter.sorted(items, role)));
    if (!own.isEmpty()) {
      return subject(ownCounts(own, others.size()), own.get(0));
    }
    if (!others.isEmpty()) {
      return subject(texts.text("subject.others", others.size()), others.get(0));
    }
    List<DigestItem> moved = DigestWriter.sorted(items, RecipientRole.INFORMED);
    return subject(texts.text("subject.moved", moved.size()), moved.get(0));
  }

  private String ownCounts(List<DigestItem> own, int others) {
    return texts.text("subject.own", own.size())
        + overdue(own, today, texts)
        + (others == 0 ? "" : texts.text("subject.alsoOthers", others));
  }

  private String subject(String counts, DigestItem next) {
    return texts.subject(
        counts, next.view().item().step(), next.view().titleOutside().in(texts.language()));
  }

  /** How many of the items are overdue; empty if none is. */
  static String overdue(List<DigestItem> items, LocalDate today, EmailMessages texts) {
    int overdue = (int) items.stream().filter(item -> item.view().overdueDays(today) > 0).count();
    if (overdue == 0) {
      return "";
    }
    return overdue == items.size()
        ? texts.text("subject.allLate", overdue)
        : texts.text("subject.someLate", overdue);
  }
}
