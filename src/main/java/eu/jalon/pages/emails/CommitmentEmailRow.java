package eu.jalon.pages.emails;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.mail.Email;
import eu.jalon.reminder.RecordedReminder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An email about a commitment, with its reasons. */
public record CommitmentEmailRow(Email email, List<Reason> reasons) {

  /** A rule of the reminder policy that applied to an action item. */
  public record Reason(RecordedReminder entry, ActionItem item) {}

  /** The rows of e-mails, each with those of its reminders that are about the given actions. */
  public static List<CommitmentEmailRow> of(
      List<Email> emails, Map<UUID, List<RecordedReminder>> planned, List<ActionItem> items) {
    Map<String, ActionItem> byId =
        items.stream().collect(Collectors.toMap(ActionItem::id, Function.identity()));
    return emails.stream()
        .map(
            email ->
                new CommitmentEmailRow(
                    email,
                    planned.getOrDefault(email.id(), List.of()).stream()
                        .flatMap(
                            entry ->
                                Optional.ofNullable(byId.get(entry.actionItemId()))
                                    .map(item -> new Reason(entry, item))
                                    .stream())
                        .toList()))
        .toList();
  }
}
