package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import eu.jalon.DemoOnH2;
import eu.jalon.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An infected file is refused before anything reads it. */
@DemoOnH2
class UploadScanTest {

  @Autowired private AuditLog audit;
  @Autowired private JdbcClient jdbc;

  /** A handler that notes what reaches it. */
  @RestController
  static class Uploads {

    private final List<String> handled = new ArrayList<>();

    @PostMapping("/uploads-of-the-test")
    void upload(@RequestPart MultipartFile file) {
      handled.add(Objects.requireNonNull(file.getOriginalFilename()));
    }
  }

  @Test
  void focalPoints22_anInfectedFileIsRefusedAndRecorded() throws Exception {
    Uploads uploads = new Uploads();
    try (ScriptedClamd clamd = new ScriptedClamd(ScriptedClamd.Mode.SCANS)) {
      MockMvc mvc = scanned(uploads, clamd.properties());
      mvc.perform(file("clean.txt", "une note"));
      assertThatThrownBy(() -> mvc.perform(file("../eicar.txt", "a virus")))
          .hasMessageContaining("upload.infected [eicar.txt]");
    }
    assertThat(uploads.handled).containsExactly("clean.txt");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit_entry
                    where outcome = 'infected: Test-Signature' and about = 'eicar.txt'
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeScannedIsRefused() {
    Uploads uploads = new Uploads();
    VirusScanProperties gone;
    try (ScriptedClamd clamd = new ScriptedClamd(ScriptedClamd.Mode.SCANS)) {
      gone = clamd.properties();
    }
    assertThatThrownBy(() -> scanned(uploads, gone).perform(file("note.txt", "une note")))
        .hasMessageContaining("upload.notScanned [note.txt]");
    assertThat(uploads.handled).isEmpty();
  }

  private MockMvc scanned(Uploads uploads, VirusScanProperties properties) {
    return MockMvcBuilders.standaloneSetup(uploads)
        .addInterceptors(new UploadScanInterceptor(new VirusScan(properties), audit))
        .build();
  }

  private static MockMultipartHttpServletRequestBuilder file(String name, String content) {
    return multipart("/uploads-of-the-test")
        .file(new MockMultipartFile("file", name, "text/plain", content.getBytes(US_ASCII)));
  }
}
