package eu.jalon.pages.acts;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.Person;
import eu.jalon.pages.commitments.HistoryRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.transition.effect.ActEffect;
import java.util.List;
import java.util.Map;

/**
 * What an act would do, for a page.
 *
 * @param changes the entries of the history
 * @param items the action items that are opened, dropped or changed
 * @param ministries the ministries that these concern
 * @param awaited the parties that have to confirm some of it
 */
public record EffectView(
    List<HistoryRow> changes,
    List<ActEffect.ItemEffect> items,
    List<MinistryCode> ministries,
    List<PartyCode> awaited) {

  static EffectView of(
      ActEffect effect, Person person, DirectoryNames names, PageFormatter format) {
    boolean proposes =
        effect.changes().stream()
            .anyMatch(change -> change.type() == CommitmentChange.Type.PROPOSED);
    return new EffectView(
        effect.changes().stream()
            .filter(change -> change.type() != CommitmentChange.Type.ENTERED)
            .map(change -> HistoryRow.of(change, Map.of(), Map.of(), names, format))
            .toList(),
        effect.items(),
        effect.items().stream().map(ActEffect.ItemEffect::ministry).distinct().sorted().toList(),
        proposes
            ? person
                .workplace()
                .map(own -> effect.before().leads().others(own.party()))
                .orElse(List.of())
            : List.of());
  }
}
