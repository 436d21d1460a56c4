package eu.jalon.operation.command;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Copies all rows of H2 to the same tables on PostgreSQL, in one transaction there. Foreign keys
 * are taken off before and put back after, which checks them.
 */
final class JdbcCopy {

  private static final int BATCH = 500;

  /** What the schema's own scripts have written in the target, and must not be copied. */
  private static final String SCHEMA_HISTORY = "flyway_schema_history";

  /** A column with its type in the target. */
  private record Column(String name, String type) {}

  /** A foreign key and the statement that creates it. */
  private record ForeignKey(String table, String name, String definition) {}

  private final DataSource target;

  JdbcCopy(DataSource target) {
    this.target = target;
  }

  boolean isEmpty() {
    try (Connection connection = target.getConnection()) {
      return tables(connection).isEmpty();
    } catch (SQLException unreachable) {
      throw new CommandFailedException(
          "The database to copy to cannot be used: " + unreachable.getMessage());
    }
  }

  /** Returns the number of rows. */
  long from(DataSource source) {
    try (Connection reader = source.getConnection();
        Connection writer = target.getConnection()) {
      writer.setAutoCommit(false);
      List<ForeignKey> keys = foreignKeys(writer);
      for (ForeignKey key : keys) {
        execute(writer, "alter table %s drop constraint %s".formatted(key.table(), key.name()));
      }
      List<String> tables = tables(writer);
      for (String table : tables) {
        // The audit log would refuse to be emptied of what the creation of the schema recorded.
        execute(writer, "alter table " + table + " disable trigger user");
      }
      execute(writer, "truncate table " + String.join(", ", tables));
      long rows = 0;
      for (String table : tables) {
        rows += copy(table, reader, writer);
      }
      for (String table : tables) {
        execute(writer, "alter table " + table + " enable trigger user");
      }
      for (ForeignKey key : keys) {
        execute(
            writer,
            "alter table %s add constraint %s %s"
                .formatted(key.table(), key.name(), key.definition()));
      }
      writer.commit();
      return rows;
    } catch (SQLException failed) {
      throw new DataAccessResourceFailureException("Nothing was copied", failed);
    }
  }

  private static long copy(String table, Connection reader, Connection writer) throws SQLException {
    List<Column> columns = columns(table, writer);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(JdbcCopy::parameter).collect(Collectors.joining(", "));
    long rows = 0;
    try (Statement select = reader.createStatement();
        ResultSet row = select.executeQuery("select " + names + " from " + table);
        PreparedStatement insert =
            writer.prepareStatement(
                "insert into %s (%s) overriding system value values (%s)"
                    .formatted(table, names, values))) {
      while (row.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          set(insert, i, columns.get(i - 1).type(), row, writer);
        }
        insert.addBatch();
        if (++rows % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    for (Column column : columns) {
      advance(table, column.name(), writer);
    }
    return rows;
  }

  private static String parameter(Column column) {
    return column.type().equals("uuid") ? "cast(? as uuid)" : "?";
  }

  private static void set(
      PreparedStatement insert, int index, String type, ResultSet row, Connection writer)
      throws SQLException {
    switch (type) {
      case "bytea" -> insert.setBytes(index, row.getBytes(index));
      case "bool" -> {
        boolean value = row.getBoolean(index);
        insert.setObject(index, row.wasNull() ? null : value, Types.BOOLEAN);
      }
      case "timestamp" -> insert.setTimestamp(index, row.getTimestamp(index));
      case "timestamptz" -> insert.setObject(index, row.getObject(index, OffsetDateTime.class));
      case "date" -> insert.setObject(index, row.getObject(index, LocalDate.class));
      case "time" -> insert.setObject(index, row.getObject(index, LocalTime.class));
      case "int2", "int4", "int8", "numeric", "float8" ->
          insert.setObject(index, row.getBigDecimal(index), Types.NUMERIC);
      default -> {
        if (type.startsWith("_")) {
          insert.setArray(index, array(row.getArray(index), writer));
        } else {
          insert.setString(index, row.getString(index));
        }
      }
    }
  }

  private static @Nullable Array array(@Nullable Array values, Connection writer)
      throws SQLException {
    return values == null ? null : writer.createArrayOf("varchar", (Object[]) values.getArray());
  }

  /** The next generated number of an identity column comes after the copied ones. */
  private static void advance(String table, String column, Connection writer) throws SQLException {
    try (PreparedStatement find = writer.prepareStatement("select pg_get_serial_sequence(?, ?)")) {
      find.setString(1, table);
      find.setString(2, column);
      try (ResultSet sequence = find.executeQuery()) {
        if (sequence.next() && sequence.getString(1) != null) {
          execute(
              writer,
              "select setval('%s', coalesce((select max(%s) from %s), 0) + 1, false)"
                  .formatted(sequence.getString(1), column, table));
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return query(
            connection,
            """
            select table_name, ''
            from information_schema.tables
            where table_schema = current_schema and table_type = 'BASE TABLE'
            order by table_name
            """)
        .stream()
        .map(row -> row.get(0))
        .filter(table -> !table.toLowerCase(Locale.ROOT).equals(SCHEMA_HISTORY))
        .toList();
  }

  private static List<Column> columns(String table, Connection connection) throws SQLException {
    return query(
            connection,
            """
            select column_name, udt_name
            from information_schema.columns
            where table_schema = current_schema and table_name = '%s' and is_generated = 'NEVER'
            order by ordinal_position
            """
                .formatted(table))
        .stream()
        .map(row -> new Column(row.get(0), row.get(1)))
        .toList();
  }

  private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
    return query(
            connection,
            """
            select conrelid::regclass::text || '|' || conname, pg_get_constraintdef(oid)
            from pg_constraint
            where contype = 'f' and connamespace = current_schema::regnamespace
            """)
        .stream()
        .map(
            row -> {
              String[] name = row.get(0).split("\\|", -1);
              return new ForeignKey(name[0], name[1], row.get(1));
            })
        .toList();
  }

  /** Rows of two texts. */
  private static List<List<String>> query(Connection connection, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(List.of(row.getString(1), row.getString(2)));
      }
    }
    return rows;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
