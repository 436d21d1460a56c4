package eu.jalon.operation.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the rows that name a person in the tables of Jalon and of the engine. Columns are found by
 * their names, so that a new table is not forgotten. Texts about restricted commitments are left
 * out.
 */
@Repository
public class JdbcPersonRows {

  /** Columns that hold the account of a person. */
  public static final Pattern PERSON_COLUMN =
      Pattern.compile(
          "(?i)(?:\\w+_)?person|person_id|substitute_id|stands_for|\\w+_by|assignee_?|owner_|assigner_id_|(?:start_)?user_id_");

  private static final String PEOPLE = "person";
  private static final String PASSKEYS = "passkey";

  /** Columns with values that are not given to users. */
  private static final Set<String> SECRETS = Set.of("password_hash", "token_hash");

  /** A column that is wider holds what users typed; narrower ones hold codes. */
  private static final int WIDEST_CODE = 100;

  /** A column of a table, both as the database spells them. */
  record Column(String table, String name) {}

  private final JdbcClient jdbc;

  JdbcPersonRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the rows by table; empty if the account appears nowhere. */
  public Map<String, List<Map<String, Object>>> rows(String account) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Column column : columns()) {
      columns.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column.name());
    }
    Set<String> restricted =
        Set.copyOf(
            jdbc.sql("select distinct thing from operation_restricted").query(String.class).list());
    Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
    columns.forEach(
        (table, names) -> {
          List<Map<String, Object>> rows = rows(table, names, account, restricted);
          if (!rows.isEmpty()) {
            found.put(table.toLowerCase(Locale.ROOT), rows);
          }
        });
    // Their table names no account.
    List<Map<String, Object>> passkeys =
        jdbc.sql("select * from operation_passkey where person_id = :account")
            .param("account", account)
            .query((row, n) -> row(row, PASSKEYS, restricted))
            .list();
    if (!passkeys.isEmpty()) {
      found.put(PASSKEYS, passkeys);
    }
    return found;
  }

  private List<Map<String, Object>> rows(
      String table, List<String> columns, String account, Set<String> restricted) {
    List<String> conditions = columns.stream().map(name -> '"' + name + "\" = :account").toList();
    return jdbc.sql("select * from \"" + table + "\" where " + String.join(" or ", conditions))
        .param("account", account)
        .query((row, n) -> row(row, table, restricted))
        .list();
  }

  private List<Column> columns() {
    return allColumns().stream().filter(JdbcPersonRows::namesPerson).toList();
  }

  /** Returns the columns of all tables. */
  List<Column> allColumns() {
    return jdbc.sql(
            """
            select c.table_name, c.column_name
            from information_schema.columns c
            join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
            order by c.table_name, c.column_name
            """)
        .query((row, n) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  private static boolean namesPerson(Column column) {
    return PERSON_COLUMN.matcher(column.name()).matches()
        || (column.table().equalsIgnoreCase(PEOPLE) && column.name().equalsIgnoreCase("id"));
  }

  private static Map<String, Object> row(ResultSet row, String table, Set<String> restricted)
      throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> texts = new HashSet<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
      Object value = value(row, i);
      if (value != null && !SECRETS.contains(name)) {
        values.put(name, value);
      }
      if (value instanceof String && row.getMetaData().getPrecision(i) > WIDEST_CODE) {
        texts.add(name);
      }
    }
    boolean about =
        values.values().stream().anyMatch(value -> restricted.contains(String.valueOf(value)))
            || restricted.contains(table.toLowerCase(Locale.ROOT) + " " + values.get("id"));
    if (about) {
      values.keySet().removeAll(texts);
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    return switch (row.getMetaData().getColumnType(column)) {
      case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
          yield null;
        }
        yield bytes.length + " bytes";
      }
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.BOOLEAN, Types.DOUBLE ->
          row.getObject(column);
      default -> row.getString(column);
    };
  }
}
