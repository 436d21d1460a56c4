package eu.jalon.security.rights;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every address of the engine's web apps' own APIs, read from their JAX-RS annotations. */
final class EngineRoutes {

  private static final int DEEPEST = 8;

  private final Set<Route> found = new TreeSet<>();

  private EngineRoutes() {}

  static Set<Route> all() {
    EngineRoutes routes = new EngineRoutes();
    Map<String, Application> applications =
        Map.of(
            "engine", new EngineRestApplication(),
            "cockpit", new CockpitApplication(),
            "tasklist", new TasklistApplication(),
            "admin", new AdminApplication(),
            "welcome", new WelcomeApplication());
    applications.forEach(
        (name, application) -> {
          for (Class<?> type : application.getClasses()) {
            annotation(type, Path.class)
                .ifPresent(path -> routes.walk(type, join("/camunda/api/" + name, path), 0));
          }
        });
    return routes.found;
  }

  private void walk(Class<?> type, String base, int depth) {
    if (depth > DEEPEST) {
      throw new AssertionError("Too deep: " + base);
    }
    for (Method method : type.getMethods()) {
      Optional<Path> path = on(method, each -> each.getAnnotation(Path.class));
      Optional<String> verb = on(method, EngineRoutes::verb);
      String address = path.map(each -> join(base, each)).orElse(base);
      if (verb.isPresent()) {
        found.add(new Route(verb.get(), address));
      } else if (path.isPresent()) {
        walk(method.getReturnType(), address, depth + 1);
      }
    }
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  /** What stands on a method, or on the one it implements. */
  private static <T> Optional<T> on(Method method, Function<Method, T> what) {
    return types(method.getDeclaringClass())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
        .map(what)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> wanted) {
    return types(type).map(each -> each.getAnnotation(wanted)).filter(Objects::nonNull).findFirst();
  }

  private static Stream<Class<?>> types(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(EngineRoutes::types));
  }

  private static String join(String base, Path path) {
    String tail = path.value().replaceAll("^/|/$", "");
    return tail.isEmpty() ? base : base + "/" + tail;
  }
}
