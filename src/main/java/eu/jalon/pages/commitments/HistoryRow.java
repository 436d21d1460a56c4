package eu.jalon.pages.commitments;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change in the history, with its values resolved. */
public record HistoryRow(
    CommitmentChange change,
    @Nullable LocalText ministry,
    @Nullable ProgressStatus progress,
    @Nullable LocalDate before,
    @Nullable LocalDate after,
    @Nullable String detail) {

  /**
   * Resolves a change.
   *
   * @param steps the steps of the commitment's action items by id
   * @param files the names of files by id
   */
  public static HistoryRow of(
      CommitmentChange change,
      Map<String, Step> steps,
      Map<String, String> files,
      DirectoryNames names,
      PageFormatter format) {
    return switch (change.type()) {
      case ENTERED, DUE_DATE ->
          new HistoryRow(change, null, null, date(change.from()), date(change.to()), null);
      case REPORTED ->
          new HistoryRow(
              change, ministry(change.from(), names), progress(change.to()), null, null, null);
      case TAKEN_IN_CHARGE, VALIDATED, SENT_BACK, NOTE_ADDED, FULFILLED, INTERVAL_MISSED ->
          new HistoryRow(change, ministry(change.from(), names), null, null, null, null);
      case FILE_ADDED ->
          detailed(change, ministry(change.from(), names), files.get(text(change.to())));
      case APPROVAL_CHOSEN ->
          detailed(change, ministry(change.from(), names), term(format, "answer", change.to()));
      case CLOSING_CHOSEN ->
          detailed(change, ministry(change.from(), names), term(format, "closing", change.to()));
      case EXTENSION_ASKED, EXTENSION_GRANTED, EXTENSION_REFUSED, EXTENSION_RETRACTED ->
          detailed(change, null, extension(change, steps, format));
      case REASSIGNMENT_ASKED, REASSIGNMENT_GRANTED, REASSIGNMENT_REFUSED, REASSIGNMENT_RETRACTED ->
          change.to() == null
              ? detailed(change, null, format.message("commitment.toBeAssigned"))
              : detailed(change, ministry(change.to(), names), null);
      case REASSIGNED, ASSOCIATED ->
          changed(change, format, codes -> ministries(codes, names, format));
      case PRIORITY -> changed(change, format, value -> format.term("priority", value));
      case TRACK -> changed(change, format, value -> format.term("track", value));
      case ACCOUNTABLE -> changed(change, format, value -> format.party(new PartyCode(value)));
      case DEADLINE_RULE ->
          changed(change, format, value -> format.rule(DeadlineRule.parse(value)));
      case RESTRICTED -> detailed(change, null, format.term("restricted", text(change.to())));
      case TITLE, SUMMARY, THEME -> changed(change, format, UnaryOperator.identity());
      case TRANSLATED -> detailed(change, null, change.to());
      case PROPOSED -> detailed(change, null, proposed(change, names, format));
      case PROPOSAL_CONFIRMED, PROPOSAL_DECLINED, PROPOSAL_RETRACTED ->
          detailed(change, null, term(format, "proposal", change.to()));
      case REOPENED -> changed(change, format, value -> format.term("status", value));
      case SPLIT, CARRIED_OVER, WITHDRAWN ->
          detailed(change, null, change.to() == null ? change.from() : change.to());
    };
  }

  /** The deadline, or the action item and its due date. */
  private static String extension(
      CommitmentChange change, Map<String, Step> steps, PageFormatter format) {
    String day = format.rule(DeadlineRule.parse(text(change.to())));
    Step step = change.from() == null ? null : steps.get(change.from());
    return step == null
        ? day
        : format.message(
            "commitment.waitingLine",
            format.message("commitment.waitingItem", format.term("step", step.key())),
            day);
  }

  private static HistoryRow detailed(
      CommitmentChange change, @Nullable LocalText ministry, @Nullable String detail) {
    return new HistoryRow(change, ministry, null, null, null, detail);
  }

  /** The proposed act, with its value if it has one. */
  private static @Nullable String proposed(
      CommitmentChange change, DirectoryNames names, PageFormatter format) {
    String act = term(format, "proposal", change.to());
    String value = change.from();
    return value == null
        ? act
        : format.message(
            "words.actValue",
            text(act),
            ProposalRow.value(Proposal.Kind.valueOf(text(change.to())), value, names, format));
  }

  /** The old and the new value in one sentence. */
  private static HistoryRow changed(
      CommitmentChange change, PageFormatter format, UnaryOperator<String> shown) {
    String from = change.from();
    String to = change.to();
    String detail =
        from == null
            ? shown.apply(text(to))
            : to == null
                ? format.message("words.valueRemoved", shown.apply(from))
                : format.message("words.valueChanged", shown.apply(from), shown.apply(to));
    return detailed(change, null, detail);
  }

  private static String ministries(String codes, DirectoryNames names, PageFormatter format) {
    return Arrays.stream(codes.split(","))
        .map(code -> format.in(names.ministry(new MinistryCode(code))))
        .collect(Collectors.joining(", "));
  }

  private static String term(PageFormatter format, String kind, @Nullable String value) {
    return format.term(kind, text(value));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable LocalText ministry(@Nullable String code, DirectoryNames names) {
    return code == null ? null : names.ministry(new MinistryCode(code));
  }

  private static @Nullable LocalDate date(@Nullable String value) {
    return value == null ? null : LocalDate.parse(value);
  }

  private static @Nullable ProgressStatus progress(@Nullable String value) {
    return value == null ? null : ProgressStatus.valueOf(value);
  }
}
