package eu.jalon.pages.views;

/**
 * A list that somebody gave a name to.
 *
 * @param query what stands behind the question mark of the list's address
 * @param opening whether the list opens with it
 */
public record SavedView(long id, String name, String query, boolean opening) {

  /** The longest name, in characters. */
  public static final int MAX_NAME = 60;

  /** The longest query, in characters. */
  public static final int MAX_QUERY = 2000;

  /** So many may a person have. */
  public static final int MOST = 30;
}
