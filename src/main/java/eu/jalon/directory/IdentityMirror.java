package eu.jalon.directory;

import java.util.List;

/** Port to a system with its own copy of users and groups, such as the process engine. */
public interface IdentityMirror {

  /** Makes the mirrored users and groups equal to the directory; idempotent. */
  void mirror(List<Ministry> ministries, List<Person> people);
}
