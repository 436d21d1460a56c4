package eu.jalon.api.meeting;

import eu.jalon.api.support.ItemList;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MeetingMove;
import eu.jalon.transition.closing.ClosingAnswers;
import eu.jalon.transition.closing.ClosingRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Summits: list, entry, move and closing. */
@RestController
@RequestMapping("/api/summits")
class MeetingsApi {

  private final Meetings summits;
  private final MeetingMove move;
  private final MeetingClosing closing;
  private final ClosingUndo undo;
  private final ClosingAnswers answers;

  MeetingsApi(
      Meetings summits,
      MeetingMove move,
      MeetingClosing closing,
      ClosingUndo undo,
      ClosingAnswers answers) {
    this.summits = summits;
    this.move = move;
    this.closing = closing;
    this.undo = undo;
    this.answers = answers;
  }

  /**
   * A summit.
   *
   * @param name in the caller's language
   * @param names by language code
   * @param datePrecision {@code DAY}, or {@code MONTH} if only the month is known
   */
  record SummitView(
      String id,
      String series,
      String name,
      Map<String, String> names,
      @Nullable String place,
      @Nullable LocalDate date,
      String datePrecision,
      Meeting.Status status,
      int version) {

    static SummitView of(Meeting summit, Person reader) {
      return new SummitView(
          summit.id().value(),
          summit.series(),
          summit.name().in(reader.language()),
          summit.name().byCode(),
          summit.place(),
          summit.date(),
          summit.monthOnly() ? "MONTH" : "DAY",
          summit.status(),
          summit.version());
    }
  }

  private static LocalText name(Map<String, String> names) {
    return LocalText.given(names)
        .orElseThrow(() -> ValidationError.invalid("request.missing", "names"));
  }

