package eu.jalon.pages.commitments;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.Arrays;
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

  public static HistoryRow of(CommitmentChange change, DirectoryNames names, PageFormatter format) {
    return switch (change.type()) {
      case ENTERED, DUE_DATE ->
          new HistoryRow(change, null, null, date(change.from()), date(change.to()), null);
      case REPORTED ->
          new HistoryRow(
              change, ministry(change.from(), names), progress(change.to()), null, null, null);
      case TAKEN_IN_CHARGE, VALIDATED, SENT_BACK, FULFILLED, INTERVAL_MISSED ->
          new HistoryRow(change, ministry(change.from(), names), null, null, null, null);
      case APPROVAL_CHOSEN ->
          detailed(change, ministry(change.from(), names), term(format, "answer", change.to()));
      case CLOSING_CHOSEN ->
          detailed(change, ministry(change.from(), names), term(format, "closing", change.to()));
      case EXTENSION_ASKED, EXTENSION_REFUSED ->
          detailed(change, null, format.rule(DeadlineRule.parse(text(change.to()))));
      case REASSIGNMENT_ASKED, REASSIGNMENT_REFUSED ->
          detailed(change, ministry(change.to(), names), null);
      case REASSIGNED, ASSOCIATED ->
          changed(change, format, codes -> ministries(codes, names, format));
      case PRIORITY -> changed(change, format, value -> format.term("priority", value));
      case TRACK -> changed(change, format, value -> format.term("track", value));
      case ACCOUNTABLE -> changed(change, format, value -> format.party(new PartyCode(value)));
      case DEADLINE_RULE ->
          changed(change, format, value -> format.rule(DeadlineRule.parse(value)));
      case TITLE, SUMMARY, THEME -> changed(change, format, UnaryOperator.identity());
      case TRANSLATED -> detailed(change, null, change.to());
      case PROPOSED, PROPOSAL_CONFIRMED, PROPOSAL_DECLINED, PROPOSAL_RETRACTED ->
          detailed(change, null, term(format, "proposal", change.to()));
      case REOPENED -> changed(change, format, value -> format.term("status", value));
      case SPLIT, CARRIED_OVER, WITHDRAWN ->
          detailed(change, null, change.to() == null ? change.from() : change.to());
    };
  }

  private static HistoryRow detailed(
      CommitmentChange change, @Nullable LocalText ministry, @Nullable String detail) {
    return new HistoryRow(change, ministry, null, null, null, detail);
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
