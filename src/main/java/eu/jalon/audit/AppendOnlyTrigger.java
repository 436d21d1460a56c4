package eu.jalon.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Rejects updates and deletions of audit entries on H2; public because H2 creates it by class name.
 */
public class AppendOnlyTrigger implements Trigger {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("Audit entries cannot be changed or deleted", INSUFFICIENT_PRIVILEGE);
  }
}
