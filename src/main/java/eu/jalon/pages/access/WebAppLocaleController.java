package eu.jalon.pages.access;

import eu.jalon.directory.Person;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves Camunda's web apps the language of the user's account instead of the browser's; all of
 * them import Tasklist's script.
 */
@Controller
class WebAppLocaleController {

  private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  @GetMapping("/camunda/app/tasklist/scripts/locale.js")
  ResponseEntity<String> locale(Person person) {
    return ResponseEntity.ok()
        .contentType(JAVASCRIPT)
        .cacheControl(CacheControl.noStore())
        .body(
            """
            export const locale = '%s';
            export const availableLocales = [locale];
            """
                .formatted(person.language().code()));
  }
}
