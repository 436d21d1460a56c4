package eu.jalon.api.email;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.email.ResendService;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mail journal, for coordinators. */
@RestController
@RequestMapping("/api/emails")
class EmailsApi {

  private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

  private final MailQueue mailQueue;
  private final ResendService again;

  EmailsApi(MailQueue mailQueue, ResendService again) {
    this.mailQueue = mailQueue;
    this.again = again;
  }

  @GetMapping
  ItemList<EmailView> page(
      @RequestParam(required = false) @Nullable EmailStatus status,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable CommitmentRef ref,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    Viewer.requireCoordinator(reader);
    EmailFilter filter = new EmailFilter(status, to, ref, on);
    return ItemList.of(mailQueue.page(filter, new Page.Request(page, size)), EmailView::of);
  }

  @GetMapping("/{id}")
  EmailView one(@PathVariable UUID id, Person reader) {
    Viewer.requireCoordinator(reader);
    return EmailView.of(mailQueue.get(id));
  }

  /**
   * Why an email is sent again.
   *
   * @param sure whether it goes out although its reader may have it; not unless said
   */
  record Resending(@NotNull String reason, @Nullable Boolean sure) {}

  /** Sends an email again, with what is still true of it; answers the new email. */
  @PostMapping("/{id}/resend")
  ResponseEntity<EmailView> resend(
      @PathVariable UUID id, @Valid @RequestBody Resending wanted, Person by) {
    Email anew = again.send(id, wanted.reason(), Boolean.TRUE.equals(wanted.sure()), by);
    return ResponseEntity.created(URI.create("/api/emails/" + anew.id())).body(EmailView.of(anew));
  }

  /** The message as it was sent, or as it would be sent now (RFC 5322). */
  @GetMapping(path = "/{id}/message", produces = "message/rfc822")
  ResponseEntity<String> message(@PathVariable UUID id, Person reader) {
    Viewer.requireCoordinator(reader);
    return ResponseEntity.ok()
        .contentType(MESSAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(id + ".eml").build().toString())
        .body(mailQueue.message(id));
  }
}
