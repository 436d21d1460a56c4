package eu.jalon.sample;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Completes the action items of the sample through {@link ActionItems}, with the same checks as for
 * users.
 */
@Component
@Profile("demo")
class SampleProgress {

  private final ActionItems items;
  private final Directory directory;

  SampleProgress(ActionItems items, Directory directory) {
    this.items = items;
    this.directory = directory;
  }

  void complete(SampleFile.CommitmentEntry entry) {
    Map<String, List<SampleFile.CompletedItem>> progress = entry.progress();
    if (progress == null) {
      return;
    }
    progress.forEach(
        (party, completed) -> {
          MinistryCode lead = SampleCommitments.lead(entry.leads(), new PartyCode(party));
          completed.forEach(item -> complete(new CommitmentRef(entry.ref()), lead, fields(item)));
        });
  }

  private void complete(CommitmentRef ref, MinistryCode lead, Map<String, String> fields) {
    ActionItem open = open(ref, lead);
    if (open.step() == Step.APPROVAL_CHOICE) {
      items.complete(open.id(), Map.of("approvalNeeded", "NO"), focalPoint(lead));
      open = open(ref, lead);
    }
    items.complete(open.id(), fields, focalPoint(lead));
  }

  private ActionItem open(CommitmentRef ref, MinistryCode lead) {
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().equals(lead))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No open item of " + lead + " in " + ref));
  }

  private Person focalPoint(MinistryCode ministry) {
    List<Person> staff = directory.staff().getOrDefault(ministry, List.of());
    return staff.stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No focal point in " + ministry));
  }

  private static Map<String, String> fields(SampleFile.CompletedItem item) {
    @Nullable String note = item.takeCharge();
    if (note != null) {
      return Map.of("takeChargeNote", note);
    }
    String status = item.report();
    String text = item.text();
    if (status == null || text == null) {
      throw new IllegalArgumentException("A completed item needs takeCharge, or report and text");
    }
    return Map.of("progressStatus", status, "progressText", text);
  }
}
