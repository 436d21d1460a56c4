package eu.jalon.pages.work;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.bulk.BulkCompletion;
import java.util.List;

/** The items that can be answered together. */
final class SeveralItems {

  private SeveralItems() {}

  static List<ActionItemView> takeCharge(List<ActionItemView> open) {
    return open.stream().filter(view -> BulkCompletion.isTakeCharge(view.item().step())).toList();
  }

  static List<ActionItemView> reports(List<ActionItemView> open) {
    return open.stream().filter(view -> BulkCompletion.isReport(view.item().step())).toList();
  }
}
