package eu.jalon.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server that replies as configured by a test, or closes the connection. */
public final class ScriptedRelay implements AutoCloseable {

  /** Closes the connection instead of a reply. */
  static final String CUT = "cut";

  /** Sends single bytes without an end. */
  static final String DRIPPING = "dripping";

  /** Sends lines without an end. */
  static final String ENDLESS = "endless";

  private final ServerSocket server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private volatile Runnable meanwhile = () -> {};

  public ScriptedRelay() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /**
   * Sets the reply to a command: CONNECT, MAIL, RCPT, DATA, a line with a recipient, or "." for the
   * end of data.
   */
  public ScriptedRelay answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  /** Sets an action that runs while a message is received. */
  public void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  /** Resets all replies to success. */
  void recover() {
    answers.clear();
  }

  public int connections() {
    return connections.get();
  }

  /** The completely transmitted messages, whatever the reply was. */
  public List<String> messages() {
    return messages;
  }

  /** The received command lines, in order. */
  List<String> commands() {
    return commands;
  }

  public JavaMailSenderImpl sender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(server.getInetAddress().getHostAddress());
    sender.setPort(server.getLocalPort());
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
    return sender;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      answers.clear();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      boolean open = answer(out, "CONNECT", "220 relay.example.org");
      while (open) {
        String line = in.readLine();
        open = line != null && converse(line, in, out);
      }
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private boolean converse(String line, BufferedReader in, OutputStream out) throws IOException {
    commands.add(line);
    String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    return switch (command) {
      case "QUIT" -> {
        answer(out, command, "221 bye");
        yield false;
      }
      case "RCPT" -> answer(out, answers.containsKey(line) ? line : command, "250 ok");
      case "DATA" -> {
        boolean willing = !answers.containsKey("DATA");
        yield answer(out, command, "354 go on") && (!willing || take(in, out));
      }
      default -> answer(out, command, "250 ok");
    };
  }

  private boolean take(BufferedReader in, OutputStream out) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        messages.add(message.toString());
        meanwhile.run();
        return answer(out, ".", "250 taken");
      }
      message.append(line).append('\n');
    }
    return false;
  }

  private boolean answer(OutputStream out, String command, String usual) throws IOException {
    String answer = answers.getOrDefault(command, usual);
    if (answer.equals(CUT)) {
      return false;
    }
    while (answer.equals(DRIPPING)) {
      out.write('2');
      LockSupport.parkNanos(20_000_000);
    }
    while (answer.equals(ENDLESS)) {
      out.write("220-and so on\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
