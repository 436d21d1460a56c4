package eu.jalon.api.commitment;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.transition.correction.CommitmentCorrections;
import eu.jalon.transition.effect.ActEffects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects a commitment after launch; coordinators of a party that takes part only. */
@RestController
@RequestMapping("/api/commitments/{ref}")
class CommitmentCorrectionApi {

  private final CommitmentCorrections corrections;
  private final ActEffects effects;
  private final Today today;

  CommitmentCorrectionApi(CommitmentCorrections corrections, ActEffects effects, Today today) {
    this.corrections = corrections;
    this.effects = effects;
    this.today = today;
  }

  /**
   * What is corrected; what is absent stays.
   *
   * @param titles by language code; an empty one removes the title in that language
   * @param summaries the same of the summary
   * @param theme the number of another theme of the same meeting
   * @param leads the new lead ministries by party
   * @param associated all associated ministries
   * @param deadlineRule in the notation of {@link DeadlineRule}
   * @param restricted whether only the ministries concerned and the coordinations see more than the
   *     reference
   * @param version the version that was read
   * @param dryRun whether nothing is kept and only the effect is shown
   */
  record CorrectionRequest(
      @Nullable Map<String, String> titles,
      @Nullable Map<String, String> summaries,
      @Nullable Integer theme,
      @Nullable Track track,
      @Nullable PartyCode accountable,
      @Nullable Map<String, String> leads,
      @Nullable List<String> associated,
      @Nullable String deadlineRule,
      @Nullable Boolean restricted,
      @NotNull Integer version,
      @NotNull String reason,
      boolean dryRun) {

    Correction correction() {
      return new Correction(
          texts(titles),
          texts(summaries),
          theme,
          track,
          accountable,
          leadsByParty(),
          associated == null ? null : associated.stream().map(MinistryCode::new).toList(),
          deadlineRule == null ? null : DeadlineRule.parse(deadlineRule),
          restricted);
    }

    private static Map<Language, String> texts(@Nullable Map<String, String> byCode) {
      Map<Language, String> texts = new LinkedHashMap<>();
      if (byCode != null) {
        byCode.forEach((code, text) -> texts.put(Language.of(code), text == null ? "" : text));
      }
      return texts;
    }

    private Map<PartyCode, MinistryCode> leadsByParty() {
      Map<PartyCode, MinistryCode> byParty = new LinkedHashMap<>();
      if (leads != null) {
        leads.forEach((party, code) -> byParty.put(new PartyCode(party), new MinistryCode(code)));
      }
      return byParty;
    }
  }

  @PatchMapping
  ActEffectView correct(
      @PathVariable CommitmentRef ref, @Valid @RequestBody CorrectionRequest request, Person by) {
    Correction correction = request.correction();
    return ActEffectView.of(
        effects.of(
            ref,
            by,
            request.dryRun(),
            () -> corrections.correct(ref, correction, request.version(), request.reason(), by)),
        by,
        today.of(by));
  }
}
