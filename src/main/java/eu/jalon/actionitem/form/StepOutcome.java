package eu.jalon.actionitem.form;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.shared.text.TextPolicy;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The validated input of a step's form; Tasklist, pages and API share these rules. */
public sealed interface StepOutcome {

  /** Maximum length of a free text in code points. */
  int MAX_TEXT = 4000;

  /** Maximum length of a note in code points. */
  int MAX_NOTE = FreeText.MAX_LENGTH;

  /** Maximum length of an evidence link in code points. */
  int MAX_LINK = 500;

  MinistryCode ministry();

  /** The lead ministry took charge of the commitment. */
  record TakenInCharge(MinistryCode ministry, @Nullable String note) implements StepOutcome {}

  /** The lead ministry reported its progress. */
  record Reported(
      MinistryCode ministry,
      ProgressStatus status,
      String text,
      @Nullable String evidence,
      @Nullable LocalDate nextOn)
      implements StepOutcome {}

  /** The coordinators of one party confirmed that its work is fulfilled, or sent it back. */
  record Validated(MinistryCode ministry, boolean fulfilled, @Nullable String note)
      implements StepOutcome {}

  /** The lead ministry stated whether its party still has to approve the instrument. */
  record ApprovalChosen(MinistryCode ministry, boolean needed, @Nullable String note)
      implements StepOutcome {}

  /**
   * The coordinators granted or refused a request.
   *
   * @param otherDate the day granted instead of the requested one
   * @param otherMinistry the lead ministry granted instead of the requested one
   */
  record RequestDecided(
      MinistryCode ministry,
      boolean granted,
      @Nullable LocalDate otherDate,
      @Nullable MinistryCode otherMinistry,
      String reason)
      implements StepOutcome {}

  /**
   * The coordinators decided what happens to the commitment if it is in progress when the summit
   * closes.
   */
  record ClosingChosen(MinistryCode ministry, ClosingDecision decision, String reason)
      implements StepOutcome {}

  /** Returns the names of the fields of a step's form. */
  static Set<String> fields(Step step) {
    return step.form().fields();
  }

  /** Validates the fields of a form; rejects a missing, unknown, wrong or overlong one. */
  static StepOutcome read(Step step, MinistryCode ministry, Map<String, String> form) {
    for (String field : form.keySet()) {
      if (!fields(step).contains(field)) {
        throw ValidationError.ofField("form.unknownField", field);
      }
    }
    return switch (step.form()) {
      case TAKE_CHARGE -> new TakenInCharge(ministry, optional(form, "takeChargeNote", MAX_NOTE));
      case REPORT ->
          new Reported(
              ministry,
              choice(ProgressStatus.class, form, "progressStatus"),
              required(form, "progressText", MAX_TEXT),
              link(optional(form, "evidenceLink", MAX_LINK)),
              day("nextOn", optional(form, "nextOn", 10)));
      case VALIDATE -> validated(ministry, form);
      case APPROVAL_CHOICE ->
          new ApprovalChosen(
              ministry,
              choice(YesNo.class, form, "approvalNeeded") == YesNo.YES,
              optional(form, "approvalNote", MAX_NOTE));
      case DECIDE_REQUEST ->
          new RequestDecided(
              ministry,
              choice(Answer.class, form, "requestDecision") == Answer.GRANT,
              day("otherDate", optional(form, "otherDate", 10)),
              ministry(optional(form, "otherMinistry", 16)),
              required(form, "decisionReason", MAX_NOTE));
      case DECIDE_CLOSING ->
          new ClosingChosen(
              ministry,
              choice(ClosingDecision.class, form, "closingDecision"),
              required(form, "closingReason", MAX_NOTE));
    };
  }

  private static Validated validated(MinistryCode ministry, Map<String, String> form) {
    boolean fulfilled = choice(Decision.class, form, "decision") == Decision.FULFILLED;
    String note = optional(form, "validationNote", MAX_NOTE);
    if (!fulfilled && note == null) {
      throw ValidationError.ofField("form.reasonMissing", "validationNote");
    }
    return new Validated(ministry, fulfilled, note);
  }

  /** The decisions of a validation. */
  enum Decision {
    FULFILLED,
    SEND_BACK
  }

  /** The answers to a yes-no question. */
  enum YesNo {
    YES,
    NO
  }

  /** The decisions on a request. */
  enum Answer {
    GRANT,
    REFUSE
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, Map<String, String> form, String field) {
    String value = form.get(field);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw ValidationError.ofValue("form.choice", field, value == null ? "" : value);
  }

  private static String required(Map<String, String> form, String field, int longest) {
    String text = optional(form, field, longest);
    return FreeText.required(field, text == null ? "" : text);
  }

  private static @Nullable String optional(Map<String, String> form, String field, int longest) {
    String value = form.get(field);
    if (value == null) {
      return null;
    }
    String checked = TextPolicy.MULTI_LINE.checked(field, value, longest);
    return checked.isEmpty() ? null : checked;
  }

  /** Parses an ISO 8601 date between 2000 and 2099. */
  private static @Nullable LocalDate day(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 2000 && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeException notADay) {
      throw ValidationError.ofValue("form.day", field, value);
    }
    throw ValidationError.ofValue("form.day", field, value);
  }

  private static @Nullable MinistryCode ministry(@Nullable String value) {
    try {
      return value == null ? null : new MinistryCode(value);
    } catch (ValidationError notACode) {
      throw ValidationError.ofValue("form.choice", "otherMinistry", String.valueOf(value));
    }
  }

  private static @Nullable String link(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      URI address = URI.create(value);
      if ("https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null) {
        return value;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw ValidationError.ofValue("form.link", "evidenceLink", value);
    }
    throw ValidationError.ofValue("form.link", "evidenceLink", value);
  }
}
