package eu.jalon.engine.expression;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The engine's expression manager for models and stored queries, with {@link RestrictedELResolver}
 * first in the chain.
 */
public class RestrictedExpressionManager extends JuelExpressionManager {

  public RestrictedExpressionManager(Map<Object, Object> beans) {
    super(beans);
  }

  @Override
  protected ELResolver createElResolver() {
    Set<Class<?>> beanClasses =
        beans.values().stream().map(Object::getClass).collect(Collectors.toSet());
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new RestrictedELResolver(beanClasses));
    resolvers.add(super.createElResolver());
    return resolvers;
  }
}
