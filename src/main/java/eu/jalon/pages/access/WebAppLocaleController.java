package eu.jalon.pages.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.directory.Person;
import eu.jalon.shared.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves Camunda's web apps the language of the user's account instead of the browser's, and the
 * texts that they show raw; all of them import Tasklist's script.
 */
@Controller
class WebAppLocaleController {

  private static final MediaType JAVASCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  /** The names of the web apps, the descriptions of keyboard shortcuts and the search. */
  private static final List<String> TEXTS =
      List.of(
          "tasklist",
          "admin",
          "welcome",
          "claimTask",
          "focusFilter",
          "focusList",
          "focusForm",
          "myWork",
          "search",
          "searchLabel");

  private final MessageSource messages;
  private final ObjectMapper json;

  WebAppLocaleController(MessageSource messages, ObjectMapper json) {
    this.messages = messages;
    this.json = json;
  }

  @GetMapping("/camunda/app/tasklist/scripts/locale.js")
  ResponseEntity<String> locale(Person person) throws JsonProcessingException {
    Language language = person.language();
    Map<String, String> texts = new LinkedHashMap<>();
    TEXTS.forEach(
        key -> texts.put(key, messages.getMessage("tasklist.app." + key, null, language.locale())));
    return ResponseEntity.ok()
        .contentType(JAVASCRIPT)
        .cacheControl(CacheControl.noStore())
        .body(
            """
            export const locale = '%s';
            export const availableLocales = [locale];
            export const texts = %s;
            """
                .formatted(language.code(), json.writeValueAsString(texts)));
  }
}
