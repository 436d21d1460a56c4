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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of server-sent events (HTML standard, section 9.2) of all open pages. While there are
 * any, the mark is read at intervals, once for all of them, and sent when it has changed. A page
 * that receives it requests itself again: the event contains nothing about the change, so it cannot
 * disclose data.
 */
class LiveHub {

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

  /** Lifetime of a stream; the window connects again, which checks its session. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  /** Time between two events or comments on a stream, so that no proxy closes it. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  /** How many streams a user may have on this node; the oldest ends for one more. */
  static final int MOST_OF_USER = 8;

  /** The maximum number of streams on this node. */
  private static final int MOST_WINDOWS = 1000;

  private final Supplier<String> marks;
  private final LiveProperties settings;
  private final Set<SseEmitter> windows = ConcurrentHashMap.newKeySet();
  private final Map<PersonId, Deque<SseEmitter>> byUser = new HashMap<>();
  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> polling;
  private volatile String mark = "";
  private Duration quiet = Duration.ZERO;

  /**
   * Starts to poll.
   *
   * @param marks reads a mark that changes with every committed change
   */
  LiveHub(Supplier<String> marks, LiveProperties settings) {
    this.marks = marks;
    this.settings = settings;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread daemon = new Thread(task, "live");
              daemon.setDaemon(true);
              return daemon;
            });
    long poll = settings.poll().toMillis();
    polling = thread.scheduleWithFixedDelay(this::look, poll, poll, TimeUnit.MILLISECONDS);
  }

  /**
   * The last mark that was read. For data read later it may be too old, never too new: at worst a
   * page requests itself once more than needed.
   */
  String mark() {
    return mark;
  }

  Duration pause() {
    return settings.pause();
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

  /** Catches every exception: the executor would never call a task again that has thrown one. */
  private synchronized void look() {
    try {
      if (!windows.isEmpty()) {
        sendNews();
      }
    } catch (RuntimeException failed) {
      LOG.warn("Open pages cannot be told of changes; tried again at the next poll", failed);
    }
  }

  private void sendNews() {
    String read = marks.get();
    quiet = quiet.plus(settings.poll());
    if (!read.equals(mark)) {
      mark = read;
      quiet = Duration.ZERO;
      windows.forEach(window -> send(window, event(read)));
    } else if (quiet.compareTo(QUIET) >= 0) {
      quiet = Duration.ZERO;
      windows.forEach(window -> send(window, SseEmitter.event().comment("quiet")));
    }
  }

  private SseEmitter.SseEventBuilder event(String mark) {
    return SseEmitter.event().name("mark").data(mark).reconnectTime(settings.poll().toMillis());
  }

  private void send(SseEmitter window, SseEmitter.SseEventBuilder event) {
    try {
      window.send(event);
    } catch (IOException gone) {
      // The servlet container ends the request of a broken connection itself.
      windows.remove(window);
    } catch (IllegalStateException ended) {
      windows.remove(window);
      LOG.debug("A stream had ended", ended);
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
