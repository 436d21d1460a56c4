package eu.jalon.simulation.faults;

import eu.jalon.simulation.faults.FaultSequence.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The line from one node to the relay, on which answers go wrong and emails are noted. */
final class FaultyProxy implements AutoCloseable {

  /** Where an email is on its way when its node is struck. */
  enum Moment {
    RECIPIENT("before RCPT"),
    DATA("before DATA"),
    TEXT("while its text was on the way"),
    TAKEN("after it was taken, before the answer"),
    ANSWERED("right after the answer");

    final String words;

    Moment(String words) {
      this.words = words;
    }
  }

  /** What strikes a node, at a moment of its so many next email. */
  record Trap(Moment moment, AtomicInteger emails, Runnable blow) {}

  /** An email that the relay took; cut where the node had no answer, or had it too late. */
  record Taken(String email, int life, long at, boolean cut) {}

  private static final Duration SLOW = Duration.ofMillis(1200);

  /** So late that the node, whose wait began a little earlier, may have given up. */
  private static final Duration LATE = ReminderNode.PATIENCE.multipliedBy(3).dividedBy(4);

  private static final Duration ENDLESS = ReminderNode.PATIENCE.multipliedBy(3);
  private static final int LINES_BEFORE_CUT = 12;
  private static final String MESSAGE_ID = "message-id:";

  private final ServerSocket server;
  private final int relay;
  private final Set<String> refused;
  private final FaultSequence deck;
  private final IntSupplier life;
  private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
  private final AtomicInteger open = new AtomicInteger();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  /**
   * A line for the node that lives its so-many-th life.
   *
   * @param refused the addresses that the relay does not know
   */
  FaultyProxy(int relay, Set<String> refused, FaultSequence deck, IntSupplier life)
      throws IOException {
    this.relay = relay;
    this.refused = refused;
    this.deck = deck;
    this.life = life;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  boolean isIdle() {
    return open.get() == 0;
  }

  void set(@Nullable Trap next) {
    trap.set(next);
  }

  boolean hasTrap() {
    return trap.get() != null;
  }

  List<Taken> taken() {
    return taken;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        int whose = life.getAsInt();
        open.incrementAndGet();
        daemon(() -> serve(socket, whose));
      }
    } catch (IOException closed) {
      trap.set(null);
    }
  }

  private void serve(Socket socket, int whose) {
    try (SmtpConversation node = new SmtpConversation(socket);
        SmtpConversation server =
            new SmtpConversation(new Socket(InetAddress.getLoopbackAddress(), relay))) {
      String greeting = server.answer();
      switch (deck.deal(Place.CONNECT)) {
        case CLOSED -> {}
        case BANNER_421 -> node.say("421 4.3.2 down for maintenance");
        default -> {
          node.say(greeting);
          new Conversation(node, server, whose).hold();
        }
      }
    } catch (IOException cut) {
      // One of both has gone; what it means is for the node to find out.
    } finally {
      open.decrementAndGet();
    }
  }

  private void reach(Moment moment) {
    Trap set = trap.get();
    if (set != null
        && set.moment() == moment
        && set.emails().decrementAndGet() <= 0
        && trap.compareAndSet(set, null)) {
      set.blow().run();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-line");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection of a node; each command is answered by the relay or by a fault. */
  private final class Conversation {

    private final SmtpConversation node;
    private final SmtpConversation server;
    private final int whose;

    Conversation(SmtpConversation node, SmtpConversation server, int whose) {
      this.node = node;
      this.server = server;
      this.whose = whose;
    }

    void hold() throws IOException {
      boolean goesOn = true;
      while (goesOn) {
        String line = node.line();
        goesOn = line != null && converse(line);
      }
    }

    private boolean converse(String line) throws IOException {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      return switch (command) {
        case "RCPT" -> recipient(line);
        case "DATA" -> data();
        default -> {
          node.say(ask(line));
          yield !command.equals("QUIT");
        }
      };
    }

    private String ask(String line) throws IOException {
      server.say(line);
      return server.answer();
    }

    private boolean recipient(String line) throws IOException {
      reach(Moment.RECIPIENT);
      if (refused.contains(line.replaceAll("^[^<]*<|>.*$", ""))) {
        deck.count(Fault.RCPT_550);
        node.say("550 5.1.1 no such user");
        return true;
      }
      Fault fault = deck.deal(Place.RCPT);
      switch (fault) {
        case RCPT_450 -> node.say("450 4.2.0 greylisted");
        case HANG -> node.keepSilent(ENDLESS);
        case SLOW -> {
          node.keepSilent(SLOW);
          node.say(ask(line));
        }
        default -> node.say(ask(line));
      }
      return fault != Fault.HANG;
    }

    private boolean data() throws IOException {
      reach(Moment.DATA);
      if (deck.deal(Place.DATA) == Fault.DATA_451) {
        node.say("451 4.3.0 try later");
        return true;
      }
      Fault fault = deck.deal(Place.DOT);
      switch (fault) {
        case DOT_452, HANG -> {
          node.say("354 go on");
          text(line -> {});
          if (fault == Fault.HANG) {
            node.keepSilent(ENDLESS);
            return false;
          }
          node.say("452 4.3.1 full");
          return ask("RSET").startsWith("250");
        }
        case CUT_IN_DATA -> {
          node.say(ask("DATA"));
          for (int i = 0; i < LINES_BEFORE_CUT; i++) {
            server.say(read());
          }
          return false;
        }
        default -> {
          return take(fault == Fault.CUT_AFTER_TAKEN);
        }
      }
    }

    private boolean take(boolean cut) throws IOException {
      node.say(ask("DATA"));
      reach(Moment.TEXT);
      String email = text(server::say);
      long since = System.nanoTime();
      String answer = ask(".");
      long now = System.nanoTime();
      boolean late = now - since > LATE.toNanos();
      if (answer.startsWith("250")) {
        taken.add(new Taken(email, whose, now, cut || late));
        reach(Moment.TAKEN);
      }
      if (cut) {
        return false;
      }
      node.say(answer);
      reach(Moment.ANSWERED);
      return true;
    }

    /** Reads up to the final dot; answers the Message-ID. */
    private String text(Reader reader) throws IOException {
      List<String> ids = new ArrayList<>();
      for (String line = read(); !line.equals("."); line = read()) {
        if (ids.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
          ids.add(line.substring(MESSAGE_ID.length()).strip());
        }
        reader.read(line);
      }
      return String.join(" ", ids);
    }

    private String read() throws IOException {
      String line = node.line();
      if (line == null) {
        throw new IOException("The node has hung up");
      }
      return line;
    }
  }

  /** What is done with each line of an email. */
  private interface Reader {
    void read(String line) throws IOException;
  }
}
