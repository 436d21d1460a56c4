package eu.jalon.pages.frame;

import eu.jalon.problem.Problems;
import eu.jalon.shared.ValidationError;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The sentences of validation errors in the language of the page that is being made. */
@Component
public class ValidationMessages {

  private final Problems problems;

  ValidationMessages(Problems problems) {
    this.problems = problems;
  }

  public String sentence(ValidationError error) {
    return problems.sentence(error, LocaleContextHolder.getLocale());
  }

  /** The sentence of a validation error on record, of which only the key and texts are left. */
  public String sentence(String key, List<String> arguments) {
    return problems.sentence(key, arguments, LocaleContextHolder.getLocale());
  }
}
