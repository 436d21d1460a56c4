package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.register.Summit;
import eu.jalon.register.SummitMove;
import eu.jalon.register.Summits;
import eu.jalon.shared.Page;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Summits, held and to come. */
@RestController
@RequestMapping("/api/summits")
class SummitsApi {

  private final Summits summits;
  private final SummitMove move;

  SummitsApi(Summits summits, SummitMove move) {
    this.summits = summits;
    this.move = move;
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
      Summit.Status status,
      int version) {

    static SummitView of(Summit summit, Person reader) {
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

  /** A commitment's due date before and after a move. */
  record DateChangeView(String ref, @Nullable LocalDate from, LocalDate to) {}

  /** What a move does, or would do; its changes are paged. */
  record MoveView(
      int commitments, int actionItems, int becomingOverdue, List<DateChangeView> changes) {

    static MoveView of(SummitMove.Outcome outcome, Page.Request at) {
      return new MoveView(
          outcome.changes().size(),
          outcome.actionItems(),
          outcome.becomingOverdue(),
          outcome.changes().stream()
              .skip(at.offset())
              .limit(at.size())
              .map(
                  change ->
                      new DateChangeView(
                          change.ref().value(), change.from().orElse(null), change.to()))
              .toList());
    }
  }

  /** Where a summit goes, and the version of it that the caller saw. */
  record Move(LocalDate date, Integer version) {

    Move {
      if (date == null || version == null) {
        throw Refusal.invalid("request.missing", date == null ? "date" : "version");
      }
    }
  }

  /** What a move to a date would change; nothing is written. */
  @GetMapping("/{id}/move")
  MoveView preview(
      @PathVariable String id,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    return MoveView.of(
        move.preview(summits.get(id).id(), date, reader), new Page.Request(page, size));
  }

  /** Moves the summit and all that hangs on it, or nothing; a stale version is a conflict. */
  @PostMapping("/{id}/move")
  MoveView move(@PathVariable String id, @RequestBody Move to, Person by) {
    return MoveView.of(
        move.move(summits.get(id).id(), to.date(), to.version(), by),
        new Page.Request(0, Page.Request.MAX_SIZE));
  }
}
