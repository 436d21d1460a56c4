package eu.jalon.operation.command;

/** A command that cannot be done; the message is one sentence for the operator. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String sentence) {
    super(sentence);
  }
}
