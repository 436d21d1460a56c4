package eu.jalon.transition.correction;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a correction adds to the history: one entry for each value that changes. */
record CorrectionHistory(String reason, Instant at, PersonId by) {

  /** Returns the entries; none if nothing changes. */
  List<CommitmentChange> of(Commitment before, Commitment after) {
    List<CommitmentChange> changes = new ArrayList<>();
    addTexts(changes, after, CommitmentChange.Type.TITLE, before.title(), after.title());
    addTexts(changes, after, CommitmentChange.Type.SUMMARY, before.summary(), after.summary());
    add(
        changes,
        after,
        CommitmentChange.Type.THEME,
        before.theme().number(),
        after.theme().number());
    add(changes, after, CommitmentChange.Type.TRACK, before.track(), after.track());
    before
        .leads()
        .byParty()
        .forEach(
            (party, lead) ->
                add(
                    changes,
                    after,
                    CommitmentChange.Type.REASSIGNED,
                    lead,
                    after.leads().lead(party)));
    add(
        changes,
        after,
        CommitmentChange.Type.ACCOUNTABLE,
        before.leads().accountable(),
        after.leads().accountable());
    add(
        changes,
        after,
        CommitmentChange.Type.ASSOCIATED,
        codes(before.leads().associated()),
        codes(after.leads().associated()));
    add(changes, after, CommitmentChange.Type.RESTRICTED, before.restricted(), after.restricted());
    add(changes, after, CommitmentChange.Type.DEADLINE_RULE, before.deadline(), after.deadline());
    add(
        changes,
        after,
        CommitmentChange.Type.DUE_DATE,
        before.dueOn().map(DueDate::toString).orElse(null),
        after.dueOn().map(DueDate::toString).orElse(null));
    return changes;
  }

  private void addTexts(
      List<CommitmentChange> changes,
      Commitment after,
      CommitmentChange.Type type,
      @Nullable LocalText from,
      @Nullable LocalText to) {
    Set<Language> languages = new LinkedHashSet<>();
    if (from != null) {
      languages.addAll(from.texts().keySet());
    }
    if (to != null) {
      languages.addAll(to.texts().keySet());
    }
    for (Language language : languages) {
      add(changes, after, type, in(from, language), in(to, language));
    }
  }

  private static @Nullable String in(@Nullable LocalText text, Language language) {
    return text == null ? null : text.find(language).orElse(null);
  }

  private static @Nullable String codes(List<MinistryCode> ministries) {
    return ministries.isEmpty()
        ? null
        : ministries.stream().map(MinistryCode::value).collect(Collectors.joining(","));
  }

  private void add(
      List<CommitmentChange> changes,
      Commitment after,
      CommitmentChange.Type type,
      @Nullable Object from,
      @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(
          new CommitmentChange(
              after.ref(),
              type,
              from == null ? null : from.toString(),
              to == null ? null : to.toString(),
              reason,
              at,
              by));
    }
  }
}
