package eu.jalon.api.meeting;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MeetingMove;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Summits, held and to come. */
@RestController
@RequestMapping("/api/summits")
class MeetingsApi {

  private final Meetings summits;
  private final MeetingMove move;
  private final MeetingClosing closing;

  MeetingsApi(Meetings summits, MeetingMove move, MeetingClosing closing) {
    this.summits = summits;
    this.move = move;
    this.closing = closing;
  }

  /**
   * A summit.
   *
   * @param datePrecision {@code DAY}, or {@code MONTH} where only the month of the date is known
   */
  record SummitView(
      String id,
      String series,
      String name,
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
          summit.place(),
          summit.date(),
          summit.monthOnly() ? "MONTH" : "DAY",
          summit.status(),
          summit.version());
    }
  }

  @GetMapping
  ItemList<SummitView> all(Person reader) {
    List<SummitView> views =
        summits.all().stream().map(summit -> SummitView.of(summit, reader)).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** One summit by its id; {@code next} stands for the next one. */
  @GetMapping("/{id}")
  SummitView one(@PathVariable String id, Person reader) {
    return SummitView.of(summits.get(id), reader);
  }

  /** A summit that is to come; without a status it is {@code PLANNED}. */
  record Entry(
      @NotNull String id,
      @NotBlank String nameFr,
      @Nullable String nameNl,
      @Nullable String nameEn,
      @Nullable String place,
      @Nullable LocalDate date,
      Meeting.@Nullable Status status) {}

  /** Enters a further summit, after all that stand in the series. */
  @PostMapping
  ResponseEntity<SummitView> create(@Valid @RequestBody Entry entry, Person by) {
    Meeting created =
        summits.create(
            new NewMeeting(
                new MeetingId(entry.id()),
                new LocalText(entry.nameFr(), entry.nameNl(), entry.nameEn()),
                entry.place(),
                entry.date(),
                Objects.requireNonNullElse(entry.status(), Meeting.Status.PLANNED)),
            by);
    return ResponseEntity.created(URI.create("/api/summits/" + created.id()))
        .body(SummitView.of(created, by));
  }

  /** What is said of a summit that is to come; its date is moved by an act of its own. */
  record Description(
      @NotBlank String nameFr,
      @Nullable String nameNl,
      @Nullable String nameEn,
      @Nullable String place,
      @NotNull Meeting.Status status,
      @NotNull Integer version) {}

  /** Gives a summit that is to come other names, another place or status; a stale version: 409. */
  @PatchMapping("/{id}")
  SummitView describe(@PathVariable String id, @Valid @RequestBody Description how, Person by) {
    return SummitView.of(
        summits.update(
            summits.get(id).id(),
            new LocalText(how.nameFr(), how.nameNl(), how.nameEn()),
            how.place(),
            how.status(),
            how.version(),
            by),
        by);
  }

  /** A commitment's due date before and after a move. */
  record DateChangeView(String ref, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /** What a move does, or would do; its changes are paged. */
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

  /** Where a summit goes, and the version of it that the caller saw. */
  record Move(@NotNull LocalDate date, @Nullable String reason, @NotNull Integer version) {}

  /** A summit is put off without a new date, for a reason. */
  record Postponement(@NotNull String reason, @NotNull Integer version) {}

  /** What a move to a date would change; nothing is written. */
  @GetMapping("/{id}/move")
  MoveView preview(
      @PathVariable String id,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    return MoveView.of(
        move.preview(summits.get(id).id(), date, reader, new Page.Request(page, size)));
  }

  /** Moves the summit and all that hangs on it; a stale version is a conflict. */
  @PostMapping("/{id}/move")
  MoveView move(@PathVariable String id, @Valid @RequestBody Move to, Person by) {
    return MoveView.of(move.move(summits.get(id).id(), to.date(), to.version(), to.reason(), by));
  }

  /** What putting the summit off without a date would change; nothing is written. */
  @GetMapping("/{id}/postpone")
  MoveView previewPostponed(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    return MoveView.of(
        move.preview(summits.get(id).id(), null, reader, new Page.Request(page, size)));
  }

  /** Takes the summit's date away: what hangs on it has no date, and nobody is reminded of it. */
  @PostMapping("/{id}/postpone")
  MoveView postpone(@PathVariable String id, @Valid @RequestBody Postponement how, Person by) {
    return MoveView.of(move.move(summits.get(id).id(), null, how.version(), how.reason(), by));
  }

  /** How many commitments the coordinators were asked about. */
  record Preparation(int asked) {}

  /** Asks both countries' coordinators what is to become of what stays open. */
  @PostMapping("/{id}/closing")
  Preparation prepare(@PathVariable String id, Person by) {
    return new Preparation(closing.prepare(summits.get(id).id(), by));
  }

  /** The summit after the one that is closed. */
  record Next(
      @NotNull String id,
      @NotBlank String nameFr,
      @Nullable String nameNl,
      @Nullable LocalDate date,
      @Nullable String place) {}

  /** When the summit took place, and which one comes next. */
  record Close(@NotNull LocalDate heldOn, @NotNull @Valid Next next) {}

  /** What became of the commitments that were open; the new references of those carried over. */
  record Closed(List<String> carriedOver, List<String> withdrawn) {}

  /** The summit took place: what is open is carried over, or withdrawn where both said so. */
  @PostMapping("/{id}/close")
  Closed close(@PathVariable String id, @Valid @RequestBody Close how, Person by) {
    Next next = how.next();
    MeetingClosing.Outcome outcome =
        closing.close(
            summits.get(id).id(),
            how.heldOn(),
            new MeetingClosing.NextMeeting(
                new MeetingId(next.id()),
                LocalText.of(next.nameFr(), next.nameNl()),
                next.date(),
                next.place()),
            by);
    return new Closed(
        outcome.carriedOver().stream().map(CommitmentRef::value).toList(),
        outcome.withdrawn().stream().map(CommitmentRef::value).toList());
  }
}
