package eu.jalon.api.commitment;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates a commitment outside a declaration and starts its process; coordinators only. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentEntryApi {

  private final ManualEntry entry;

  CommitmentEntryApi(ManualEntry entry) {
    this.entry = entry;
  }

  /**
   * A new commitment; its position is the next free one of the theme.
   *
   * @param titles by language code; each language of the series is required
   * @param deadlineRule absent for the default deadline of the series
   * @param restricted whether only the ministries concerned and the coordinations see more than the
   *     reference; absent for the default of the series
   */
  record NewCommitmentRequest(
      @NotNull String summit,
      @NotNull Integer theme,
      @NotNull Map<String, String> titles,
      @Nullable Map<String, String> summaries,
      @NotNull Track track,
      @NotNull Map<String, String> leads,
      @NotNull PartyCode accountable,
      @Nullable List<String> associated,
      @Nullable String deadlineRule,
      @Nullable Boolean restricted) {

    ManualEntry.ManualCommitment entered() {
      return new ManualEntry.ManualCommitment(
          new MeetingId(summit),
          theme,
          LocalText.given(titles)
              .orElseThrow(() -> ValidationError.invalid("request.missing", "titles")),
          summaries == null ? null : LocalText.given(summaries).orElse(null),
          track,
          new Leads(
              byParty(),
              accountable,
              associated == null ? List.of() : associated.stream().map(MinistryCode::new).toList()),
          deadlineRule == null ? null : DeadlineRule.parse(deadlineRule),
          restricted);
    }

    private SortedMap<PartyCode, MinistryCode> byParty() {
      SortedMap<PartyCode, MinistryCode> found = new TreeMap<>();
      leads.forEach((party, code) -> found.put(new PartyCode(party), new MinistryCode(code)));
      return found;
    }
  }

  /** The reference of the new commitment. */
  record NewCommitmentResult(String ref) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<NewCommitmentResult> enter(
      @Valid @RequestBody NewCommitmentRequest request, Person by) {
    CommitmentRef ref = entry.enter(request.entered(), by);
    return ResponseEntity.created(URI.create("/api/commitments/" + ref))
        .body(new NewCommitmentResult(ref.value()));
  }
}
