package eu.jalon.pages.commitments;

import eu.jalon.nudge.NudgeEntry;
import eu.jalon.outbox.Letter;
import eu.jalon.register.ActionItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A letter and why it speaks of a commitment. */
record LetterAbout(Letter letter, List<Reason> reasons) {

  /** What asked for it: a rule of the table, about an item. */
  record Reason(NudgeEntry entry, ActionItem item) {}

  static List<LetterAbout> of(
      List<Letter> letters, Map<UUID, List<NudgeEntry>> planned, List<ActionItem> items) {
    Map<String, ActionItem> byId =
        items.stream().collect(Collectors.toMap(ActionItem::id, Function.identity()));
    return letters.stream()
        .map(
            letter ->
                new LetterAbout(
                    letter,
                    planned.getOrDefault(letter.id(), List.of()).stream()
                        .flatMap(
                            entry ->
                                Optional.ofNullable(byId.get(entry.actionItemId()))
                                    .map(item -> new Reason(entry, item))
                                    .stream())
                        .toList()))
        .toList();
  }
}
