package eu.jalon.api.support;

import eu.jalon.problem.Problems;
import eu.jalon.shared.ValidationError;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Handles multipart errors, which occur before a controller is selected. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UploadErrorHandler {

  private final Problems problems;

  UploadErrorHandler(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ProblemDetail unreadable(MultipartException unreadable, Locale locale) {
    boolean tooLarge = unreadable instanceof MaxUploadSizeExceededException;
    return ProblemDetail.forStatusAndDetail(
        tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST,
        problems.sentence(ValidationError.invalid("request.body"), locale));
  }
}
