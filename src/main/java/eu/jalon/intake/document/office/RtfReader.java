package eu.jalon.intake.document.office;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.util.List;

/**
 * Reads Rich Text Format. Own code because the parsers at hand lose tables or the numbers of lists;
 * this one keeps both, and does not run or open any embedded object.
 */
public final class RtfReader implements DocumentReader {

  @Override
  public SourceText read(String fileName, byte[] content) {
    var builder = new SourceTextBuilder();
    var body = new RtfBody(new FlowWriter(builder));
    try {
      new RtfTokens(content).read(body);
    } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
      throw ZipParts.damaged("RTF", damaged);
    }
    if (!body.isComplete()) {
      throw ValidationError.invalid("document.damaged", "RTF");
    }
    return builder.build(fileName, DocumentFormat.RTF, body.created(), List.of());
  }
}
