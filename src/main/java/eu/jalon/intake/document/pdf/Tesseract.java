package eu.jalon.intake.document.pdf;

import eu.jalon.shared.ValidationError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** The command line of Tesseract, which recognises the text of a picture. */
final class Tesseract {

  private static final String COMMAND = "tesseract";
  private static final List<String> LANGUAGES = List.of("fra", "nld", "eng");
  private static final int LISTING_SECONDS = 10;

  private final String languages;

  private Tesseract(String languages) {
    this.languages = languages;
  }

  /** Returns the installed program; refuses with a sentence about what to install. */
  static Tesseract require() {
    try {
      Deadline deadline = Deadline.in(java.time.Duration.ofSeconds(LISTING_SECONDS));
      List<String> installed =
          run(List.of(COMMAND, "--list-langs"), new byte[0], deadline).lines().toList();
      List<String> usable = LANGUAGES.stream().filter(installed::contains).toList();
      if (!usable.isEmpty()) {
        return new Tesseract(String.join("+", usable));
      }
    } catch (IOException notInstalled) {
      // refused below, like an installation without the languages
    }
    throw ValidationError.invalid("document.scan");
  }

  /** Recognises one picture; the process is ended at the deadline. */
  String recognise(BufferedImage image, Deadline deadline) throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return run(
        List.of(
            COMMAND,
            "stdin",
            "stdout",
            "-l",
            languages,
            "--psm",
            "1",
            "--dpi",
            "300",
            "-c",
            "preserve_interword_spaces=1"),
        png.toByteArray(),
        deadline);
  }

  private static String run(List<String> command, byte[] input, Deadline deadline)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return process.getInputStream().readAllBytes();
                } catch (IOException closed) {
                  throw new UncheckedIOException(closed);
                }
              });
      CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(process, input));
      byte[] text = output.get(Math.max(1, deadline.left().toMillis()), TimeUnit.MILLISECONDS);
      written.join();
      return new String(text, StandardCharsets.UTF_8);
    } catch (java.util.concurrent.TimeoutException late) {
      throw ValidationError.invalid("document.tooSlow");
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IOException("Tesseract failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void write(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException endedBeforeReadingAll) {
      // its output contains the text that it recognised
    }
  }
}
