package eu.jalon;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A data source that records the statements that the threads of the web server execute, and a
 * filter that records them and the allocated memory by the path of the request.
 */
public final class CountedStatements extends DelegatingDataSource {

  private static final LongAdder COUNT = new LongAdder();
  private static final ThreadLocal<List<String>> OF_REQUEST =
      ThreadLocal.withInitial(ArrayList::new);
  private static final Map<String, Cost> COSTS = new ConcurrentHashMap<>();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * What the last request of a path took.
   *
   * @param allocated in bytes
   */
  public record Cost(List<String> statements, long allocated) {}

  private CountedStatements(DataSource target) {
    super(target);
  }

  /** Puts the counter before the database of an application, and the filter before its pages. */
  public static SpringApplication in(SpringApplication application) {
    application.addInitializers(
        context -> {
          context
              .getBeanFactory()
              .addBeanPostProcessor(
                  new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                      return bean instanceof DataSource pool && !(bean instanceof CountedStatements)
                          ? new CountedStatements(pool)
                          : bean;
                    }
                  });
          context.getBeanFactory().registerSingleton("costFilter", new CostFilter());
        });
    return application;
  }

  /** The number of statements of all requests so far. */
  public static long soFar() {
    return COUNT.sum();
  }

  /** What the last request of a path took. */
  public static Cost of(String path) {
    return COSTS.getOrDefault(path, new Cost(List.of(), 0));
  }

  /** Records what a request takes on its thread. */
  private static final class CostFilter extends OncePerRequestFilter implements Ordered {

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      OF_REQUEST.get().clear();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      chain.doFilter(request, response);
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      COSTS.put(request.getRequestURI(), new Cost(List.copyOf(OF_REQUEST.get()), allocated));
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(Connection.class, super.getConnection(), null);
  }

  private static <T> T counted(Class<T> type, T target, @Nullable String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, sql, method, arguments)));
  }

  private static @Nullable Object call(
      Object target, @Nullable String sql, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String first = arguments != null && arguments[0] instanceof String text ? text : sql;
    if (method.getName().startsWith("execute")
        && Thread.currentThread().getName().startsWith("http-")) {
      COUNT.increment();
      OF_REQUEST.get().add(String.valueOf(first));
    }
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    return switch (method.getName()) {
      case "prepareStatement" ->
          counted(PreparedStatement.class, (PreparedStatement) answer, first);
      case "prepareCall" -> counted(CallableStatement.class, (CallableStatement) answer, first);
      case "createStatement" -> counted(Statement.class, (Statement) answer, null);
      default -> answer;
    };
  }
}
