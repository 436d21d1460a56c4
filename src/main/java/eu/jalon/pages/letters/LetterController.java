package eu.jalon.pages.letters;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.nudge.Explanations;
import eu.jalon.nudge.NudgeEntry;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.Outbox;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One letter: as its reader sees it, and what the mail server said to it. */
@Workspace
class LetterController {

  /** What a letter says may use its own styles and nothing else, whatever it holds. */
  private static final String BODY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox;"
          + " frame-ancestors 'self'";

  private final Outbox outbox;
  private final Explanations explanations;
  private final Directory directory;

  LetterController(Outbox outbox, Explanations explanations, Directory directory) {
    this.outbox = outbox;
    this.explanations = explanations;
    this.directory = directory;
  }

  @GetMapping("/letters/{id}")
  String letter(@PathVariable UUID id, Person person, Model model) {
    Viewer.requireCoordinator(person);
    Letter letter = outbox.get(id);
    boolean composed = outbox.preview(id).isPresent();
    model.addAttribute("letter", letter);
    model.addAttribute("composed", composed);
    model.addAttribute("sent", letter.status() == LetterStatus.SENT);
    model.addAttribute("hasMessage", composed || letter.status() == LetterStatus.SENT);
    addPlanned(explanations.ofLetter(id, person), model);
    model.addAttribute("names", Names.of(directory));
    return "letter";
  }

  /** What the letter left out, and in whose place its reader got it. */
  private static void addPlanned(List<NudgeEntry> planned, Model model) {
    model.addAttribute(
        "leftOut", planned.stream().filter(entry -> entry.outcome() != null).toList());
    model.addAttribute(
        "places",
        planned.stream().map(NudgeEntry::standsFor).filter(Objects::nonNull).distinct().toList());
  }

  /** The letter's own HTML, for a frame that may do nothing. */
  @GetMapping(path = "/letters/{id}/body")
  ResponseEntity<String> body(@PathVariable UUID id, Person person) {
    Viewer.requireCoordinator(person);
    ComposedLetter composed =
        outbox.preview(id).orElseThrow(() -> Refusal.notFound("letter.nothingLeft", id));
    return ResponseEntity.ok()
        .header("Content-Security-Policy", BODY_POLICY)
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(composed.html());
  }

  /** The message (RFC 5322) as it was sent, for keeping. */
  @GetMapping("/letters/{id}/message")
  ResponseEntity<byte[]> message(@PathVariable UUID id, Person person) {
    Viewer.requireCoordinator(person);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(id + ".eml").build().toString())
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType("message", "rfc822"))
        .body(outbox.message(id).getBytes(StandardCharsets.UTF_8));
  }
}
