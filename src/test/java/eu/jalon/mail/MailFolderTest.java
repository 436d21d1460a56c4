package eu.jalon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E-mails without a configured mail host. */
class MailFolderTest {

  @TempDir Path parent;

  @ParameterizedTest
  @EnumSource
  void coordinators20_emailsAreWrittenToFilesAndRecordedAsSentWithoutAReply(TestDatabase database)
      throws Exception {
    Path folder = parent.resolve("var/mail");
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

      String name = "2027-03-01-be-ibz-" + id + ".eml";
      assertThat(filesIn(folder)).containsExactly(name);
      assertThat(Files.readString(folder.resolve(name))).isEqualTo(fixture.mailQueue().message(id));
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.SENT);
      assertThat(fixture.email(id).reply()).as("there is no server that could reply").isNull();
      assertThat(fixture.mailQueue().destination()).isEqualTo(folder.toAbsolutePath().toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void emailsAreTriedAgainIfTheFolderIsNotWritable(TestDatabase database) throws Exception {
    Path folder = Files.writeString(parent.resolve("mail"), "a file is in the way");
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.dispatcher().dispatch()).isZero();
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.RETRY);

      Files.delete(folder);
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
    }
  }

  private static List<String> filesIn(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
