package eu.jalon;

import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.IdentityMirror;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.people.AccountNames;
import eu.jalon.engine.ReminderPolicyReaders;
import eu.jalon.reminder.policy.ReminderPolicyReader;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Some rooms of the house with a real database, without the web, the engine and the scheduler. */
public final class TestRooms implements AutoCloseable {

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  /** What the classes of rooms declare, read once for all tests of a JVM. */
  private static final MetadataReaderFactory CLASSES =
      new CachingMetadataReaderFactory(new DefaultResourceLoader());

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final Map<String, Object> properties = new HashMap<>();

  public TestRooms(TestDatabase.Opened database, Clock clock) {
    JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
    context.register(Transactions.class);
    bean(JdbcTransactionManager.class, manager);
    bean(TransactionTemplate.class, new TransactionTemplate(manager));
    bean(JdbcClient.class, JdbcClient.create(database.dataSource()));
    bean(NamedParameterJdbcTemplate.class, new NamedParameterJdbcTemplate(database.dataSource()));
    bean(Clock.class, clock);
    bean(IdentityMirror.class, noMirror());
    // The module operation has the one that counts.
    context.registerBean(
        AccountNames.class, () -> (account, by) -> {}, bean -> bean.setFallback(true));
    bean(CommitmentProcesses.class, noEngine());
    bean(ReminderPolicyReader.class, ReminderPolicyReaders.dmn());
  }

  /** Puts a stand-in, or something from outside, into the house. */
  public <T> TestRooms bean(Class<T> type, T value) {
    context.registerBean(type, () -> value);
    return this;
  }

  public TestRooms property(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  /** Opens the rooms of the given names. */
  public TestRooms open(String... rooms) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", properties));
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.setMetadataReaderFactory(CLASSES);
    for (String room : rooms) {
      scanner.scan("eu.jalon." + room);
    }
    context.refresh();
    return this;
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public ApplicationContext context() {
    return context;
  }

  /** Does something in one transaction. */
  public void inTransaction(Consumer<TestRooms> work) {
    get(TransactionTemplate.class).executeWithoutResult(status -> work.accept(this));
  }

  @Override
  public void close() {
    context.close();
  }

  private static IdentityMirror noMirror() {
    return new IdentityMirror() {
      @Override
      public void mirror(List<Ministry> ministries, List<Person> people) {}

      @Override
      public void mirrorSeries(List<Series> series, List<Ministry> ministries) {}
    };
  }

  /** Stands where the engine would: no test of these rooms may need it. */
  private static CommitmentProcesses noEngine() {
    return (CommitmentProcesses)
        Proxy.newProxyInstance(
            CommitmentProcesses.class.getClassLoader(),
            new Class<?>[] {CommitmentProcesses.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException("There is no engine in this test");
            });
  }
}
