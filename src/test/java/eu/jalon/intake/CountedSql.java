package eu.jalon.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Counts the statements that are executed and the rows that are read and written. */
final class CountedSql extends JdbcTemplate {

  private int count;

  CountedSql(DataSource source) {
    super(source);
  }

  /** Statements, rows read and rows written since the last call. */
  int countAndReset() {
    int counted = count;
    count = 0;
    return counted;
  }

  @Override
  public <T> @Nullable T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    count++;
    return super.query(creator, setter, rows -> extractor.extractData(counted(rows)));
  }

  @Override
  protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
    int written = super.update(creator, setter);
    count += 1 + written;
    return written;
  }

  private ResultSet counted(ResultSet rows) {
    return (ResultSet)
        Proxy.newProxyInstance(
            ResultSet.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(rows, arguments);
                count += method.getName().equals("next") && Boolean.TRUE.equals(result) ? 1 : 0;
                return result;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
