package eu.jalon.operation.settings;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Reports a database that cannot be reached or refuses the user, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  /** The vendor's code of H2 for a file that another process has open. */
  private static final int H2_FILE_LOCKED = 90020;

  private final Environment environment;

  DatabaseFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
    SQLException last = last(cause);
    String sentence = sentence(last);
    return sentence == null ? null : new FailureAnalysis(sentence, null, last);
  }

  private @Nullable String sentence(SQLException failure) {
    String url = environment.getProperty("spring.datasource.url", "");
    String user = environment.getProperty("spring.datasource.username", "");
    if (failure.getErrorCode() == H2_FILE_LOCKED) {
      return "spring.datasource.url is %s, which another process has open: stop it first."
          .formatted(url);
    }
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.startsWith("28")) {
      return "spring.datasource.username is %s, which the database at %s does not accept with the password of spring.datasource.password: correct one of them."
          .formatted(user, url);
    }
    if (state.startsWith("3D")) {
      return "spring.datasource.url is %s: create this database, or correct its name."
          .formatted(url);
    }
    if (state.startsWith("08")) {
      return "spring.datasource.url is %s, where no database answers: start it, or correct the address."
          .formatted(url);
    }
    return null;
  }

  /** The driver's own exception is the innermost; a pool wraps it in one without a state. */
  private static SQLException last(SQLException failure) {
    SQLException last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException inner && inner.getSQLState() != null) {
        last = inner;
      }
    }
    return last;
  }
}
