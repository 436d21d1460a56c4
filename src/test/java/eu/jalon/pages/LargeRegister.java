package eu.jalon.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the sample register on PostgreSQL larger. */
final class LargeRegister {

  private static final List<String> TABLES =
      List.of(
          "commitment",
          "commitment_lead",
          "commitment_associate",
          "commitment_search",
          "commitment_change",
          "progress_report",
          "action_item");

  private LargeRegister() {}

  /**
   * Copies all commitments of the sample register with all that belongs to them, under references
   * of their own.
   *
   * @param first the number of the first copy, from 1
   * @param last the number of the last copy
   */
  static void copyCommitments(JdbcClient jdbc, int first, int last) {
    for (String table : TABLES) {
      List<String> columns =
          jdbc.sql(
                  """
                  select lower(column_name) from information_schema.columns
                  where table_schema = 'public' and lower(table_name) = :table
                    and is_identity = 'NO' and is_generated = 'NEVER'
                  """)
              .param("table", table)
              .query(String.class)
              .list();
      String values = columns.stream().map(LargeRegister::copied).collect(Collectors.joining(", "));
      jdbc.sql(
              """
              insert into %1$s (%2$s)
              select %3$s from %1$s t
              join commitment c on c.ref = t.ref and c.position < 100
              cross join generate_series(%4$d, %5$d) n(x)
              """
                  .formatted(table, String.join(", ", columns), values, first, last))
          .update();
    }
  }

  private static String copied(String column) {
    return switch (column) {
      case "ref" -> "c.meeting_id || '-' || c.theme || '.' || (c.position + 100 * n.x)";
      case "position" -> "c.position + 100 * n.x";
      case "id", "process_instance_id" -> "t." + column + " || '-' || n.x";
      default -> "t." + column;
    };
  }
}
