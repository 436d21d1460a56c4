package eu.jalon.engine.model;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reduces a model to its diagram: expressions, variables, forms and documentation are removed, and
 * event subprocesses that the instance did not enter.
 */
public final class ModelDrawing {

  private static final Set<String> INTERNAL =
      Set.of(
          "documentation",
          "extensionElements",
          "conditionExpression",
          "loopCardinality",
          "completionCondition",
          "timeDate",
          "timeDuration",
          "timeCycle",
          "message");

  private static final Set<String> FOREIGN =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/modeler/1.0");

  private ModelDrawing() {}

  /**
   * The diagram of a model as BPMN XML.
   *
   * @param entered the ids of the activities that the instance entered
   */
  public static String of(InputStream model, Set<String> entered) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(model);
      Set<String> removed = new HashSet<>();
      clean(document.getDocumentElement(), entered, removed);
      removeShapes(document.getDocumentElement(), removed);
      return serialize(document);
    } catch (ParserConfigurationException | SAXException | TransformerException failed) {
      throw new IllegalStateException("Cannot parse a deployed model", failed);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void clean(Element element, Set<String> entered, Set<String> removed) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = attributes.getLength() - 1; i >= 0; i--) {
      Attr attribute = (Attr) attributes.item(i);
      String namespace = attribute.getNamespaceURI();
      if ((namespace != null && FOREIGN.contains(namespace))
          || FOREIGN.contains(attribute.getValue())
          || attribute.getValue().contains("${")
          || attribute.getName().equals("messageRef")) {
        element.removeAttributeNode(attribute);
      }
    }
    for (Element child : children(element)) {
      boolean unentered =
          child.getAttribute("triggeredByEvent").equals("true")
              && !entered.contains(child.getAttribute("id"));
      if (unentered) {
        collectIds(child, removed);
      }
      if (unentered || INTERNAL.contains(child.getLocalName())) {
        element.removeChild(child);
      } else {
        clean(child, entered, removed);
      }
    }
  }

  private static void collectIds(Element element, Set<String> ids) {
    ids.add(element.getAttribute("id"));
    children(element).forEach(child -> collectIds(child, ids));
  }

  /** Removes the shapes and edges of removed elements. */
  private static void removeShapes(Element element, Set<String> removed) {
    for (Element child : children(element)) {
      if (child.hasAttribute("bpmnElement")
          && removed.contains(child.getAttribute("bpmnElement"))) {
        element.removeChild(child);
      } else {
        removeShapes(child, removed);
      }
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static String serialize(Document document) throws TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Transformer transformer = factory.newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
