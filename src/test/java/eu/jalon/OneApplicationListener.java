package eu.jalon;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets one application run at a time in a JVM. Test classes with the same settings share it; it is
 * closed before another starts, because the engine keeps its registry and its clock in static
 * fields.
 */
public final class OneApplicationListener implements TestExecutionListener, Ordered {

  private static @Nullable TestContext running;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void beforeTestClass(TestContext next) {
    replaceRunning(next);
  }

  /**
   * Closes the shared application, if one runs: for tests that start applications themselves. Each
   * application registers its engine under the same name in the JVM, and takes it away at its end.
   */
  public static synchronized void closeRunning() {
    if (running != null && running.hasApplicationContext()) {
      running.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }
    running = null;
  }

  private static synchronized void replaceRunning(TestContext next) {
    if (running != null && running.hasApplicationContext() && !next.hasApplicationContext()) {
      running.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }
    running = next;
  }
}
