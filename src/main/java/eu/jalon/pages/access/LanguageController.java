package eu.jalon.pages.access;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.Language;
import eu.jalon.shared.text.Choice;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets the language of the user's pages and emails. */
@Workspace
class LanguageController {

  private final Directory directory;

  LanguageController(Directory directory) {
    this.directory = directory;
  }

  @PostMapping("/language")
  ResponseEntity<Void> choose(
      @RequestParam String language, @RequestParam(defaultValue = "/") String back, Person person) {
    Language chosen = Choice.language("language", language);
    directory.setLanguage(person.id(), chosen);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, localPath(back))
        .build();
  }

  /** The address itself if it is a path of this application, otherwise the home page. */
  static String localPath(String address) {
    try {
      URI uri = new URI(address);
      boolean ours =
          uri.getScheme() == null
              && uri.getRawAuthority() == null
              && address.startsWith("/")
              && !address.startsWith("//");
      return ours ? address : "/";
    } catch (URISyntaxException notAnAddress) {
      return "/";
    }
  }
}
