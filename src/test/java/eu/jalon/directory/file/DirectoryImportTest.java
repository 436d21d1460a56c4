package eu.jalon.directory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.Directory;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directory file is read while the application is built, before its port is open. */
class DirectoryImportTest {

  private static final String MINISTRY =
      "ministries: [{code: BE-IBZ, coordination: true, name: {fr: A, nl: B, en: C}}]\n";

  @TempDir Path folder;

  @Test
  void theDirectoryIsThereWhenTheApplicationIsBuilt() throws IOException {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules =
            rooms(database, MINISTRY + "people: [" + person("FOCAL_POINT, ministry: BE-IBZ") + "]")
                .open("directory")) {
      assertThat(modules.get(Directory.class).ministries()).hasSize(1);
      assertThat(modules.get(Directory.class).isEmpty()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people: [{id: be-x, role: CHEF}]                 | directory.missing",
        "people: [{name: {fr: A}}]                        | directory.missing",
        "people: [{id: be-x, name: {fr: A, nl: B, en: C}, language: fr, role: COORDINATEUR}] | choice",
        "people: [{id: be-x, name: {fr: A, nl: B, en: C}, language: fr, role: FOCAL_POINT, ministry: BE-NONE}] | directory.unknownMinistry",
        "people: [unclosed                                | directory.file",
        "persons: []                                      | directory.file"
      })
  void aWrongFileStopsTheStartAndNamesTheFault(String people, String key) throws IOException {
    try (TestDatabase.Opened database = TestDatabase.H2.open()) {
      TestRooms modules = rooms(database, MINISTRY + people);

      assertThatException()
          .isThrownBy(() -> modules.open("directory"))
          .satisfies(
              failure -> {
                Throwable cause = failure;
                while (!(cause instanceof InvalidSettingException)) {
                  cause = Objects.requireNonNull(cause.getCause());
                }
                assertThat(cause).hasMessageContaining("jalon.directory.file");
                assertThat(cause.getCause())
                    .isInstanceOfSatisfying(
                        ValidationError.class, error -> assertThat(error.key()).contains(key));
              });
      assertThat(database.jdbc().sql("select count(*) from ministry").query(Integer.class).single())
          .isZero();
    }
  }

  private static String person(String role) {
    return "{id: be-ibz, name: {fr: A, nl: B, en: C}, language: fr, role: " + role + "}";
  }

  private TestRooms rooms(TestDatabase.Opened database, String file) throws IOException {
    Path path = Files.writeString(folder.resolve("directory.yaml"), file);
    return new TestRooms(database, TestClock.at("2027-03-01T09:00"))
        .property("jalon.directory.file", path.toUri().toString());
  }
}
