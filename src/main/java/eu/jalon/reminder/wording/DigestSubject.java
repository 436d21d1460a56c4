package eu.jalon.reminder.wording;

import eu.jalon.reminder.RecipientRole;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The subject of a digest: how many items, how many overdue, and the most urgent one. Only the most
 * urgent item of each role is kept, so that the items can be added batch by batch.
 */
public final class DigestSubject {

  private static final List<RecipientRole> ITEMS_OF_OTHERS =
      List.of(RecipientRole.COORDINATOR, RecipientRole.OTHER_LEAD, RecipientRole.SUBSTITUTE);

  private record Counted(DigestItem first, int items, int overdue) {

    Counted plus(Counted other) {
      boolean before = DigestItem.BY_URGENCY.compare(first, other.first) <= 0;
      return new Counted(
          before ? first : other.first, items + other.items, overdue + other.overdue);
    }
  }

  private final LocalDate today;
  private final Map<RecipientRole, Counted> byRole = new EnumMap<>(RecipientRole.class);

  public DigestSubject(LocalDate today) {
    this.today = today;
  }

  public DigestSubject add(Collection<DigestItem> items) {
    for (DigestItem item : items) {
      int overdue = item.view().overdueDays(today) > 0 ? 1 : 0;
      byRole.merge(item.recipientRole(), new Counted(item, 1, overdue), Counted::plus);
    }
    return this;
  }

  boolean isEmpty() {
    return byRole.isEmpty();
  }

  /** Own items come before those of others, and these before changed dates. */
  String in(EmailMessages texts) {
    Counted own = byRole.get(RecipientRole.OWNER);
    List<Counted> ofOthers =
        ITEMS_OF_OTHERS.stream().map(byRole::get).filter(Objects::nonNull).toList();
    int others = ofOthers.stream().mapToInt(Counted::items).sum();
    if (own != null) {
      return subject(
          texts,
          texts.text("subject.own", own.items())
              + overdue(own.overdue(), own.items(), texts)
              + (others == 0 ? "" : texts.text("subject.alsoOthers", others)),
          own);
    }
    if (others > 0) {
      return subject(texts, texts.text("subject.others", others), ofOthers.get(0));
    }
    Counted moved = Objects.requireNonNull(byRole.get(RecipientRole.INFORMED));
    return subject(texts, texts.text("subject.moved", moved.items()), moved);
  }

  private static String subject(EmailMessages texts, String counts, Counted counted) {
    DigestItem next = counted.first();
    return texts.subject(
        counts, next.view().item().step(), next.view().titleOutside().in(texts.language()));
  }

  /** How many of the items are overdue; empty if none is. */
  static String overdue(int overdue, int items, EmailMessages texts) {
    if (overdue == 0) {
      return "";
    }
    return overdue == items
        ? texts.text("subject.allLate", overdue)
        : texts.text("subject.someLate", overdue);
  }
}
