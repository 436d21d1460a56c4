package eu.jalon.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Rejects updates of audit entries on H2, and deletions unless {@link #allow} has announced them;
 * public because H2 creates it by class name.
 */
public class AppendOnlyTrigger implements Trigger {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** The position of {@code audit_entry.at}. */
  private static final int AT = 1;

  /**
   * Allows this session to delete entries of before an instant; the function {@code
   * audit_retention} of the database.
   *
   * @param limit an instant (ISO 8601); empty to allow no deletion
   */
  public static String allow(Connection connection, String limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("set @audit_retention = ?")) {
      statement.setString(1, limit);
      statement.execute();
    }
    return limit;
  }

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    if (after == null
        && before != null
        && before[AT] instanceof OffsetDateTime at
        && isAllowed(connection, at.toInstant())) {
      return;
    }
    throw new SQLException("Audit entries cannot be changed or deleted", INSUFFICIENT_PRIVILEGE);
  }

  private static boolean isAllowed(Connection connection, Instant at) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @audit_retention")) {
      String limit = row.next() ? row.getString(1) : null;
      return limit != null && !limit.isEmpty() && at.isBefore(Instant.parse(limit));
    }
  }
}
