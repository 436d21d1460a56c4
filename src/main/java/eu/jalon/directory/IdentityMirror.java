package eu.jalon.directory;

import java.util.List;

/** Port: whoever keeps accounts of his own for our people, and must be told of each change. */
public interface IdentityMirror {

  /**
   * Makes the mirrored accounts and groups equal to the directory; repeating it changes nothing.
   */
  void mirror(List<Ministry> ministries, List<Person> people);
}
