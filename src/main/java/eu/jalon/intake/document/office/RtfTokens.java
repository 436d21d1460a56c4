package eu.jalon.intake.document.office;

/** Splits Rich Text Format into groups, control words and bytes. */
final class RtfTokens {

  /** Their meaning is left to {@link RtfBody}. */
  interface Sink {

    void open();

    void close();

    /** A control word or symbol; {@code value} is only meaningful with {@code hasValue}. */
    void control(String word, int value, boolean hasValue);

    /** A byte in the encoding of the current font. */
    void character(int code);
  }

  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 10;

  private final byte[] content;
  private int at;

  RtfTokens(byte[] content) {
    this.content = content;
  }

  void read(Sink sink) {
    while (at < content.length) {
      int c = content[at++] & 0xFF;
      switch (c) {
        case '{' -> sink.open();
        case '}' -> sink.close();
        case '\\' -> control(sink);
        case '\r', '\n', 0 -> {
          // line ends of the file mean nothing
        }
        default -> sink.character(c);
      }
    }
  }

  private void control(Sink sink) {
    if (at >= content.length) {
      return;
    }
    int c = content[at] & 0xFF;
    if (!isLetter(c)) {
      at++;
      if (c == '\'') {
        hexadecimal(sink);
      } else {
        sink.control(String.valueOf((char) c), 0, false);
      }
      return;
    }
    var word = new StringBuilder();
    while (at < content.length && isLetter(content[at]) && word.length() < LONGEST_WORD) {
      word.append((char) content[at++]);
    }
    var number = new StringBuilder();
    if (at < content.length && content[at] == '-') {
      number.append('-');
      at++;
    }
    while (at < content.length && isDigit(content[at]) && number.length() < LONGEST_NUMBER) {
      number.append((char) content[at++]);
    }
    if (at < content.length && content[at] == ' ') {
      at++;
    }
    boolean hasValue = !number.isEmpty() && !number.toString().equals("-");
    long value = hasValue ? Long.parseLong(number.toString()) : 0;
    int bounded = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    if (word.toString().equals("bin") && bounded > 0) {
      at = (int) Math.min(content.length, (long) at + bounded);
    } else {
      sink.control(word.toString(), bounded, hasValue);
    }
  }

  private void hexadecimal(Sink sink) {
    if (at + 2 <= content.length) {
      int high = Character.digit(content[at], 16);
      int low = Character.digit(content[at + 1], 16);
      at += 2;
      if (high >= 0 && low >= 0) {
        sink.character(high * 16 + low);
      }
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
