package eu.jalon.pages.views;

/**
 * A list saved under a name.
 *
 * @param query the query string of the list
 * @param opening whether the list opens with it
 */
public record SavedView(long id, String name, String query, boolean opening) {

  /** The longest name, in characters. */
  public static final int MAX_NAME = 60;

  /** The longest query, in characters. */
  public static final int MAX_QUERY = 2000;

  /** The maximum number of views of a user. */
  public static final int MOST = 30;
}
