package eu.jalon.reminder.wording;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section of a digest with what changed in commitments, latest first. */
final class NewsSection {

  private static final int MAX_REASON = 300;

  private final EmailMessages texts;
  private final MinistryNames ministries;
  private final LinkProperties links;
  private final ZoneId zone;

  NewsSection(EmailMessages texts, DigestWriter.Addressee addressee, LinkProperties links) {
    this.texts = texts;
    this.ministries = addressee.ministryNames();
    this.links = links;
    this.zone = addressee.zone();
  }

  /**
   * The section; empty without news.
   *
   * @param most the most entries listed
   */
  Optional<EmailContent.Section> of(List<ChangeNotice> news, int most) {
    if (news.isEmpty()) {
      return Optional.empty();
    }
    List<ChangeNotice> latest = new ArrayList<>(news);
    latest.sort((one, other) -> Long.compare(other.id(), one.id()));
    int unlisted = Math.max(0, latest.size() - most);
    return Optional.of(
        new EmailContent.Section(
            texts.text("heading.news", latest.size()),
            "",
            List.of(),
            latest.stream().limit(most).map(this::item).toList(),
            unlisted == 0 ? "" : texts.text("more.news", unlisted),
            links.to("/my-work")));
  }

  private EmailContent.Item item(ChangeNotice notice) {
    CommitmentChange change = notice.change();
    boolean former = notice.isFormer();
    List<EmailContent.Property> properties = new ArrayList<>();
    MinistryCode by = notice.by();
    if (by != null) {
      properties.add(property("label.by", sided(by)));
    }
    about(change).ifPresent(value -> properties.add(property("label.about", value)));
    value(change).ifPresent(value -> properties.add(property("label.news", value)));
    String reason = change.reason();
    if (reason != null) {
      properties.add(
          property(
              change.type() == CommitmentChange.Type.NOTE_ADDED ? "label.note" : "label.reason",
              EmailMessages.shortened(EmailMessages.oneLine(reason), MAX_REASON)));
    }
    return new EmailContent.Item(
        change.ref().value(),
        texts.term("change." + change.type().name()),
        EmailMessages.oneLine(notice.title().in(texts.language())),
        notice.title().languageIn(texts.language()).code(),
        properties,
        "",
        texts.longDate(change.at().atZone(zone).toLocalDate()),
        "",
        EmailContent.Urgency.CALM,
        links.to(former ? "/my-work" : "/commitments/" + change.ref().value()),
        texts.text(former ? "button.work" : "button.commitment"),
        List.of(),
        properties.stream()
            .map(property -> texts.labelled(property.label(), property.value()))
            .toList());
  }

  private EmailContent.Property property(String label, String value) {
    return new EmailContent.Property(texts.text(label), value);
  }

  /** A ministry and the code of its party. */
  private String sided(MinistryCode ministry) {
    return ministries.name(ministry) + " (" + ministry.party() + ")";
  }

  /** What a proposal is about, or the other part of a split commitment. */
  private Optional<String> about(CommitmentChange change) {
    Optional<String> about = Optional.ofNullable(change.to());
    return switch (change.type()) {
      case PROPOSAL_CONFIRMED, PROPOSAL_DECLINED, PROPOSAL_RETRACTED ->
          about.map(kind -> texts.term("proposal." + kind));
      case SPLIT -> about;
      default -> Optional.empty();
    };
  }

  /** What is true from now on; empty for what was only asked or refused. */
  private Optional<String> value(CommitmentChange change) {
    String to = change.to();
    if (to == null) {
      return Optional.empty();
    }
    return switch (change.type()) {
      case REPORTED -> Optional.of(texts.term("progress." + to));
      case REASSIGNED, REASSIGNMENT_GRANTED, ASSOCIATED ->
          Optional.of(
              ChangeNotice.ministries(to).stream()
                  .map(ministries::name)
                  .collect(Collectors.joining(", ")));
      case DUE_DATE, ENTERED, EXTENSION_GRANTED -> day(to);
      case PRIORITY -> Optional.of(texts.term("priority." + to));
      case TRACK -> Optional.of(texts.term("track." + to));
      case RESTRICTED -> Optional.of(texts.term("restricted." + to));
      case APPROVAL_CHOSEN -> Optional.of(texts.term("answer." + to));
      case CLOSING_CHOSEN -> Optional.of(texts.term("closing." + to));
      case ACCOUNTABLE, CARRIED_OVER -> Optional.of(to);
      case TAKEN_IN_CHARGE,
          VALIDATED,
          SENT_BACK,
          NOTE_ADDED,
          FILE_ADDED,
          FULFILLED,
          TITLE,
          SUMMARY,
          THEME,
          DEADLINE_RULE,
          TRANSLATED,
          INTERVAL_MISSED,
          EXTENSION_ASKED,
          EXTENSION_REFUSED,
          EXTENSION_RETRACTED,
          REASSIGNMENT_ASKED,
          REASSIGNMENT_REFUSED,
          REASSIGNMENT_RETRACTED,
          WITHDRAWN,
          REOPENED,
          SPLIT,
          PROPOSED,
          PROPOSAL_CONFIRMED,
          PROPOSAL_DECLINED,
          PROPOSAL_RETRACTED ->
          Optional.empty();
    };
  }

  private Optional<String> day(String value) {
    try {
      return Optional.of(texts.longDate(LocalDate.parse(value)));
    } catch (DateTimeParseException aRule) {
      return Optional.empty();
    }
  }
}
