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
 * Restricts expressions to plain values, the beans of {@code ModelBeans}, and the execution or task
 * that they belong to. It comes first in the resolver chain and denies every member that leads to a
 * {@code Class} or to the engine's services.
 */
public class RestrictedELResolver extends ELResolver {

  /** Members denied on every object. */
  private static final Set<String> DENIED_MEMBERS =
      Set.of("class", "getClass", "notify", "notifyAll", "wait", "declaringClass", "forName");

  /** Members denied on an execution or a task, because they lead to the engine's services. */
  private static final Set<String> ENGINE_MEMBERS =
      Set.of(
          "processEngineServices",
          "getProcessEngineServices",
          "processEngine",
          "getProcessEngine",
          "bpmnModelInstance",
          "getBpmnModelInstance",
          "bpmnModelElementInstance",
          "getBpmnModelElementInstance");

  private static final Set<Class<?>> PLAIN_TYPES =
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
   * @param beans the classes of the beans that models may name
   */
  RestrictedELResolver(Set<Class<?>> beans) {
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
    if (DENIED_MEMBERS.contains(name)
        || (scope && ENGINE_MEMBERS.contains(name))
        || !(scope || isAllowed(base))) {
      throw new DeniedException("Denied in expressions: " + base.getClass().getName() + "." + name);
    }
  }

  private boolean isAllowed(Object base) {
    return PLAIN_TYPES.contains(base.getClass())
        || beans.contains(base.getClass())
        || base instanceof Date
        || base instanceof TemporalAccessor
        || base instanceof ReadableInstant
        || base instanceof Collection
        || base instanceof Map;
  }

  /** Thrown when an expression reads or calls a denied member. */
  public static final class DeniedException extends ELException {

    private static final long serialVersionUID = 1L;

    private DeniedException(String message) {
      super(message);
    }
  }
}
