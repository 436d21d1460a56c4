package eu.jalon.fuzz;

import java.util.List;
import java.util.Random;

/** Values that no form would send, the same for the same seed. */
final class HostileValues {

  /** What an evaluation of a probe would write into an answer. */
  static final String EVALUATED = "9795803";

  static final String CANARY = "jalon.fuzz.canary";

  private static final String SING =
      "''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),"
          + "''.getClass()).invoke(null,'"
          + CANARY
          + "','x')";

  private static final List<String> PROBES =
      List.of(
          "${1237*7919}",
          "#{1237*7919}",
          "*{1237*7919}",
          "__${1237*7919}__::.x",
          "__${T(java.lang.System).setProperty('" + CANARY + "','x')}__::x",
          "{{1237*7919}}",
          "{{constructor.constructor('1237*7919')()}}",
          "[[${1237*7919}]]",
          "[(${1237*7919})]",
          "${" + SING + "}",
          "#{" + SING + "}",
          "${T(java.lang.System).setProperty('" + CANARY + "','x')}",
          "<%= 1237*7919 %>",
          "th:text",
          "~{fragments/layout :: page}",
          "redirect://evil.example",
          "forward:/actuator/env");

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u202Etxt",
          "\uD83D\uDEA8",
          "\uD800",
          "\uFFFF",
          "e\u0301\u0301\u0301",
          "ﬁ",
          "İ",
          "'; drop table commitment; --",
          "' or '1'='1",
          "%",
          "_",
          "%25%00",
          "../../../etc/passwd",
          "..\\..\\x",
          "<script>alert(1)</script>",
          "\"><img src=x>",
          "a\r\nSet-Cookie: x=y",
          "javascript:alert(1)",
          "https://beacon.example/x",
          "=cmd|' /C calc'!A0",
          "null",
          "NaN",
          "true",
          "[]",
          "{}");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "50",
          "200",
          "201",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e309",
          "-0.5",
          "0x10",
          "1_000",
          "٣");

  private static final List<String> DAYS =
      List.of(
          "2027-02-29",
          "2027-04-31",
          "0001-01-01",
          "9999-12-31",
          "+999999999-12-31",
          "-0001-01-01",
          "2027-3-1",
          "31/04/2027",
          "2027-03-28T02:30:00",
          "2027-03-03",
          "S-30",
          "S-20wd",
          "S-99999999999",
          "2027-06-05..2027-09-08",
          "2027-09-08..2027-06-05",
          "2027-03-31/P6M",
          "2027-03-31/P0D",
          "2027-03-31/P-1M",
          "2027-03-31/P99999999Y");

  private final Random chance;

  HostileValues(long seed) {
    chance = new Random(seed);
  }

  int upTo(int bound) {
    return chance.nextInt(bound);
  }

  boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }

  byte[] bytes(int most) {
    byte[] bytes = new byte[chance.nextInt(most)];
    chance.nextBytes(bytes);
    return bytes;
  }

  String text() {
    return switch (chance.nextInt(9)) {
      case 0, 1 -> pick(PROBES);
      case 2 -> pick(ODD);
      case 3 -> pick(NUMBERS);
      case 4 -> pick(DAYS);
      case 5 -> pick(PROBES) + pick(ODD) + noise(12);
      case 6 -> oneIn(20) ? pick(ODD).repeat(3000) : noise(40);
      case 7 -> noise(200);
      default -> "Une phrase ordinaire de plus de dix signes.";
    };
  }

  /** Any characters, broken pairs of surrogates among them. */
  String noise(int most) {
    StringBuilder noise = new StringBuilder();
    for (int length = chance.nextInt(most + 1); length > 0; length--) {
      noise.append(oneIn(4) ? (char) chance.nextInt(0x10000) : (char) (' ' + chance.nextInt(0x60)));
    }
    return noise.toString();
  }

  /** A value of JSON of any type. */
  String json(int depth) {
    return switch (chance.nextInt(depth > 3 ? 5 : 8)) {
      case 0, 1, 2 -> quoted(text());
      case 3 -> pick(NUMBERS.subList(0, 11));
      case 4 -> pick(List.of("null", "true", "false", "[]", "{}"));
      case 5 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
      case 6 -> "{" + quoted(text()) + ":" + json(depth + 1) + "}";
      default -> "{\"value\":" + json(depth + 1) + ",\"type\":" + quoted(text()) + "}";
    };
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || c > 0xFFF0) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
