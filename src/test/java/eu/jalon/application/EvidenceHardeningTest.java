package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line 6: files that are uploaded as evidence. */
class EvidenceHardeningTest extends HardeningTest {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  private long before;

  @BeforeEach
  void count() {
    before = kept();
  }

  @ParameterizedTest(name = "6 {0} is refused with a sentence, and nothing is kept")
  @CsvSource({
    "page.pdf, application/pdf, <html><script>alert(1)</script></html>",
    "dessin.svg, image/png, <svg onload='alert(1)'/>",
    "note.html, text/plain, <script>alert(1)</script>",
    "vide.txt, text/plain, ''"
  })
  void aFileThatLies(String name, String type, String content) {
    HttpResponse<String> answer = upload(as("be-ibz"), name, type, content);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("detail").doesNotContain("error.");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  @DisplayName("6 a file that is too large is refused, and nothing is kept")
  void tooLarge() {
    String elevenMegabytes = "x".repeat(11 * 1024 * 1024);

    HttpResponse<String> answer = upload(as("be-ibz"), "grand.txt", "text/plain", elevenMegabytes);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  @DisplayName("6 a name with ../ and a line end becomes a plain name, and the file is downloaded")
  void aFileIsOnlyEverDownloaded() {
    SessionClient visitor = as("be-ibz");
    HttpResponse<String> added =
        upload(visitor, "../../etc/passwd\\..\\note.txt", "text/html", "Une note.");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(added.body()).contains("\"note.txt\"");
    Matcher id = ID.matcher(added.body());
    assertThat(id.find()).isTrue();
    String address = "/api/evidence/" + id.group(1);

    HttpResponse<String> file = visitor.get(address);

    assertThat(file.body()).isEqualTo("Une note.");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("sandbox"));
    assertThat(file.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
    for (String other : new String[] {"fr-int", "be-jus", "coord-be"}) {
      assertThat(as(other).get(address).statusCode()).as(other).isEqualTo(404);
    }
    assertThat(visitor.send("DELETE", address, "", "", Map.of()).statusCode()).isEqualTo(204);
    assertThat(kept()).isEqualTo(before);
  }

  private HttpResponse<String> upload(
      SessionClient visitor, String name, String type, String content) {
    String body =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"",
            "Content-Type: " + type,
            "",
            content,
            "--b--",
            "");
    return visitor.send(
        "POST",
        "/api/action-items/" + item("VD2023-2.03", "BE-IBZ") + "/evidence",
        "multipart/form-data; boundary=b",
        body,
        Map.of());
  }

  private long kept() {
    return jdbc()
        .sql("select count(*) from evidence where action_item_id = :id")
        .param("id", item("VD2023-2.03", "BE-IBZ"))
        .query(Long.class)
        .single();
  }
}
