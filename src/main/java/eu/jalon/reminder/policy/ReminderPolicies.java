package eu.jalon.reminder.policy;

import eu.jalon.directory.cache.ShortLivedCache;
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
 * Provides the reminder policy in force. At each start the configured one ({@code
 * jalon.reminder.policy}) comes into force if it is new and valid; otherwise the error is recorded
 * and the policy before stays in force.
 */
@Service
public class ReminderPolicies implements SmartInitializingSingleton {

  /** The policy inside the application; a test checks that it is valid. */
  static final String SHIPPED = "processes/reminder-policy.dmn";

  private static final Logger log = LoggerFactory.getLogger(ReminderPolicies.class);
  private static final int MAX_BYTES = 1_000_000;

  private record Loaded(long id, CachedReminderPolicy policy) {}

  private final JdbcReminderPolicies rows;
  private final ReminderPolicyReader reader;
  private final Resource configured;
  private final Clock clock;
  private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();
  private final ShortLivedCache<JdbcReminderPolicies.Stored> latest =
      new ShortLivedCache<>(this::latest);

  ReminderPolicies(
      JdbcReminderPolicies rows,
      ReminderPolicyReader reader,
      @Value("${jalon.reminder.policy:classpath:" + SHIPPED + "}") Resource configured,
      Clock clock) {
    this.rows = rows;
    this.reader = reader;
    this.configured = configured;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      activate(configured);
    } catch (IOException e) {
      reject(ValidationError.invalid("policy.unreadable", String.valueOf(e.getMessage())));
    } catch (ValidationError error) {
      reject(error);
    }
  }

  private void activate(Resource table) throws IOException {
    byte[] bytes = bytes(table);
    String sha256 = sha256(bytes);
    if (rows.latest().filter(latest -> latest.sha256().equals(sha256)).isPresent()) {
      rows.accepted();
      return;
    }
    String dmn = text(bytes);
    if (!isShipped(table)) {
      ReminderPolicyCheck.check(reader.read(dmn));
    }
    rows.put(sha256, table.getDescription(), dmn, clock.instant());
    latest.invalidate();
    rows.accepted();
    log.info("The reminder policy of {} is in force", table.getDescription());
  }

  private void reject(ValidationError error) {
    String source = configured.getDescription();
    log.error(
        "Rejected the reminder policy of {}; the previous one stays in force: {}",
        source,
        error.getMessage());
    rows.refused(
        new PolicyInForce.Refused(
            source,
            error.key(),
            error.arguments().stream().map(String::valueOf).toList(),
            clock.instant()));
    if (rows.latest().isEmpty()) {
      activateShipped();
    }
  }

  private void activateShipped() {
    try {
      byte[] bytes = bytes(new ClassPathResource(SHIPPED));
      rows.put(sha256(bytes), SHIPPED, text(bytes), clock.instant());
      latest.invalidate();
    } catch (IOException e) {
      throw new IllegalStateException(SHIPPED + " is missing from the application", e);
    }
  }

  private static boolean isShipped(Resource table) {
    return table instanceof ClassPathResource resource && resource.getPath().equals(SHIPPED);
  }

  /**
   * The policy in force on all nodes; read from the database when its id has changed. A node that
   * starts with a new one is followed after at most ten seconds.
   */
  public CachedReminderPolicy policy() {
    long id = latest.get().id();
    Loaded current = loaded.get();
    if (current == null || current.id() != id) {
      current = new Loaded(id, new CachedReminderPolicy(reader.read(rows.text(id))));
      loaded.set(current);
    }
    return current.policy();
  }

  /** The policy in force with its source, for display. */
  public PolicyInForce inForce() {
    JdbcReminderPolicies.Stored stored = latest.get();
    return new PolicyInForce(
        policy().rules(), stored.source(), stored.since(), rows.refusal().orElse(null));
  }

  /** The policy that was rejected at the last start, if any. */
  public Optional<PolicyInForce.Refused> refused() {
    return rows.refusal();
  }

  private JdbcReminderPolicies.Stored latest() {
    return rows.latest().orElseThrow(() -> new IllegalStateException("No reminder policy"));
  }

  private static byte[] bytes(Resource table) throws IOException {
    try (InputStream in = table.getInputStream()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw ValidationError.invalid("policy.large", MAX_BYTES / 1_000_000);
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
