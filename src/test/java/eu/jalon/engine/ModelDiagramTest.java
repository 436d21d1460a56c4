package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelDiagramTest {

  static Stream<String> models() {
    return ModelTest.models();
  }

  /** The diagrams in the documentation are drawn from these bounds. */
  @ParameterizedTest
  @MethodSource("models")
  void shapesDoNotOverlap(String name) {
    List<BpmnShape> shapes =
        ModelTest.model(name).getModelElementsByType(BpmnShape.class).stream()
            .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
            .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
            .toList();
    for (int i = 0; i < shapes.size(); i++) {
      for (BpmnShape other : shapes.subList(i + 1, shapes.size())) {
        assertThat(apart(shapes.get(i).getBounds(), other.getBounds()))
            .as("%s and %s", shapes.get(i).getId(), other.getId())
            .isTrue();
      }
    }
  }

  private static boolean apart(Bounds one, Bounds other) {
    return one.getX() + one.getWidth() < other.getX()
        || other.getX() + other.getWidth() < one.getX()
        || one.getY() + one.getHeight() < other.getY()
        || other.getY() + other.getHeight() < one.getY();
  }
}
