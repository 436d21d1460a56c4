package eu.jalon.engine.expression;

import java.beans.FeatureDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.ReadableInstant;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all that an expression can reach into: plain values, the beans of {@link
 * ModelBeans} and the execution or task it belongs to. From none of them does a way lead to a
 * class, and so to the rest of the JVM.
 */
public class ExpressionGuard extends ELResolver {

  /** What every object has, and no expression needs. */
  private static final Set<String> SHUT =
      Set.of("class", "getClass", "notify", "notifyAll", "wait", "declaringClass", "forName");

  /** Ways from an execution or a task into the engine. */
  private static final Set<String> ENGINE =
      Set.of(
          "processEngineServices",
          "getProcessEngineServices",
          "processEngine",
          "getProcessEngine",
          "bpmnModelInstance",
          "getBpmnModelInstance",
          "bpmnModelElementInstance",
          "getBpmnModelElementInstance");

  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class);

  private final Set<Class<?>> beans;

  /**
   * @param beans the classes of the beans that models name
   */
  ExpressionGuard(Set<Class<?>> beans) {
    this.beans = beans;
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    check(base, property);
    return null;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      @Nullable Object method,
      Class<?> @Nullable [] types,
      @Nullable Object @Nullable [] arguments) {
    check(base, method);
    return null;
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    check(base, property);
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    check(base, property);
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    check(base, property);
    return false;
  }

  @Override
  public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }

  private void check(@Nullable Object base, @Nullable Object member) {
    if (base == null) {
      return;
    }
    String name = String.valueOf(member);
    boolean scope = base instanceof BaseDelegateExecution || base instanceof DelegateTask;
    if (SHUT.contains(name) || (scope && ENGINE.contains(name)) || !(scope || isOpen(base))) {
      throw new DeniedException("Not for expressions: " + base.getClass().getName() + "." + name);
    }
  }

  private boolean isOpen(Object base) {
    return PLAIN.contains(base.getClass())
        || beans.contains(base.getClass())
        || base instanceof Date
        || base instanceof TemporalAccessor
        || base instanceof ReadableInstant
        || base instanceof Collection
        || base instanceof Map;
  }

  /** An expression names something that no expression may reach. */
  public static final class DeniedException extends ELException {

    private static final long serialVersionUID = 1L;

    private DeniedException(String message) {
      super(message);
    }
  }
}
