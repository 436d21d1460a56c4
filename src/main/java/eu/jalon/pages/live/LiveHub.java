package eu.jalon.pages.live;

import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of server-sent events (HTML standard, section 9.2) of all open pages. While there are
 * any, the mark is read every two seconds, once for all of them, and sent when it has changed. A
 * page that receives it requests itself again: the event contains nothing about the change, so it
 * cannot disclose data.
 */
@Component("live")
class LiveHub {

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

  private static final Duration POLL = Duration.ofSeconds(2);

  /** Lifetime of a stream; the window connects again, which checks its session. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  /** Polls between two comments on an idle stream, so that no proxy closes it. */
  private static final int QUIET_POLLS = 10;

  /** How many streams a user may have on this node; the oldest ends for one more. */
  static final int MOST_OF_USER = 8;

  /** The maximum number of streams on this node. */
  private static final int MOST_WINDOWS = 1000;

  private final LiveMark marks;
  private final Set<SseEmitter> windows = ConcurrentHashMap.newKeySet();
  private final Map<PersonId, Deque<SseEmitter>> byUser = new HashMap<>();
  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> polling;
  private volatile String mark = "";
  private int quiet;

  LiveHub(LiveMark marks) {
    this.marks = marks;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread daemon = new Thread(task, "live");
              daemon.setDaemon(true);
              return daemon;
            });
    polling =
        thread.scheduleWithFixedDelay(
            this::look, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The mark of the page being rendered. It may be up to one poll too old, never too new: at worst
   * a page requests itself once more than needed.
   */
  public String mark() {
    return mark;
  }

  /** Opens a stream for a window of a user; it is completed at once if this node has too many. */
  SseEmitter join(PersonId user) {
    SseEmitter window = new SseEmitter(LIFE.toMillis());
    if (windows.size() >= MOST_WINDOWS) {
      window.complete();
      return window;
    }
    window.onCompletion(() -> leave(user, window));
    window.onTimeout(window::complete);
    window.onError(broken -> leave(user, window));
    windows.add(window);
    oldestOverLimit(user, window).ifPresent(SseEmitter::complete);
    send(window, event(mark));
    return window;
  }

  private Optional<SseEmitter> oldestOverLimit(PersonId user, SseEmitter window) {
    synchronized (byUser) {
      Deque<SseEmitter> own = byUser.computeIfAbsent(user, first -> new ArrayDeque<>());
      own.addLast(window);
      return own.size() > MOST_OF_USER ? Optional.of(own.removeFirst()) : Optional.empty();
    }
  }

  private void leave(PersonId user, SseEmitter window) {
    windows.remove(window);
    synchronized (byUser) {
      byUser.computeIfPresent(
          user,
          (same, own) -> {
            own.remove(window);
            return own.isEmpty() ? null : own;
          });
    }
  }

  private synchronized void look() {
    if (windows.isEmpty()) {
      return;
    }
    try {
      String read = marks.read();
      quiet++;
      if (!read.equals(mark)) {
        mark = read;
        quiet = 0;
        windows.forEach(window -> send(window, event(read)));
      } else if (quiet % QUIET_POLLS == 0) {
        windows.forEach(window -> send(window, SseEmitter.event().comment("quiet")));
      }
    } catch (DataAccessException | TransactionException unreadable) {
      LOG.debug("The mark cannot be read", unreadable);
    }
  }

  private static SseEmitter.SseEventBuilder event(String mark) {
    return SseEmitter.event().name("mark").data(mark).reconnectTime(POLL.toMillis());
  }

  private void send(SseEmitter window, SseEmitter.SseEventBuilder event) {
    try {
      window.send(event);
    } catch (IOException | IllegalStateException gone) {
      windows.remove(window);
      window.completeWithError(gone);
    }
  }

  /**
   * Closes the streams before the web server waits for open requests, because they never end by
   * themselves.
   */
  @EventListener
  void close(ContextClosedEvent closing) {
    polling.cancel(false);
    thread.shutdownNow();
    windows.forEach(SseEmitter::complete);
  }
}
