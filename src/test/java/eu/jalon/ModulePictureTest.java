package eu.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Holds the picture of the modules in {@code docs} against the code. Run it with {@code
 * -Djalon.pictures.write=true} to draw the picture again.
 */
class ModulePictureTest {

  private static final Path PICTURE = Path.of("docs/pictures/modules.svg");
  private static final int BOX_WIDTH = 128;
  private static final int BOX_HEIGHT = 34;
  private static final int GAP = 26;
  private static final int LAYER = 86;
  private static final int WIDTH = 980;

  @Test
  void thePictureShowsTheModulesOfTheCode() throws Exception {
    String drawn = draw(dependencies());

    if (Boolean.getBoolean("jalon.pictures.write")) {
      Files.writeString(PICTURE, drawn);
    }

    assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
  }

  /** Every module with the modules it uses; {@code shared}, which all use, is left out. */
  private static Map<String, Set<String>> dependencies() {
    ApplicationModules modules = ApplicationModules.of(JalonApplication.class);
    Map<String, Set<String>> uses = new TreeMap<>();
    for (ApplicationModule module : modules) {
      if (module.isOpen()) {
        continue;
      }
      uses.put(
          module.getIdentifier().toString(),
          module.getDirectDependencies(modules).stream()
              .map(dependency -> dependency.getTargetModule())
              .filter(target -> !target.isOpen())
              .map(target -> target.getIdentifier().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return uses;
  }

  private static String draw(Map<String, Set<String>> uses) {
    Map<String, Integer> layers = new HashMap<>();
    uses.keySet().forEach(module -> layer(module, uses, layers));
    int top = layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Map<String, int[]> places = new TreeMap<>();
    for (int layer = 0; layer <= top; layer++) {
      List<String> row = new ArrayList<>();
      for (String module : uses.keySet()) {
        if (layers.get(module) == layer) {
          row.add(module);
        }
      }
      row.sort(Comparator.comparingDouble(module -> centreOf(uses.get(module), places)));
      int x = (WIDTH - row.size() * BOX_WIDTH - (row.size() - 1) * GAP) / 2;
      for (String module : row) {
        places.put(module, new int[] {x, 20 + (top - layer) * LAYER});
        x += BOX_WIDTH + GAP;
      }
    }
    int height = 40 + top * LAYER + BOX_HEIGHT;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14">
        <title>The modules of Jalon; an arrow points to a module that is used. All use shared.</title>
        <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
        orient="auto"><path d="M0 0 8 4 0 8z" fill="#4a5568"/></marker></defs>
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, height));
    uses.forEach(
        (module, targets) ->
            targets.stream()
                .filter(target -> !impliedByAnother(target, targets, uses))
                .sorted(Comparator.naturalOrder())
                .forEach(target -> svg.append(arrow(places.get(module), places.get(target)))));
    places.forEach((module, place) -> svg.append(box(module, place)));
    return svg.append("</svg>\n").toString();
  }

  /** The horizontal centre of the modules below, so that arrows cross as little as possible. */
  private static double centreOf(Set<String> targets, Map<String, int[]> places) {
    return targets.stream()
        .filter(places::containsKey)
        .mapToInt(target -> places.get(target)[0])
        .average()
        .orElse(WIDTH / 2.0);
  }

  private static int layer(
      String module, Map<String, Set<String>> uses, Map<String, Integer> layers) {
    Integer known = layers.get(module);
    if (known != null) {
      return known;
    }
    int layer =
        uses.get(module).stream()
            .mapToInt(target -> layer(target, uses, layers) + 1)
            .max()
            .orElse(0);
    layers.put(module, layer);
    return layer;
  }

  /**
   * Whether a module is reached through another one that is used too, so that no arrow is drawn.
   */
  private static boolean impliedByAnother(
      String target, Set<String> targets, Map<String, Set<String>> uses) {
    return targets.stream()
        .filter(other -> !other.equals(target))
        .anyMatch(other -> reaches(other, target, uses));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
    return uses.get(from).contains(to)
        || uses.get(from).stream().anyMatch(next -> reaches(next, to, uses));
  }

  private static String arrow(int[] from, int[] to) {
    return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#4a5568\" marker-end=\"url(#arrow)\"/>\n"
        .formatted(from[0] + BOX_WIDTH / 2, from[1] + BOX_HEIGHT, to[0] + BOX_WIDTH / 2, to[1] - 1);
  }

  private static String box(String module, int[] place) {
    return """
        <rect x="%d" y="%d" width="%d" height="%d" rx="5" fill="#e8f0fb" stroke="#1d4f91"/>
        <text x="%d" y="%d" text-anchor="middle">%s</text>
        """
        .formatted(
            place[0],
            place[1],
            BOX_WIDTH,
            BOX_HEIGHT,
            place[0] + BOX_WIDTH / 2,
            place[1] + BOX_HEIGHT / 2 + 5,
            module);
  }
}
