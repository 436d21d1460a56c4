package eu.jalon.directory;

import eu.jalon.shared.PersonId;
import java.util.List;

/**
 * An event: an administrator added or changed an entry of the directory.
 *
 * @param what the entry, for example {@code party=NL}
 * @param fields the names of the changed fields; empty for a new entry
 */
public record DirectoryChange(String what, List<String> fields, boolean added, PersonId by) {

  static DirectoryChange added(String what, PersonId by) {
    return new DirectoryChange(what, List.of(), true, by);
  }

  static DirectoryChange changed(String what, List<String> fields, PersonId by) {
    return new DirectoryChange(what, List.copyOf(fields), false, by);
  }
}
