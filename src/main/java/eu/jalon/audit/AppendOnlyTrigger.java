package eu.jalon.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses to change or delete a line on H2, which makes it by its name; hence public. */
public class AppendOnlyTrigger implements Trigger {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @Override
  public void fire(
      Connection connection,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("The audit log is kept as it was written", INSUFFICIENT_PRIVILEGE);
  }
}
