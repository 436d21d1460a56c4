package eu.jalon.mail.bounce;

import eu.jalon.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came back, as rows: on the email, and by address. */
@Repository
class JdbcBounces {

  /** An e-mail that the relay accepted, or may have, is tried no more once it came back. */
  private static final String FAILED =
      """
      update email
      set bounced_at = cast(:at as timestamp with time zone), bounce = :bounce,
          closed_at = case when status = 'UNKNOWN' then cast(:at as timestamp with time zone)
                           else closed_at end,
          status = case when status in ('SENT', 'UNKNOWN') then 'BOUNCED' else status end
      where id = :id
      """;

  /** A report of a delay does not replace that of a failure. */
  private static final String DELAYED =
      """
      update email
      set bounced_at = cast(:at as timestamp with time zone), bounce = :bounce
      where id = :id and status <> 'BOUNCED'
      """;

  private static final String UPDATE =
      """
      update undeliverable_address
      set status = :status, diagnostic = :diagnostic, email_id = :email, permanent = :permanent
      where address = :address
      """;

  private static final String INSERT =
      """
      insert into undeliverable_address (address, status, diagnostic, since, email_id, permanent)
      values (:address, :status, :diagnostic, :since, :email, :permanent)
      """;

  private static final String SELECT =
      "select address, status, diagnostic, since, email_id, permanent from undeliverable_address";

  private final JdbcClient jdbc;

  JdbcBounces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records that another server could not deliver an email. */
  void failed(UUID email, String bounce, Instant at) {
    mark(FAILED, email, bounce, at);
  }

  /** Records that another server could not deliver an email yet. */
  void delayed(UUID email, String bounce, Instant at) {
    mark(DELAYED, email, bounce, at);
  }

  private void mark(String sql, UUID email, String bounce, Instant at) {
    jdbc.sql(sql)
        .param("id", email)
        .param("bounce", bounce)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Enters an address, or the latest words about one that is there; its first moment stays. */
  void refuse(UndeliverableAddress refusal) {
    int updated = write(UPDATE, refusal).update();
    if (updated == 0) {
      write(INSERT, refusal).param("since", refusal.since().atOffset(ZoneOffset.UTC)).update();
    }
  }

  private JdbcClient.StatementSpec write(String sql, UndeliverableAddress refusal) {
    return jdbc.sql(sql)
        .param("address", refusal.address().value())
        .param("status", refusal.status())
        .param("diagnostic", refusal.diagnostic())
        .param("email", refusal.email())
        .param("permanent", refusal.permanent());
  }

  List<UndeliverableAddress> refusals(int most) {
    return jdbc.sql(SELECT + " order by since desc, address limit :most")
        .param("most", most)
        .query(JdbcBounces::refusal)
        .list();
  }

  Optional<UndeliverableAddress> refusal(String address) {
    return jdbc.sql(SELECT + " where address = :address")
        .param("address", address)
        .query(JdbcBounces::refusal)
        .optional();
  }

  void forget(String address) {
    jdbc.sql("delete from undeliverable_address where address = :address")
        .param("address", address)
        .update();
  }

  private static UndeliverableAddress refusal(ResultSet row, int n) throws SQLException {
    return new UndeliverableAddress(
        new EmailAddress(row.getString("address")),
        row.getString("status"),
        row.getString("diagnostic"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("email_id", UUID.class),
        row.getBoolean("permanent"));
  }
}
