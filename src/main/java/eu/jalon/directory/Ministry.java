package eu.jalon.directory;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ministry or coordinating team of one party.
 *
 * @param coordination whether it is the coordinating team of its party
 * @param box the shared mailbox that gets the ministry's reminders, if there is one
 * @param mergedInto the ministry that took over; absent while it exists
 */
public record Ministry(
    MinistryCode code,
    boolean coordination,
    LocalText name,
    @Nullable Mailbox box,
    @Nullable MinistryCode mergedInto) {

  /** A shared e-mail address without an account, and the language of its e-mails. */
  public record Mailbox(EmailAddress address, Language language) {}

  private static final String MAILBOX = "mailbox.";

  public Ministry {
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, Person.LONGEST_NAME));
  }

  /** Returns the id that identifies the mailbox as a recipient; no account id has this prefix. */
  public PersonId mailboxId() {
    return new PersonId(MAILBOX + code.value().toLowerCase(Locale.ROOT));
  }

  /**
   * Checks that no party has two coordinating ministries.
   *
   * @throws ValidationError {@code party.twoCoordinations} otherwise
   */
  public static void requireOneCoordination(Collection<Ministry> ministries) {
    Map<PartyCode, MinistryCode> found = new HashMap<>();
    for (Ministry ministry : ministries) {
      MinistryCode first =
          ministry.coordination() ? found.putIfAbsent(ministry.party(), ministry.code()) : null;
      if (first != null) {
        throw ValidationError.conflict(
            "party.twoCoordinations", ministry.party(), first, ministry.code());
      }
    }
  }

  /** Returns whether a recipient is the mailbox of a ministry. */
  public static boolean isMailbox(PersonId id) {
    return id.value().startsWith(MAILBOX);
  }

  /** Creates a ministry that was not merged into another one. */
  public Ministry(MinistryCode code, boolean coordination, LocalText name, @Nullable Mailbox box) {
    this(code, coordination, name, box, null);
  }

  /** Returns whether it was not merged into another one. */
  public boolean isOpen() {
    return mergedInto == null;
  }

  /** Creates a ministry without a mailbox. */
  public Ministry(MinistryCode code, boolean coordination, LocalText name) {
    this(code, coordination, name, null);
  }

  public Optional<Mailbox> mailbox() {
    return Optional.ofNullable(box);
  }

  public PartyCode party() {
    return code.party();
  }
}
