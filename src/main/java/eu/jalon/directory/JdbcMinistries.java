package eu.jalon.directory;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcMinistries {

  private final JdbcClient jdbc;

  JdbcMinistries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Ministry> all() {
    return jdbc.sql(
            """
            select code, coordination, name, mailbox, mailbox_language
            from ministry
            order by code
            """)
        .query(
            (row, n) ->
                new Ministry(
                    new MinistryCode(row.getString("code")),
                    row.getBoolean("coordination"),
                    TextColumn.read(row, "name"),
                    mailbox(row)))
        .list();
  }

  private static Ministry.@Nullable Mailbox mailbox(ResultSet row) throws SQLException {
    String address = row.getString("mailbox");
    return address == null
        ? null
        : new Ministry.Mailbox(
            new EmailAddress(address), Language.of(row.getString("mailbox_language")));
  }

  void merge(List<Ministry> entered) {
    for (Ministry ministry : entered) {
      if (write(UPDATE, ministry) == 0) {
        write(INSERT, ministry);
      }
    }
  }

  private int write(String sql, Ministry ministry) {
    return jdbc.sql(sql)
        .param("code", ministry.code().value())
        .param("party", ministry.party().value())
        .param("coordination", ministry.coordination())
        .param("name", TextColumn.write(ministry.name()))
        .param("mailbox", ministry.mailbox().map(box -> box.address().value()).orElse(null))
        .param("language", ministry.mailbox().map(box -> box.language().code()).orElse(null))
        .update();
  }

  private static final String UPDATE =
      """
      update ministry
      set party = :party, coordination = :coordination,
          name = :name,
          mailbox = :mailbox, mailbox_language = :language
      where code = :code
      """;

  private static final String INSERT =
      """
      insert into ministry
        (code, party, coordination, name, mailbox, mailbox_language)
      values
        (:code, :party, :coordination, :name, :mailbox, :language)
      """;
}
