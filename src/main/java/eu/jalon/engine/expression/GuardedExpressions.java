package eu.jalon.engine.expression;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The engine's expressions in models and stored queries, with our guard before everything else. */
public class GuardedExpressions extends JuelExpressionManager {

  public GuardedExpressions(Map<Object, Object> beans) {
    super(beans);
  }

  @Override
  protected ELResolver createElResolver() {
    Set<Class<?>> named = beans.values().stream().map(Object::getClass).collect(Collectors.toSet());
    CompositeELResolver guarded = new CompositeELResolver();
    guarded.add(new ExpressionGuard(named));
    guarded.add(super.createElResolver());
    return guarded;
  }
}
