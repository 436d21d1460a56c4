package eu.jalon.directory.people;

import eu.jalon.shared.PersonId;

/** Port: replaces the account name of an erased person in all records but the audit log. */
public interface AccountNames {

  /** Replaces an account name by another one; the account itself is renamed by the caller. */
  void replace(PersonId account, PersonId by);
}