  @GetMapping
  ItemList<SummitView> all(Person reader) {
    List<SummitView> views =
        summits.all(reader).stream().map(summit -> SummitView.of(summit, reader)).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** A summit by its id; {@code next} is the next one. */
  @GetMapping("/{id}")
  SummitView one(@PathVariable String id, Person reader) {
    return SummitView.of(summits.get(id, reader), reader);
  }

  /** A new summit; its default status is {@code PLANNED}. */
  record NewSummitRequest(
      @NotNull String id,
      @NotNull Map<String, String> names,
      @Nullable String place,
      @Nullable LocalDate date,
      Meeting.@Nullable Status status) {}

  /** Creates a summit after all existing ones of the series. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SummitView> create(@Valid @RequestBody NewSummitRequest request, Person by) {
    Meeting created =
        summits.create(
            new NewMeeting(
                new MeetingId(request.id()),
                name(request.names()),
                request.place(),
                request.date(),
                Objects.requireNonNullElse(request.status(), Meeting.Status.PLANNED)),
            by);
    return ResponseEntity.created(URI.create("/api/summits/" + created.id()))
        .body(SummitView.of(created, by));
  }

  /** The name, place and status of a future summit; its date is changed by a move. */
  record SummitPatch(
      @NotNull Map<String, String> names,
      @Nullable String place,
      @NotNull Meeting.Status status,
      @NotNull Integer version) {}

  /** Changes the name, place or status of a future summit; a stale version is a 409. */
  @PatchMapping("/{id}")
  SummitView describe(@PathVariable String id, @Valid @RequestBody SummitPatch patch, Person by) {
    return SummitView.of(
        summits.update(
            summits.get(id, by).id(),
            name(patch.names()),
            patch.place(),
            patch.status(),
            patch.version(),
            by),
        by);
  }

  /** A commitment's due date before and after a move. */
  record DateChangeView(String ref, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /** The effects of a move or its preview; the changes are paged. */
  record MoveView(
      int commitments,
      int actionItems,
      int becomingOverdue,
      int people,
      List<DateChangeView> changes) {

    static MoveView of(MeetingMove.Outcome outcome) {
      return new MoveView(
          outcome.commitments(),
          outcome.actionItems(),
          outcome.becomingOverdue(),
          outcome.people(),
          outcome.changes().stream()
              .map(
                  change ->
                      new DateChangeView(
                          change.ref().value(),
                          change.from().orElse(null),
                          change.to().orElse(null)))
              .toList());
    }
  }

  /**
   * A move to a date.
   *
   * @param version the summit's version that the caller read
   */
  record MoveRequest(@NotNull LocalDate date, @Nullable String reason, @NotNull Integer version) {}

  /** A postponement without a new date. */
  record PostponeRequest(@NotNull String reason, @NotNull Integer version) {}

  /** Previews a move; nothing is written. */
  @GetMapping("/{id}/move")
  MoveView preview(
      @PathVariable String id,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    return MoveView.of(
        move.preview(summits.get(id, reader).id(), date, reader, new Page.Request(page, size)));
  }

  /** Moves a summit and all dependent deadlines; a stale version is a 409. */
  @PostMapping("/{id}/move")
  MoveView move(@PathVariable String id, @Valid @RequestBody MoveRequest request, Person by) {
    return MoveView.of(
        move.move(
            summits.get(id, by).id(), request.date(), request.version(), request.reason(), by));
  }

  /** Previews a postponement; nothing is written. */
  @GetMapping("/{id}/postpone")
  MoveView previewPostponed(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    return MoveView.of(
        move.preview(summits.get(id, reader).id(), null, reader, new Page.Request(page, size)));
  }

  /** Removes the summit's date: dependent deadlines have no date, and their reminders stop. */
  @PostMapping("/{id}/postpone")
  MoveView postpone(
      @PathVariable String id, @Valid @RequestBody PostponeRequest request, Person by) {
    return MoveView.of(
        move.move(summits.get(id, by).id(), null, request.version(), request.reason(), by));
  }

  /** The number of commitments that coordinators must decide on. */
  record ClosingPreparation(int asked) {}

  /**
   * Creates the action items in which the coordinators of each party decide on open commitments.
   */
  @PostMapping("/{id}/closing")
  ClosingPreparation prepare(@PathVariable String id, Person by) {
    return new ClosingPreparation(closing.prepare(summits.get(id, by).id(), by));
  }

  /** The summit after the closed one. */
  record NextSummitRequest(
      @NotNull String id,
      @NotNull Map<String, String> names,
      @Nullable LocalDate date,
      @Nullable String place) {}

  /** The date of the summit, the next summit, and what the other parties should know. */
  record CloseRequest(
      @NotNull LocalDate heldOn, @NotNull @Valid NextSummitRequest next, @NotNull String reason) {}

  /**
   * What became of a closing.
   *
   * @param proposal the id of the proposal that waits for the other parties; absent if the summit
   *     was closed
   * @param carriedOver the commitments carried over, by their new references
   */
  record CloseResult(
      @Nullable Long proposal,
      List<String> carriedOver,
      List<String> withdrawn,
      List<String> fulfilled) {

    private static CloseResult of(MeetingClosing.Outcome outcome) {
      return new CloseResult(
          null, refs(outcome.carriedOver()), refs(outcome.withdrawn()), refs(outcome.fulfilled()));
    }

    private static List<String> refs(List<CommitmentRef> refs) {
      return refs.stream().map(CommitmentRef::value).toList();
    }
  }

  /**
   * A commitment that is open when its summit closes.
   *
   * @param answers what each party wants; parties that have not answered are missing
   */
  record ClosingRowView(String ref, Map<String, ClosingDecision> answers, boolean differs) {

    private static ClosingRowView of(ClosingRow row) {
      Map<String, ClosingDecision> answers = new TreeMap<>();
      row.answers().forEach((party, decision) -> answers.put(party.value(), decision));
      return new ClosingRowView(row.commitment().ref().value(), answers, row.differs());
    }
  }

  /** The open commitments of a summit with the answers of all parties. */
  @GetMapping("/{id}/closing")
  List<ClosingRowView> rows(@PathVariable String id, Person reader) {
    return answers.rows(summits.get(id, reader).id(), reader).stream()
        .map(ClosingRowView::of)
        .toList();
  }

  /** The answer of the caller's party for several commitments. */
  record ClosingAnswerRequest(
      @NotNull List<String> refs, @NotNull ClosingDecision decision, @NotNull String reason) {}

  /** Stores what the caller's party wants for several open commitments of a summit. */
  @PostMapping("/{id}/closing/answers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      @PathVariable String id, @Valid @RequestBody ClosingAnswerRequest request, Person by) {
    answers.answer(
        summits.get(id, by).id(),
        request.refs().stream().map(CommitmentRef::new).toList(),
        request.decision(),
        request.reason(),
        by);
  }

  /**
   * Proposes to close a summit, with status 202: once the other parties confirm, open commitments
   * are fulfilled or withdrawn where all parties decided so, and carried over otherwise. Where the
   * series leaves the decision to one party, the summit is closed, with status 200.
   */
  @PostMapping("/{id}/close")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<CloseResult> close(
      @PathVariable String id, @Valid @RequestBody CloseRequest request, Person by) {
    NextSummitRequest next = request.next();
    MeetingClosing.Closing closed =
        closing.propose(
            summits.get(id, by).id(),
            request.heldOn(),
            new MeetingClosing.NextMeeting(
                new MeetingId(next.id()), name(next.names()), next.date(), next.place()),
            request.reason(),
            by);
    Proposal proposal = closed.proposal();
    return proposal == null
        ? ResponseEntity.ok(CloseResult.of(Objects.requireNonNull(closed.outcome())))
        : ResponseEntity.accepted()
            .body(new CloseResult(proposal.id(), List.of(), List.of(), List.of()));
  }

  /** Why a closing is taken back. */
  record SummitReopenRequest(@NotNull String reason) {}

  /** The id of the proposal that waits for the other parties. */
  record SummitReopenResult(long proposal) {}

  /**
   * Proposes to take the closing of a summit back, with status 202: everything is then as it was
   * before. Where the series leaves the decision to one party, it is taken back, with status 204. A
   * 409 after the first act on what continues.
   */
  @PostMapping("/{id}/reopen")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<SummitReopenResult> reopen(
      @PathVariable String id, @Valid @RequestBody SummitReopenRequest request, Person by) {
    return undo.propose(summits.get(id, by).id(), request.reason(), by)
        .map(proposal -> ResponseEntity.accepted().body(new SummitReopenResult(proposal.id())))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}
