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

/** Stores delivery reports with their e-mail, and the undeliverable addresses. */
@Repository
class JdbcBounces {

  /** An e-mail that the relay may have accepted is not tried again. */
  private static final String FAILED =
      """
      update email
      set bounced_at = cast(:at as timestamp with time zone), bounce = :bounce,
          closed_at = case when status = 'UNKNOWN' then cast(:at as timestamp with time zone)
                           else closed_at end,
          status = case when status in ('SENT', 'UNKNOWN') then 'BOUNCED' else status end
      where id = :id
      """;

  /** A report of a delay does not replace one of a failure. */
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

  /** Records a report of a failure. */
  void failed(UUID email, String bounce, Instant at) {
    mark(FAILED, email, bounce, at);
  }

  /** Records a report of a delay. */
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

  /** Inserts or updates an address; the time of the first failure is kept. */
  void put(UndeliverableAddress address) {
    int updated = write(UPDATE, address).update();
    if (updated == 0) {
      write(INSERT, address).param("since", address.since().atOffset(ZoneOffset.UTC)).update();
    }
  }

  private JdbcClient.StatementSpec write(String sql, UndeliverableAddress undeliverable) {
    return jdbc.sql(sql)
        .param("address", undeliverable.address().value())
        .param("status", undeliverable.status())
        .param("diagnostic", undeliverable.diagnostic())
        .param("email", undeliverable.email())
        .param("permanent", undeliverable.permanent());
  }

  List<UndeliverableAddress> addresses(int max) {
    return jdbc.sql(SELECT + " order by since desc, address limit :max")
        .param("max", max)
        .query(JdbcBounces::address)
        .list();
  }

  Optional<UndeliverableAddress> find(String address) {
    return jdbc.sql(SELECT + " where address = :address")
        .param("address", address)
        .query(JdbcBounces::address)
        .optional();
  }

  void delete(String address) {
    jdbc.sql("delete from undeliverable_address where address = :address")
        .param("address", address)
        .update();
  }

  private static UndeliverableAddress address(ResultSet row, int n) throws SQLException {
    return new UndeliverableAddress(
        new EmailAddress(row.getString("address")),
        row.getString("status"),
        row.getString("diagnostic"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("email_id", UUID.class),
        row.getBoolean("permanent"));
  }
}
