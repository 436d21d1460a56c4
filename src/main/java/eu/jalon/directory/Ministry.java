package eu.jalon.directory;

import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.TextPolicy;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An owner organisation of one country.
 *
 * @param coordination whether it is its country's coordinating team
 * @param box a mailbox that hears of what the ministry has to do, where it has one
 */
public record Ministry(
    MinistryCode code, boolean coordination, LocalText name, @Nullable Mailbox box) {

  /** An address of a ministry, without an account, and the language it is written to in. */
  public record Mailbox(EmailAddress address, Language language) {}

  private static final String MAILBOX = "mailbox.";

  public Ministry {
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, Person.LONGEST_NAME));
  }

  /** What its mailbox is recorded under beside the accounts of people, none of which begin so. */
  public PersonId mailboxId() {
    return new PersonId(MAILBOX + code.value().toLowerCase(Locale.ROOT));
  }

  /** Whether an email's reader is a ministry's mailbox. */
  public static boolean isMailbox(PersonId id) {
    return id.value().startsWith(MAILBOX);
  }

  /** A ministry without a mailbox of its own. */
  public Ministry(MinistryCode code, boolean coordination, LocalText name) {
    this(code, coordination, name, null);
  }

  public Optional<Mailbox> mailbox() {
    return Optional.ofNullable(box);
  }

  public Country country() {
    return code.country();
  }
}
