package eu.jalon.pages.access;

import eu.jalon.directory.Person;
import eu.jalon.directory.SeriesChoices;
import eu.jalon.pages.frame.Workspace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the series to which a user in several of them narrows lists. */
@Workspace
class SeriesChoiceController {

  private final SeriesChoices choices;

  SeriesChoiceController(SeriesChoices choices) {
    this.choices = choices;
  }

  /**
   * Keeps a choice and returns to the page.
   *
   * @param series the id of a series; empty for all
   */
  @PostMapping("/series-choice")
  ResponseEntity<Void> choose(
      @RequestParam(defaultValue = "") String series,
      @RequestParam(defaultValue = "/") String back,
      Person person) {
    choices.choose(person, series);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, LanguageController.localPath(withoutSeries(back)))
        .build();
  }

  /** The address without its query if that names a series, which would prevail over the choice. */
  private static String withoutSeries(String address) {
    int query = address.indexOf('?');
    return query >= 0 && address.indexOf("series=", query) >= 0
        ? address.substring(0, query)
        : address;
  }
}
