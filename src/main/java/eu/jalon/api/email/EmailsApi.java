package eu.jalon.api.email;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail journal, for coordinators. */
@RestController
@RequestMapping("/api/emails")
class EmailsApi {

  private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final ResendService resendService;

  EmailsApi(Viewers viewers, MailQueue mailQueue, ResendService resendService) {
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.resendService = resendService;
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
    EmailFilter filter =
        new EmailFilter(status, to, ref, on).inSeries(viewers.coordinatorLists(reader).series());
    return ItemList.of(mailQueue.page(filter, new Page.Request(page, size)), EmailView::of);
  }

  @GetMapping("/{id}")
  EmailView one(@PathVariable UUID id, Person reader) {
    return EmailView.of(seen(id, reader));
  }

  /**
   * A request to send an e-mail again.
   *
   * @param sure whether to send it although the recipient may have received it; by default false
   */
  record ResendRequest(@NotNull String reason, @Nullable Boolean sure) {}

  /** Sends an e-mail again with its current content, and returns the new e-mail. */
  @PostMapping("/{id}/resend")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<EmailView> resend(
      @PathVariable UUID id, @Valid @RequestBody ResendRequest request, Person by) {
    Email resent =
        resendService.send(id, request.reason(), Boolean.TRUE.equals(request.sure()), by);
    return ResponseEntity.created(URI.create("/api/emails/" + resent.id()))
        .body(EmailView.of(resent));
  }

  /** The message as it was sent, or as it would be sent now (RFC 5322). */
  @GetMapping(path = "/{id}/message", produces = "message/rfc822")
  ResponseEntity<String> message(@PathVariable UUID id, Person reader) {
    seen(id, reader);
    return ResponseEntity.ok()
        .contentType(MESSAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(id + ".eml").build().toString())
        .body(mailQueue.message(id));
  }

  /** An e-mail about series that a coordinator sees. */
  private Email seen(UUID id, Person reader) {
    return mailQueue.get(id, viewers.ofCoordinator(reader).series());
  }
}
