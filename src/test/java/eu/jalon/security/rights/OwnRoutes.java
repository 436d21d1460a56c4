package eu.jalon.security.rights;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that the application itself answers: controllers, the actuator, static files. */
final class OwnRoutes {

  private final Set<Route> found = new TreeSet<>();

  private OwnRoutes() {}

  static Set<Route> all(ApplicationContext application) {
    OwnRoutes routes = new OwnRoutes();
    application
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(routes::add));
    application
        .getBeansOfType(AbstractUrlHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMap()
                    .keySet()
                    .forEach(path -> routes.found.add(new Route("GET", path))));
    return routes.found;
  }

  private void add(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Collection<RequestMethod> asked =
        methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods;
    for (String path : info.getPatternValues()) {
      asked.forEach(method -> found.add(new Route(method.name(), path)));
    }
  }

  /** What servlets there are, so that a new one is not forgotten. */
  static Set<String> servlets(ApplicationContext application) {
    Set<String> mappings = new TreeSet<>();
    Map<String, ? extends jakarta.servlet.ServletRegistration> registered =
        application.getBean(ServletContext.class).getServletRegistrations();
    registered.values().forEach(each -> mappings.addAll(each.getMappings()));
    return mappings;
  }
}
