package eu.jalon.intake.document.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * The horizontal and vertical lines drawn on a page: strokes, and filled rectangles as thin as one.
 */
final class Rulings {

  /** More are a drawing, and no tables are looked for in it. */
  private static final int MOST = 1_000;

  private static final double THIN = 3;
  private static final double SHORTEST = 4;
  private static final double TOUCHING = 3;

  /**
   * A line along one axis, in points from the top left of the page.
   *
   * @param at its position on the other axis
   */
  record Ruling(boolean horizontal, double at, double from, double to) {

    boolean crosses(Ruling other) {
      return horizontal != other.horizontal
          && at >= other.from - TOUCHING
          && at <= other.to + TOUCHING
          && other.at >= from - TOUCHING
          && other.at <= to + TOUCHING;
    }

    boolean covers(double place) {
      return place > from - TOUCHING && place < to + TOUCHING;
    }
  }

  private final PDRectangle page;
  private final List<Ruling> drawn = new ArrayList<>();
  private final List<Ruling> path = new ArrayList<>();
  private final List<Ruling> rectangles = new ArrayList<>();
  private Point2D.Double current = new Point2D.Double();

  Rulings(PDRectangle page) {
    this.page = page;
  }

  /** Follows an operator that builds or paints a path; others change nothing. */
  void operator(String name, List<COSBase> operands, Matrix matrix) {
    if (drawn.size() > MOST || path.size() > MOST) {
      return;
    }
    switch (name) {
      case "m" -> current = point(operands, 0, matrix);
      case "l" -> {
        Point2D.Double next = point(operands, 0, matrix);
        line(path, current, next);
        current = next;
      }
      case "re" -> rectangle(operands, matrix);
      case "S", "s", "B", "B*", "b", "b*" -> {
        drawn.addAll(path);
        drawn.addAll(rectangles);
        clear();
      }
      case "f", "F", "f*" -> {
        rectangles.stream().filter(edge -> edge.to - edge.from > THIN).forEach(this::filled);
        clear();
      }
      case "n" -> clear();
      default -> {
        // draws no line
      }
    }
  }

  private void clear() {
    path.clear();
    rectangles.clear();
  }

  /** Of a filled rectangle only one as thin as a line is one; its two long edges lie together. */
  @SuppressWarnings("ReferenceEquality") // An edge is not its own twin, however equal.
  private void filled(Ruling edge) {
    boolean thin =
        rectangles.stream()
            .anyMatch(
                twin ->
                    twin != edge
                        && twin.horizontal == edge.horizontal
                        && twin.from == edge.from
                        && twin.to == edge.to
                        && Math.abs(twin.at - edge.at) < THIN);
    if (thin) {
      drawn.add(edge);
    }
  }

  private void rectangle(List<COSBase> operands, Matrix matrix) {
    if (operands.size() < 4) {
      return;
    }
    Point2D.Double start = point(operands, 0, matrix);
    float width = number(operands, 2);
    float height = number(operands, 3);
    Point2D.Double end =
        at(matrix.transformPoint(number(operands, 0) + width, number(operands, 1) + height));
    var below = new Point2D.Double(start.x, end.y);
    var beside = new Point2D.Double(end.x, start.y);
    line(rectangles, start, beside);
    line(rectangles, below, end);
    line(rectangles, start, below);
    line(rectangles, beside, end);
  }

  private static void line(List<Ruling> to, Point2D.Double one, Point2D.Double other) {
    double width = Math.abs(one.x - other.x);
    double height = Math.abs(one.y - other.y);
    if (height < 1 && width >= SHORTEST) {
      to.add(new Ruling(true, one.y, Math.min(one.x, other.x), Math.max(one.x, other.x)));
    } else if (width < 1 && height >= SHORTEST) {
      to.add(new Ruling(false, one.x, Math.min(one.y, other.y), Math.max(one.y, other.y)));
    }
  }

  private Point2D.Double point(List<COSBase> operands, int from, Matrix matrix) {
    return operands.size() < from + 2
        ? current
        : at(matrix.transformPoint(number(operands, from), number(operands, from + 1)));
  }

  private Point2D.Double at(Point2D.Float place) {
    return new Point2D.Double(place.x - page.getLowerLeftX(), page.getUpperRightY() - place.y);
  }

  private static float number(List<COSBase> operands, int i) {
    return operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
  }

  /** The lines of the page, those joined that lie on one another or touch end to end. */
  List<Ruling> joined() {
    if (drawn.size() > MOST) {
      return List.of();
    }
    var sorted = new ArrayList<>(drawn);
    sorted.sort(
        Comparator.comparing(Ruling::horizontal)
            .thenComparingDouble(ruling -> Math.round(ruling.at() / TOUCHING))
            .thenComparingDouble(Ruling::from));
    var joined = new ArrayList<Ruling>();
    for (Ruling ruling : sorted) {
      Ruling last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && last.horizontal == ruling.horizontal
          && Math.abs(last.at - ruling.at) < TOUCHING
          && ruling.from <= last.to + TOUCHING) {
        joined.set(
            joined.size() - 1,
            new Ruling(last.horizontal, last.at, last.from, Math.max(last.to, ruling.to)));
      } else {
        joined.add(ruling);
      }
    }
    return joined;
  }
}
