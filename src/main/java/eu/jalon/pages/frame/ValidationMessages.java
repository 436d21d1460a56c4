package eu.jalon.pages.frame;

import eu.jalon.problem.Problems;
import eu.jalon.shared.ValidationError;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The messages of validation errors in the language of the current request. */
@Component
public class ValidationMessages {

  private final Problems problems;

  ValidationMessages(Problems problems) {
    this.problems = problems;
  }

  public String sentence(ValidationError error) {
    return problems.sentence(error, LocaleContextHolder.getLocale());
  }

  /** The message of a stored validation error, from its key and arguments. */
  public String sentence(String key, List<String> arguments) {
    return problems.sentence(key, arguments, LocaleContextHolder.getLocale());
  }
}
