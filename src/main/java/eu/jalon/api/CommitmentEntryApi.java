package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.register.DeadlineRule;
import eu.jalon.register.HandEntry;
import eu.jalon.register.Owners;
import eu.jalon.register.Track;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enters a commitment outside a declaration and starts it; coordinators only. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentEntryApi {

  private final HandEntry entry;

  CommitmentEntryApi(HandEntry entry) {
    this.entry = entry;
  }

  /** A commitment to enter; its position is the next free one of the theme. */
  record NewCommitmentBody(
      String summit,
      Integer theme,
      String title,
      String titleNl,
      @Nullable String summary,
      @Nullable String summaryNl,
      Track track,
      Map<String, String> leads,
      Country accountable,
      @Nullable List<String> associated,
      String deadlineRule) {

    NewCommitmentBody {
      present("summit", summit);
      present("theme", theme);
      present("title", title);
      present("titleNl", titleNl);
      present("track", track);
      present("leads", leads);
      present("leads.BE", leads.get("BE"));
      present("leads.FR", leads.get("FR"));
      present("accountable", accountable);
      present("deadlineRule", deadlineRule);
    }

    HandEntry.Entered entered() {
      return new HandEntry.Entered(
          new OriginId(summit),
          theme,
          LocalText.of(title.strip(), titleNl.strip()),
          summary == null || summary.isBlank() ? null : LocalText.of(summary.strip(), summaryNl),
          track,
          new Owners(
              new MinistryCode(Objects.requireNonNull(leads.get("BE"))),
              new MinistryCode(Objects.requireNonNull(leads.get("FR"))),
              accountable,
              associated == null ? List.of() : associated.stream().map(MinistryCode::new).toList()),
          DeadlineRule.parse(deadlineRule));
    }

    private static void present(String field, @Nullable Object value) {
      if (value == null) {
        throw Refusal.invalid("request.missing", field);
      }
    }
  }

  /** The reference it was entered under. */
  record EnteredView(String ref) {}

  @PostMapping
  ResponseEntity<EnteredView> enter(@RequestBody NewCommitmentBody wanted, Person by) {
    CommitmentRef ref = entry.enter(wanted.entered(), by);
    return ResponseEntity.created(URI.create("/api/commitments/" + ref))
        .body(new EnteredView(ref.value()));
  }
}
