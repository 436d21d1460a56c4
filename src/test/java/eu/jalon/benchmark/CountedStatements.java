package eu.jalon.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that counts what the threads of the web server ask of the database. */
final class CountedStatements extends DelegatingDataSource {

  private static final LongAdder COUNT = new LongAdder();

  CountedStatements(DataSource target) {
    super(target);
  }

  static long soFar() {
    return COUNT.sum();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(Connection.class, super.getConnection());
  }

  private static <T> T counted(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().startsWith("execute")
        && Thread.currentThread().getName().startsWith("http-")) {
      COUNT.increment();
    }
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    if (method.getName().equals("prepareStatement")) {
      return counted(PreparedStatement.class, (PreparedStatement) answer);
    }
    return method.getName().equals("createStatement")
        ? counted(Statement.class, (Statement) answer)
        : answer;
  }
}
