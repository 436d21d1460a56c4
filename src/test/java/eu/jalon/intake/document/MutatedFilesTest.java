package eu.jalon.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that were changed at random are read or refused, never anything else, and soon. */
class MutatedFilesTest {

  private static final int MUTATIONS = Integer.getInteger("jalon.mutations", 30);
  private static final long SEED = Long.getLong("jalon.mutations.seed", 20260312);
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "\"",
          "/>",
          "&",
          "&#0;",
          "]]>",
          "<!--",
          "{",
          "}",
          "\\",
          "\\par",
          "\\u99999",
          "\\row",
          "\\cell",
          "\\trowd",
          "stream",
          "endstream",
          "endobj",
          "obj",
          "/Type",
          "65536",
          "-1",
          "2147483648",
          "\0",
          "\uFFFF",
          "%%EOF",
          ";;;;",
          "|||",
          "\n\n",
          "\t",
          "\f",
          "1.1",
          "•",
          "w:val=\"-5\"",
          "</w:p>",
          "<w:tbl>",
          "</text:list>");

  @Test
  void everyMutationOfEveryFormatIsReadOrRefused() {
    int done = 0;
    for (Map.Entry<String, byte[]> sample : SampleFiles.all().entrySet()) {
      for (int i = 0; i < MUTATIONS; i++) {
        var random = new Random(SEED + 31L * i + sample.getKey().hashCode());
        byte[] mutated = mutated(sample.getValue(), sample.getKey(), random);
        readOrRefused(sample.getKey(), mutated, i);
        done++;
      }
    }
    assertThat(done).isGreaterThanOrEqualTo(200);
  }

  private static void readOrRefused(String name, byte[] content, int number) {
    long start = System.nanoTime();
    try {
      SourceText source = new DocumentReaders().read(name, content);
      assertThat(source.text()).as("%s, mutation %s", name, number).doesNotContain("\0");
    } catch (ValidationError refused) {
      assertThat(refused.key()).isNotBlank();
    } catch (RuntimeException wrong) {
      throw new AssertionError(name + ", mutation " + number + " ended with " + wrong, wrong);
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertThat(taken).as("%s, mutation %s", name, number).isLessThan(MOST);
  }

  /** Archives are also changed inside, where a change of the compressed bytes does not reach. */
  private static byte[] mutated(byte[] content, String name, Random random) {
    boolean archive = name.endsWith(".docx") || name.endsWith(".odt") || name.endsWith(".xlsx");
    if (!archive || random.nextInt(4) == 0) {
      return changed(content, random);
    }
    Map<String, byte[]> parts = new LinkedHashMap<>(SampleFiles.unzip(content));
    List<String> names = parts.keySet().stream().filter(part -> part.endsWith(".xml")).toList();
    String part = names.get(random.nextInt(names.size()));
    parts.computeIfPresent(part, (key, xml) -> changed(xml, random));
    return SampleFiles.zip(parts);
  }

  private static byte[] changed(byte[] content, Random random) {
    byte[] changed = content.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && changed.length > 2; i++) {
      int at = random.nextInt(changed.length);
      int length = Math.min(changed.length - at, 1 + random.nextInt(200));
      changed =
          switch (random.nextInt(6)) {
            case 0 -> flipped(changed, at, random);
            case 1 -> Arrays.copyOf(changed, at);
            case 2 -> replaced(changed, at, length, new byte[0]);
            case 3 -> replaced(changed, at, 0, Arrays.copyOfRange(changed, at, at + length));
            case 4 -> replaced(changed, at, 0, token(random));
            default -> replaced(changed, at, Math.min(length, 8), token(random));
          };
    }
    return changed;
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] content, int at, Random random) {
    byte[] flipped = content.clone();
    flipped[at] = (byte) random.nextInt(256);
    return flipped;
  }

  private static byte[] replaced(byte[] content, int at, int length, byte[] by) {
    byte[] replaced = new byte[content.length - length + by.length];
    System.arraycopy(content, 0, replaced, 0, at);
    System.arraycopy(by, 0, replaced, at, by.length);
    System.arraycopy(content, at + length, replaced, at + by.length, content.length - at - length);
    return replaced;
  }
}
