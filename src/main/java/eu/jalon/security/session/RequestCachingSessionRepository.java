package eu.jalon.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Reads a session once for each request, and writes the time of its last access at most once a
 * minute instead of with each request: most pages then take one statement for it. A session may end
 * a minute early.
 */
final class RequestCachingSessionRepository<S extends Session>
    implements SessionRepository<RequestCachingSessionRepository.CachedSession<S>> {

  static final Duration INTERVAL = Duration.ofMinutes(1);

  private final SessionRepository<S> sessions;

  /** What the request of a thread has read; null outside a request. */
  @SuppressWarnings("ThreadLocalUsage") // There is one repository.
  private final ThreadLocal<@Nullable Request<S>> request = new ThreadLocal<>();

  RequestCachingSessionRepository(SessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  /** Begins a request on this thread, for which no session is read if the database is away. */
  void beginRequest(boolean databaseIsAway) {
    request.set(new Request<>(databaseIsAway));
  }

  /** Reads and writes no more sessions for the request of this thread: each would wait in vain. */
  void databaseIsAway() {
    request.set(new Request<>(true));
  }

  void endRequest() {
    request.remove();
  }

  @Override
  public CachedSession<S> createSession() {
    return new CachedSession<>(sessions.createSession());
  }

  @Override
  public void save(CachedSession<S> session) {
    Request<S> current = request.get();
    if (current == null || !current.withoutSession) {
      sessions.save(session.kept);
    }
  }

  @Override
  public @Nullable CachedSession<S> findById(String id) {
    Request<S> current = request.get();
    if (current != null && current.session != null && current.session.getId().equals(id)) {
      return current.session;
    }
    if (current != null && current.withoutSession) {
      return null;
    }
    S found = sessions.findById(id);
    CachedSession<S> session = found == null ? null : new CachedSession<>(found);
    if (current != null) {
      current.session = session;
    }
    return session;
  }

  @Override
  public void deleteById(String id) {
    Request<S> current = request.get();
    if (current != null) {
      current.session = null;
    }
    sessions.deleteById(id);
  }

  /** The session that a request has read. */
  private static final class Request<S extends Session> {

    final boolean withoutSession;
    @Nullable CachedSession<S> session;

    Request(boolean withoutSession) {
      this.withoutSession = withoutSession;
    }
  }

  /** A session that ignores an access soon after the last one. */
  static final class CachedSession<S extends Session> implements Session {

    private final S kept;

    /** Fingerprints of the attributes that were read, by their names. */
    private final Map<String, Integer> asRead = new ConcurrentHashMap<>();

    CachedSession(S kept) {
      this.kept = kept;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
      if (Duration.between(kept.getLastAccessedTime(), time).abs().compareTo(INTERVAL) >= 0) {
        kept.setLastAccessedTime(time);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return kept.getLastAccessedTime();
    }

    @Override
    public String getId() {
      return kept.getId();
    }

    @Override
    public String changeSessionId() {
      return kept.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getAttribute(String name) {
      T value = kept.getAttribute(name);
      if (value != null) {
        asRead.computeIfAbsent(name, key -> SessionValues.fingerprint(value));
      }
      return value;
    }

    @Override
    public Set<String> getAttributeNames() {
      return kept.getAttributeNames();
    }

    /** Ignores a value that was read, is unchanged and is set again, as the web apps do. */
    @Override
    public void setAttribute(String name, @Nullable Object value) {
      Integer read = asRead.get(name);
      if (value == null || read == null || read != SessionValues.fingerprint(value)) {
        kept.setAttribute(name, value);
        asRead.remove(name);
      }
    }

    @Override
    public void removeAttribute(String name) {
      kept.removeAttribute(name);
      asRead.remove(name);
    }

    @Override
    public Instant getCreationTime() {
      return kept.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      kept.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return kept.isExpired();
    }
  }
}
