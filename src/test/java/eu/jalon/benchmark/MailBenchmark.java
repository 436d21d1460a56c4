package eu.jalon.benchmark;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sending a day's emails, composed from the state of the moment, each leased and marked, against a
 * bare JavaMail loop that makes messages of the very same words, composed before, and hands them to
 * the same sink, 50 for each connection, over sockets that send as promptly as ours.
 */
final class MailBenchmark {

  private static final int WARM_UP = 3;
  private static final int ROUNDS = 3;
  private static final int PER_CONNECTION = 50;

  /** How often the bare loop sends each of its messages: all emails at once would fill the heap. */
  private static final int REPEATS = 10;

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 2);
  private static final List<String> SINKS =
      List.of("/usr/sbin/smtp-sink", "/usr/libexec/postfix/smtp-sink");

  /** A calendar file of the size of ours, five dates. */
  private static final String CALENDAR =
      """
      BEGIN:VEVENT
      UID:bench-1@127.0.0.1
      SEQUENCE:0
      DTSTAMP:20270302T060000Z
      DTSTART;VALUE=DATE:20270302
      SUMMARY:Faire le bilan – Tenir la réunion
      DESCRIPTION:VD2018-90.01 · Thème 0
      URL:http://127.0.0.1:8080/tasks/1
      TRANSP:TRANSPARENT
      END:VEVENT
      """
          .repeat(5);

  private MailBenchmark() {}

  static Ratio measure(int emails) throws Exception {
    int port = freePort();
    Process sink = sink(port);
    try (ConfigurableApplicationContext application =
        ManyItemsApplication.application(
            "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port)) {
      ManyItemsApplication.fill(application.getBean(JdbcClient.class), emails * 5, emails);
      return measure(application, port, emails);
    } finally {
      sink.destroy();
    }
  }

  /** Measures in an application that sends to this port and has items of so many people. */
  static Ratio measure(ConfigurableApplicationContext application, int port, int emails) {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    for (int round = 0; round < WARM_UP; round++) {
      plan(application, jdbc);
      send(application, emails);
    }
    List<ComposedEmail> messages = sample(application, jdbc, emails / REPEATS);
    bare(messages, port);
    for (int round = 0; round < ROUNDS; round++) {
      plan(application, jdbc);
      ours.add(emails / EntryBenchmark.seconds(() -> send(application, emails)));
      bare.add(REPEATS * messages.size() / EntryBenchmark.seconds(() -> bare(messages, port)));
    }
    return new Ratio(
        "sending " + emails + " emails", "per second", ours, bare, "bare JavaMail loop", "≥ 0.8");
  }

  private static void plan(ConfigurableApplicationContext application, JdbcClient jdbc) {
    ManyItemsApplication.forget(jdbc);
    application.getBean(ReminderRound.class).run(TODAY, false);
    jdbc.sql("update email set next_attempt_at = current_timestamp").update();
    // As the database does by itself within a minute of so many new rows.
    jdbc.sql("vacuum analyze email").update();
    jdbc.sql("vacuum analyze reminder").update();
  }

  private static void send(ConfigurableApplicationContext application, int emails) {
    int sent = application.getBean(Dispatcher.class).dispatch();
    if (sent < emails) {
      throw new IllegalStateException(sent + " emails were sent of " + emails);
    }
  }

  /** The very words of some of the emails that were sent, composed beforehand. */
  private static List<ComposedEmail> sample(
      ConfigurableApplicationContext application, JdbcClient jdbc, int size) {
    MailQueue mailQueue = application.getBean(MailQueue.class);
    return jdbc
        .sql("select id from email where status = 'SENT' order by id fetch first ? rows only")
        .param(size)
        .query((row, n) -> row.getObject("id", UUID.class))
        .list()
        .stream()
        .map(id -> mailQueue.preview(id).orElseThrow())
        .toList();
  }

  private static void bare(List<ComposedEmail> messages, int port) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    Session session = Session.getInstance(properties);
    try {
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        for (int from = 0; from < messages.size(); from += PER_CONNECTION) {
          int to = Math.min(messages.size(), from + PER_CONNECTION);
          try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (ComposedEmail email : messages.subList(from, to)) {
              MimeMessage message = message(session, email);
              transport.sendMessage(message, message.getAllRecipients());
            }
          }
        }
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage message(Session session, ComposedEmail email)
      throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(email.text(), "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(email.html(), "UTF-8", "html");
    MimeMessage message = new MimeMessage(session);
    message.setFrom("jalon@example.org");
    message.setRecipients(Message.RecipientType.TO, "reader@example.org");
    message.setSubject(email.subject(), "UTF-8");
    MimeMultipart alternatives = new MimeMultipart("alternative", text, html);
    if (email.calendar() == null) {
      message.setContent(alternatives);
    } else {
      MimeBodyPart words = new MimeBodyPart();
      words.setContent(alternatives);
      MimeBodyPart calendar = new MimeBodyPart();
      calendar.setText(CALENDAR, "UTF-8", "calendar");
      message.setContent(new MimeMultipart("mixed", words, calendar));
    }
    message.saveChanges();
    return message;
  }

  /** Postfix's sink takes thousands of emails a second and keeps none. */
  private static Process sink(int port) throws IOException, InterruptedException {
    String program =
        SINKS.stream()
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No smtp-sink: install Postfix"));
    Process process =
        new ProcessBuilder(
                program, "-u", System.getProperty("user.name"), "127.0.0.1:" + port, "1000")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "bench", "smtp-sink.log").toFile())
            .start();
    for (int i = 0; i < 100 && !answers(port); i++) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("smtp-sink ended: see target/bench/smtp-sink.log");
      }
    }
    return process;
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
