package eu.jalon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

  @Test
  void publicReports6_csvHasAByteOrderMarkSemicolonsAndSpreadsheetDates() throws IOException {
    StringBuilder file = new StringBuilder();
    CsvWriter csv = new CsvWriter(file, List.of("when", "day", "text", "number", "nothing"));

    csv.row(
        Arrays.asList(
            Instant.parse("2027-03-01T07:05:09.123456Z"),
            LocalDate.of(2027, 3, 1),
            "a;b \"c\"",
            -5,
            null));
    csv.flush();

    assertThat(file)
        .hasToString(
            "\uFEFFwhen;day;text;number;nothing\r\n"
                + "2027-03-01 08:05:09;2027-03-01;\"a;b \"\"c\"\"\";-5;\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1"})
  void formulasAreGuardedAndReadBackUnchanged(String value) {
    String guarded = FormulaGuard.guarded(value);

    assertThat(guarded).isEqualTo("'" + value);
    assertThat(FormulaGuard.unguarded(guarded)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "l’été", "'quoted'", "1-2", "a=b"})
  void otherTextsAreNotGuarded(String value) {
    assertThat(FormulaGuard.guarded(value)).isEqualTo(value);
    assertThat(FormulaGuard.unguarded(value)).isEqualTo(value);
  }
}
