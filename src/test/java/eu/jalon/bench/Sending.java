package eu.jalon.bench;

import eu.jalon.nudge.NudgeRound;
import eu.jalon.outbox.Dispatcher;
import eu.jalon.outbox.smtp.PromptSockets;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sending a day's letters, composed from the state of the moment, each leased and marked, against a
 * bare JavaMail loop that hands the very same messages, made before, to the same sink, 50 for each
 * connection, over sockets that send as promptly as ours.
 */
final class Sending {

  private static final int ROUNDS = 3;
  private static final int PER_CONNECTION = 50;
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 2);
  private static final List<String> SINKS =
      List.of("/usr/sbin/smtp-sink", "/usr/libexec/postfix/smtp-sink");

  private Sending() {}

  static Ratio measure(int letters) throws Exception {
    int port = freePort();
    Process sink = sink(port);
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (ConfigurableApplicationContext application =
        ManyItems.application("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port)) {
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      ManyItems.fill(jdbc, letters * 5, letters);
      plan(application, jdbc);
      send(application, letters);
      List<String> messages =
          jdbc.sql("select message from letter where status = 'SENT' order by id")
              .query(String.class)
              .list();
      bare(messages, port);
      for (int round = 0; round < ROUNDS; round++) {
        plan(application, jdbc);
        ours.add(letters / Entering.seconds(() -> send(application, letters)));
        bare.add(messages.size() / Entering.seconds(() -> bare(messages, port)));
      }
    } finally {
      sink.destroy();
    }
    return new Ratio(
        "sending " + letters + " letters", "per second", ours, bare, "bare JavaMail loop", "≥ 0.8");
  }

  private static void plan(ConfigurableApplicationContext application, JdbcClient jdbc) {
    ManyItems.forget(jdbc);
    application.getBean(NudgeRound.class).run(TODAY, false);
    jdbc.sql("update letter set next_attempt_at = current_timestamp").update();
  }

  private static void send(ConfigurableApplicationContext application, int letters) {
    int sent = application.getBean(Dispatcher.class).dispatch();
    if (sent < letters) {
      throw new IllegalStateException(sent + " letters were sent of " + letters);
    }
  }

  private static void bare(List<String> messages, int port) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    Session session = Session.getInstance(properties);
    try {
      for (int from = 0; from < messages.size(); from += PER_CONNECTION) {
        try (Transport transport = session.getTransport("smtp")) {
          transport.connect();
          for (String text :
              messages.subList(from, Math.min(messages.size(), from + PER_CONNECTION))) {
            MimeMessage message =
                new MimeMessage(
                    session, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            transport.sendMessage(message, message.getAllRecipients());
          }
        }
      }
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Postfix's sink takes thousands of letters a second and keeps none. */
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

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
