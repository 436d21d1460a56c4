package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.register.Summit;
import eu.jalon.register.Summits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Summits, held and to come. */
@RestController
@RequestMapping("/api/summits")
class SummitsApi {

  private final Summits summits;

  SummitsApi(Summits summits) {
    this.summits = summits;
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
}
