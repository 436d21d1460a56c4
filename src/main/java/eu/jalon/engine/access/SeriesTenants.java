package eu.jalon.engine.access;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Makes the series of a commitment the engine's tenant of its process and of everything in it, so
 * that the engine answers each request about processes, tasks and jobs without those of series that
 * the user's party is not in. The models have no tenant: all series run the same.
 */
public class SeriesTenants implements TenantIdProvider {

  /** A transient variable, which the engine does not store. */
  private static final String SERIES = "series";

  /** The variables of a process that is started, with its series. */
  public static Map<String, Object> with(String series, Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put(SERIES, Variables.stringValue(series, true));
    return all;
  }

  @Override
  public @Nullable String provideTenantIdForProcessInstance(
      TenantIdProviderProcessInstanceContext context) {
    return (String) context.getVariables().get(SERIES);
  }

  @Override
  public @Nullable String provideTenantIdForCaseInstance(
      TenantIdProviderCaseInstanceContext context) {
    return null;
  }

  @Override
  public @Nullable String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    return null;
  }
}
