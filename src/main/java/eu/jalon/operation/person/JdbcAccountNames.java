package eu.jalon.operation.person;

import eu.jalon.directory.people.AccountNames;
import eu.jalon.shared.PersonId;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Replaces an account name in all tables of Jalon and of the engine. Columns are found by their
 * names, so that a new table is not forgotten. The audit log is append-only; its entries are
 * deleted when their retention period is over.
 */
@Repository
class JdbcAccountNames implements AccountNames {

  private static final String AUDIT = "audit_entry";
  private static final String PEOPLE = "person";

  /** Columns with a former and a new value, which can be an account name. */
  private static final Pattern VALUE_COLUMN = Pattern.compile("(?i)(?:old|new|org)_value_?");

  private final JdbcClient jdbc;
  private final JdbcPersonRows rows;

  JdbcAccountNames(JdbcClient jdbc, JdbcPersonRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public void replace(PersonId account, PersonId by) {
    for (JdbcPersonRows.Column column : rows.allColumns()) {
      if (isReplaced(column)) {
        jdbc.sql(
                "update \"%1$s\" set \"%2$s\" = :by where \"%2$s\" = :account"
                    .formatted(column.table(), column.name()))
            .param("by", by.value())
            .param("account", account.value())
            .update();
      }
    }
  }

  private static boolean isReplaced(JdbcPersonRows.Column column) {
    return !column.table().equalsIgnoreCase(AUDIT)
        && !column.table().equalsIgnoreCase(PEOPLE)
        && (JdbcPersonRows.PERSON_COLUMN.matcher(column.name()).matches()
            || VALUE_COLUMN.matcher(column.name()).matches());
  }
}
