package eu.jalon.pages.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;

import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

class LiveHubTest {

  private static final LiveProperties SETTINGS =
      new LiveProperties(Duration.ofMillis(1), Duration.ofSeconds(5));

  /** Hands each mark to one read; a read that gets none fails. */
  private final SynchronousQueue<String> marks = new SynchronousQueue<>();

  private final LiveHub hub = new LiveHub(this::read, SETTINGS);

  private String read() {
    try {
      String mark = marks.take();
      if (mark.isEmpty()) {
        throw new IllegalArgumentException("an unexpected failure");
      }
      return mark;
    } catch (InterruptedException closing) {
      throw new IllegalStateException(closing);
    }
  }

  /** Returns once a read has taken the mark, and with it everything that went before. */
  private void markIs(String mark) throws InterruptedException {
    assertThat(marks.offer(mark, 10, TimeUnit.SECONDS)).as("%s is read", mark).isTrue();
  }

  @AfterEach
  void close() {
    hub.close(new ContextClosedEvent(new StaticApplicationContext()));
  }

  @Test
  void pollingGoesOnAfterAnUnexpectedFailure() throws InterruptedException {
    hub.join(new PersonId("coord-be"));
    markIs("");
    markIs("1");
    markIs("1");
    assertThat(hub.mark()).isEqualTo("1");
  }

  /** A mark read after the content would hide a change that happened between the two. */
  @Test
  void theMarkOfAPageIsReadBeforeItsContent() throws Exception {
    hub.join(new PersonId("coord-be"));
    markIs("before");
    markIs("before");
    MockMvcBuilders.standaloneSetup(new Page())
        .setControllerAdvice(new LiveAdvice(hub))
        .build()
        .perform(get("/page"))
        .andExpect(model().attribute("liveMark", "before"));
    assertThat(hub.mark()).isEqualTo("after");
  }

  /** Another user changes the data while this page reads what it shows. */
  @Workspace
  final class Page {

    @GetMapping("/page")
    String read() throws InterruptedException {
      markIs("after");
      markIs("after");
      return "view";
    }
  }
}
