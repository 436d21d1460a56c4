package eu.jalon.directory;

import java.util.List;

/** Port to a system with its own copy of users, groups and series, such as the process engine. */
public interface IdentityMirror {

  /** Makes the mirrored users and groups equal to the directory; idempotent. */
  void mirror(List<Ministry> ministries, List<Person> people);

  /** Makes the mirrored series, and which ministries are in them, equal to it; idempotent. */
  void mirrorSeries(List<Series> series, List<Ministry> ministries);
}
