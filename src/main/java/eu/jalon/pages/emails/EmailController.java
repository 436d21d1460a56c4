package eu.jalon.pages.emails;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.message.ParsedMessage;
import eu.jalon.mail.reply.Replies;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.email.ResendService;
import eu.jalon.reminder.explain.Explanations;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one email: content, reasons, delivery and resending. */
@Workspace
class EmailController {

  /** The content of an email may use its own styles and nothing else. */
  private static final String BODY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox;"
          + " frame-ancestors 'self'";

  /** A reason for the email: one reminder of one action, with the action as it is now. */
  record Reason(RecordedReminder entry, @Nullable ActionItemView view) {}

  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final Replies replies;
  private final Explanations explanations;
  private final ResendService again;
  private final ActionItems items;
  private final Directory directory;
  private final ValidationMessages messages;

  EmailController(
      Viewers viewers,
      MailQueue mailQueue,
      Replies replies,
      Explanations explanations,
      ResendService again,
      ActionItems items,
      Directory directory,
      ValidationMessages messages) {
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.replies = replies;
    this.explanations = explanations;
    this.again = again;
    this.items = items;
    this.directory = directory;
    this.messages = messages;
  }

  @GetMapping("/emails/{id}")
  String email(@PathVariable UUID id, Person person, Model model) {
    Email email = seen(id, person);
    model.addAttribute("email", email);
    model.addAttribute("kind", EmailKind.of(email));
    model.addAttribute("opened", mailQueue.parsedMessage(id).orElse(null));
    model.addAttribute("replies", replies.to(id));
    addReasons(explanations.ofEmail(id, person), person, model);
    addChoice(again.choice(id, person), email, model);
    model.addAttribute("names", DirectoryNames.of(directory));
    return "emails/email";
  }

  /**
   * Adds the planned reminders with their reasons, and the people the recipient substitutes for.
   */
  private void addReasons(List<RecordedReminder> planned, Person person, Model model) {
    Map<String, ActionItemView> views =
        items.views(
            planned.stream().map(RecordedReminder::actionItemId).distinct().toList(), person);
    model.addAttribute(
        "reasons",
        planned.stream().map(each -> new Reason(each, views.get(each.actionItemId()))).toList());
    model.addAttribute(
        "places",
        planned.stream()
            .map(RecordedReminder::standsFor)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private void addChoice(ResendService.Choice choice, Email email, Model model) {
    ValidationError against = choice.error();
    boolean address =
        against != null
            && List.of("email.addressRefused", "people.noAddress").contains(against.key());
    model.addAttribute("choice", choice);
    model.addAttribute("against", against == null ? null : messages.sentence(against));
    model.addAttribute("mend", address ? mend(email) : null);
  }

  /** The page on which the address can be corrected. */
  private static String mend(Email email) {
    return Ministry.isMailbox(email.person())
        ? "/people"
        : "/people/" + email.person() + "/address";
  }

  @PostMapping("/emails/{id}/resend")
  String resend(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean sure,
      Person person,
      RedirectAttributes flash) {
    try {
      Email anew = again.send(id, reason, sure, person);
      flash.addFlashAttribute("queued", true);
      return "redirect:/emails/" + anew.id();
    } catch (ValidationError error) {
      if (error.kind() == ValidationError.Kind.FORBIDDEN
          || error.kind() == ValidationError.Kind.NOT_FOUND) {
        throw error;
      }
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typedReason", reason);
      return "redirect:/emails/" + id + "#again";
    }
  }

  /** The HTML of the email, for a sandboxed frame. */
  @GetMapping(path = "/emails/{id}/body")
  ResponseEntity<String> body(@PathVariable UUID id, Person person) {
    seen(id, person);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", BODY_POLICY)
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(opened(id).html());
  }

  /** An attachment of the email, by its index from 0. */
  @GetMapping("/emails/{id}/attachments/{n}")
  ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable int n, Person person) {
    seen(id, person);
    List<ParsedMessage.Attachment> attachments = opened(id).attachments();
    if (n < 0 || n >= attachments.size()) {
      throw ValidationError.notFound("email.noAttachment", n);
    }
    ParsedMessage.Attachment file = attachments.get(n);
    return download(file.name(), MediaType.parseMediaType(file.type()), file.content());
  }

  /** The message (RFC 5322) as it was sent. */
  @GetMapping("/emails/{id}/message")
  ResponseEntity<byte[]> message(@PathVariable UUID id, Person person) {
    seen(id, person);
    return download(id + ".eml", new MediaType("message", "rfc822"), mailQueue.message(id));
  }

  /** An email about series that a coordinator sees. */
  private Email seen(UUID id, Person person) {
    return mailQueue.get(id, viewers.ofCoordinator(person).series());
  }

  private ParsedMessage opened(UUID id) {
    return mailQueue
        .parsedMessage(id)
        .orElseThrow(() -> ValidationError.notFound("email.nothingLeft", id));
  }

  private static ResponseEntity<byte[]> download(String name, MediaType type, String content) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .contentType(type)
        .body(content.getBytes(StandardCharsets.UTF_8));
  }
}
