package eu.jalon.reminder.policy;

import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * Keeps the reminder policy in force: at each start it takes the configured one ({@code
 * jalon.reminder.policy}) if that is new and sound, and otherwise says why not and goes on with the
 * one it has.
 */
@Service
public class ReminderPolicies implements SmartInitializingSingleton {

  /** The table that comes with the application; a test holds that it is sound. */
  static final String SHIPPED = "processes/reminder-policy.dmn";

  private static final Logger log = LoggerFactory.getLogger(ReminderPolicies.class);
  private static final int LARGEST = 1_000_000;

  private record Loaded(long id, CachedReminderPolicy policy) {}

  private final JdbcReminderPolicies rows;
  private final ReminderPolicyReader tables;
  private final Resource configured;
  private final Clock clock;
  private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

  ReminderPolicies(
      JdbcReminderPolicies rows,
      ReminderPolicyReader tables,
      @Value("${jalon.reminder.policy:classpath:" + SHIPPED + "}") Resource configured,
      Clock clock) {
    this.rows = rows;
    this.tables = tables;
    this.configured = configured;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      take(configured);
    } catch (IOException e) {
      refuse(ValidationError.invalid("policy.unreadable", String.valueOf(e.getMessage())));
    } catch (ValidationError refusal) {
      refuse(refusal);
    }
  }

  private void take(Resource table) throws IOException {
    byte[] bytes = bytes(table);
    String sha256 = sha256(bytes);
    if (rows.latest().filter(latest -> latest.sha256().equals(sha256)).isPresent()) {
      rows.accepted();
      return;
    }
    String dmn = text(bytes);
    if (!isShipped(table)) {
      ReminderPolicyCheck.check(tables.read(dmn));
    }
    rows.put(sha256, table.getDescription(), dmn, clock.instant());
    rows.accepted();
    log.info("The reminder policy of {} is in force", table.getDescription());
  }

  private void refuse(ValidationError refusal) {
    String source = configured.getDescription();
    log.error(
        "The reminder policy of {} is refused, the one before stays in force: {}",
        source,
        refusal.getMessage());
    rows.refused(
        new PolicyInForce.Refused(
            source,
            refusal.key(),
            refusal.arguments().stream().map(String::valueOf).toList(),
            clock.instant()));
    if (rows.latest().isEmpty()) {
      takeShipped();
    }
  }

  private void takeShipped() {
    try {
      byte[] bytes = bytes(new ClassPathResource(SHIPPED));
      rows.put(sha256(bytes), SHIPPED, text(bytes), clock.instant());
    } catch (IOException e) {
      throw new IllegalStateException(SHIPPED + " is missing from the application", e);
    }
  }

  private static boolean isShipped(Resource table) {
    return table instanceof ClassPathResource resource && resource.getPath().equals(SHIPPED);
  }

  /** The table by which rounds are planned now, on this node and the others. */
  public CachedReminderPolicy policy() {
    JdbcReminderPolicies.Stored latest = latest();
    Loaded current = loaded.get();
    if (current == null || current.id() != latest.id()) {
      current =
          new Loaded(latest.id(), new CachedReminderPolicy(tables.read(rows.text(latest.id()))));
      loaded.set(current);
    }
    return current.policy();
  }

  /** The table in force, to be shown. */
  public PolicyInForce inForce() {
    JdbcReminderPolicies.Stored latest = latest();
    return new PolicyInForce(
        policy().lines(), latest.source(), latest.since(), rows.refusal().orElse(null));
  }

  /** A newer table that was refused at the last start. */
  public Optional<PolicyInForce.Refused> refused() {
    return rows.refusal();
  }

  private JdbcReminderPolicies.Stored latest() {
    return rows.latest().orElseThrow(() -> new IllegalStateException("No reminder policy"));
  }

  private static byte[] bytes(Resource table) throws IOException {
    try (InputStream in = table.getInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw ValidationError.invalid("policy.large", LARGEST / 1_000_000);
      }
      return bytes;
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ValidationError.invalid("policy.notDmn", "UTF-8");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
