package eu.jalon.intake.document.office;

import javax.xml.stream.XMLStreamReader;

/** A handler that does nothing where a subclass does not say more. */
abstract class TagHandler implements XmlEvents.Handler {

  @Override
  public void start(String name, XMLStreamReader tag) {}

  @Override
  public void end(String name) {}

  @Override
  public void text(String characters) {}
}
