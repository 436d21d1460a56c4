package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.Fault;
import eu.jalon.shared.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of clamd with a real daemon. */
@Tag("integration")
class ClamdDaemonTest {

  /** The EICAR test file, backwards: as it is written virus scanners would remove this file. */
  private static final String RACIE =
      "*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X";

  private static final int LONGEST = 20 * 1024 * 1024;

  @TempDir private Path folder;
  private byte[] eicar;
  private ClamdProcess clamd;
  private VirusScan scan;

  @BeforeEach
  void start() {
    eicar = new StringBuilder(RACIE).reverse().toString().getBytes(US_ASCII);
    clamd = new ClamdProcess(folder, eicar, LONGEST);
    scan = new VirusScan(clamd.properties());
  }

  @AfterEach
  void stop() {
    clamd.close();
  }

  @Test
  void focalPoints22_aCleanFileOfTheLargestSizePasses() throws IOException {
    byte[] file = new byte[LONGEST];
    new Random(22).nextBytes(file);

    assertThat(find(file)).isEmpty();
    assertThat(find("Une note.".getBytes(US_ASCII))).isEmpty();
    assertThat(find(new byte[0])).isEmpty();
    assertThat(scan.faults()).isEmpty();
    assertThat(new VirusScanCheck(clamd.properties()).check()).contains("answers");
  }

  @Test
  void focalPoints22_theEicarTestFileIsFoundAlsoInAnOfficeDocument() throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (ZipOutputStream parts = new ZipOutputStream(document)) {
      parts.putNextEntry(new ZipEntry("word/media/note.txt"));
      parts.write(eicar);
    }

    for (byte[] file : new byte[][] {eicar, document.toByteArray()}) {
      assertThat(find(file).orElseThrow()).startsWith(ClamdProcess.SIGNATURE);
    }
  }

  @Test
  void focalPoints22_aFileBeyondTheLimitOfTheDaemonIsNotTakenForClean() {
    assertThatThrownBy(() -> find(new byte[LONGEST + 1])).isInstanceOf(IOException.class);
    assertThat(scan.answers()).isTrue();
  }

  @Test
  void focalPoints22_whenTheDaemonStopsFilesAreNotTakenForCleanAndAFaultIsReported() {
    clamd.close();

    assertThatThrownBy(() -> find("Une note.".getBytes(US_ASCII)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be reached");
    assertThat(scan.faults()).containsExactly(Fault.of(Fault.Kind.VIRUS_SCANNER_AWAY));
    assertThatThrownBy(() -> new VirusScanCheck(clamd.properties()).check())
        .isInstanceOf(InvalidSettingException.class);
  }

  private Optional<String> find(byte[] file) throws IOException {
    return scan.scan(new ByteArrayInputStream(file));
  }
}
