package eu.jalon.shared;

import java.util.Optional;

/**
 * What a module keeps for one person: counted for a preview, handed to a successor, given up when
 * the account is closed, and cleaned when the person is erased. All methods run in the caller's
 * transaction.
 */
public interface PersonalRecords {

  /** The last part of the message keys that name them. */
  String kind();

  /** The number of records that would be handed over or given up. */
  int count(PersonId person);

  /** Hands the records to a colleague with the same role in the same ministry. */
  void handOver(PersonId from, PersonId to);

  /** Gives the records up: tasks become free, personal settings end. */
  void release(PersonId person);

  /**
   * Removes what is personal from records that stay; the account name is replaced everywhere
   * afterwards.
   *
   * @param address the last address of the person
   */
  void erase(PersonId person, Optional<EmailAddress> address);
}
