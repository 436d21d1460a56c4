package eu.jalon;

import eu.jalon.directory.cache.ShortLivedCache;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.security.login.HourlyThrottle;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;

/**
 * Puts the database of an application that test classes share back to the sample register before
 * each class, so that no class depends on what ran before it. Sessions stay.
 */
public class SampleDatabase implements TestExecutionListener, Ordered {

  private static final String COPY = "sample_copy";
  private static final Set<Class<?>> CACHES =
      Set.of(ShortLivedCache.class, AtomicReference.class, Map.class);

  @Override
  public void beforeTestClass(TestContext test) {
    ApplicationContext application = test.getApplicationContext();
    DataSource database = application.getBean(DataSource.class);
    JdbcTemplate jdbc = new JdbcTemplate(database);
    boolean copied =
        jdbc.queryForObject(
                "select count(*) from information_schema.schemata where lower(schema_name) = ?",
                Integer.class,
                COPY)
            > 0;
    if (copied) {
      TransactionTemplate transaction =
          new TransactionTemplate(new DataSourceTransactionManager(database));
      transaction.executeWithoutResult(status -> restore(jdbc));
      forgetWhatWasRead(application);
    } else {
      jdbc.execute("create schema " + COPY);
      for (Table table : tables(jdbc)) {
        jdbc.execute(
            "create table %s.%s as select %s from public.%s"
                .formatted(COPY, table.name(), table.columns(), table.name()));
      }
    }
  }

  @Override
  public void afterTestClass(TestContext test) {
    RegisterCopies.assertTrue(
        JdbcClient.create(test.getApplicationContext().getBean(DataSource.class)));
  }

  /** Foreign keys and append-only triggers are off meanwhile. */
  private static void restore(JdbcTemplate jdbc) {
    boolean postgres = Boolean.TRUE.equals(jdbc.execute(SampleDatabase::isPostgres));
    StringBuilder sql = new StringBuilder();
    sql.append(
        postgres
            ? "set local session_replication_role = replica;"
            : "set referential_integrity false;");
    for (Table table : tables(jdbc)) {
      sql.append(postgres ? "delete from public." : "truncate table public.").append(table.name());
      sql.append(";insert into public.%s (%s) ".formatted(table.name(), table.columns()));
      sql.append(postgres ? "overriding system value " : "");
      sql.append("select * from %s.%s;".formatted(COPY, table.name()));
    }
    sql.append(postgres ? "" : "set referential_integrity true");
    jdbc.execute(sql.toString());
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /** A table and those of its columns that are not computed by the database. */
  private record Table(String name, String columns) {}

  private static List<Table> tables(JdbcTemplate jdbc) {
    return jdbc
        .query(
            """
            select c.table_name, c.column_name from information_schema.columns c
            join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE'
              and c.is_generated = 'NEVER' and lower(c.table_name) not like 'spring_session%'
            order by c.table_name, c.ordinal_position
            """,
            (row, number) -> new Table('"' + row.getString(1) + '"', '"' + row.getString(2) + '"'))
        .stream()
        .collect(
            Collectors.groupingBy(
                Table::name, Collectors.mapping(Table::columns, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(each -> new Table(each.getKey(), each.getValue()))
        .toList();
  }

  /** The beans that keep for some seconds what they read, and those that count requests. */
  private static void forgetWhatWasRead(ApplicationContext application) {
    for (String name : application.getBeanDefinitionNames()) {
      Class<?> type = application.getType(name, false);
      if (type != null && type.getName().startsWith("eu.jalon.")) {
        Object bean = AopTestUtils.getUltimateTargetObject(application.getBean(name));
        ReflectionUtils.doWithFields(
            bean.getClass(),
            field -> forget(field, bean),
            field -> CACHES.contains(field.getType()));
      }
    }
  }

  private static void forget(Field field, Object bean) {
    ReflectionUtils.makeAccessible(field);
    Object cache = ReflectionUtils.getField(field, bean);
    if (cache instanceof ShortLivedCache<?> shortLived) {
      shortLived.invalidate();
    } else if (bean instanceof RecipientDirectory) {
      ((AtomicReference<?>) Objects.requireNonNull(cache)).set(null);
    } else if (bean instanceof HourlyThrottle) {
      ((Map<?, ?>) Objects.requireNonNull(cache)).clear();
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
