package eu.jalon.reminder.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.reminder.ReminderFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** The reminder policy in force after a start. */
class ReminderPoliciesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aValidPolicyReplacesThePreviousOneAndAnInvalidOneDoesNot(TestDatabase database)
      throws IOException {
    String shipped =
        new ClassPathResource(ReminderPolicies.SHIPPED).getContentAsString(StandardCharsets.UTF_8);
    Path table = folder.resolve("officials.dmn");
    try (TestDatabase.Opened opened = database.open()) {
      PolicyInForce first = start(opened, null);
      assertThat(first.source()).contains("reminder-policy.dmn");
      assertThat(first.refused()).isEmpty();

      Files.writeString(table, shipped.replace("<text>[2..5]</text>", "<text>[3..5]</text>"));
      PolicyInForce refused = start(opened, table);
      assertThat(refused.since()).as("the previous one stays in force").isEqualTo(first.since());
      assertThat(refused.rules()).isEqualTo(first.rules());
      assertThat(refused.refused().orElseThrow().key()).isEqualTo("policy.gap");
      assertThat(refused.refused().orElseThrow().arguments().toString()).contains("daysLeft=2");

      Files.writeString(
          table,
          shipped
              .replace("<text>[2..5]</text>", "<text>[2..4]</text>")
              .replace("<text>[6..10]</text>", "<text>[5..10]</text>"));
      PolicyInForce officials = start(opened, table);
      assertThat(officials.source()).contains("officials.dmn");
      assertThat(officials.refused()).isEmpty();
      assertThat(officials.rules().get(6).conditions())
          .containsEntry(ReminderPolicy.Input.DAYS_LEFT, "[2..4]");

      Files.delete(table);
      PolicyInForce unreadable = start(opened, table);
      assertThat(unreadable.refused().orElseThrow().key()).isEqualTo("policy.unreadable");
      assertThat(unreadable.rules()).isEqualTo(officials.rules());
    }
  }

  @ParameterizedTest
  @EnumSource
  void ifTheFirstPolicyIsInvalidTheShippedOneIsInForce(TestDatabase database) throws IOException {
    Path table = folder.resolve("wrong.dmn");
    Files.writeString(table, "no table at all");
    try (TestDatabase.Opened opened = database.open()) {
      PolicyInForce inForce = start(opened, table);

      assertThat(inForce.rules()).hasSize(15);
      assertThat(inForce.refused().orElseThrow().key()).isEqualTo("policy.notDmn");
    }
  }

  private static PolicyInForce start(
      TestDatabase.Opened database, @org.jspecify.annotations.Nullable Path table) {
    TestRooms rooms = new TestRooms(database, TestClock.at(ReminderFixture.MONDAY));
    if (table != null) {
      rooms.property("jalon.reminder.policy", table.toUri().toString());
    }
    try (rooms) {
      rooms
          .property("jalon.mail.folder", "target/mail")
          .open(
              "directory",
              "meeting",
              "commitment",
              "actionitem",
              "transition",
              "overview",
              "mail",
              "reminder");
      return rooms.get(ReminderPolicies.class).inForce();
    }
  }
}
