package eu.jalon.intake;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.propose.DeadlineRules;
import eu.jalon.intake.propose.Deadlines;
import eu.jalon.intake.propose.DocumentDates;
import eu.jalon.intake.propose.Office;
import eu.jalon.intake.propose.OwnerWords;
import eu.jalon.intake.propose.Owners;
import eu.jalon.intake.propose.StepReader;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.split.SplitStep;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.intake.split.wording.SectionWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What the intake proposes for a document, with the ministries of the sample register. */
public final class IntakeProposals implements DocumentProposals {

  private final DeclarationSplitter splitter =
      new DeclarationSplitter(SectionWords.parse(resource("/intake/section-words.csv")));
  private final Deadlines deadlines =
      new Deadlines(DeadlineRules.parse(resource("/intake/deadline-rules.csv")));
  private final DocumentDates dates = new DocumentDates(deadlines);
  private final StepReader reader =
      new StepReader(
          new Owners(OwnerWords.parse(resource("/intake/ministry-words.csv")), offices()),
          deadlines);

  @Override
  public List<ProposedStep> propose(
      String fileName, byte[] content, @Nullable LocalDate meetingDate) {
    SourceText source = new DocumentReaders().read(fileName, content);
    LocalDate stated = dates.of(source);
    LocalDate date = stated == null ? meetingDate : stated;
    List<ProposedStep> steps = new ArrayList<>();
    for (SplitTheme theme : splitter.split(source).themes()) {
      for (SplitStep step : theme.steps()) {
        StepReader.Reading reading = reader.read(step, source.text(), date);
        steps.add(
            new ProposedStep(
                step.text(),
                theme.title().isEmpty() ? null : theme.title(),
                reading.due() == null ? null : reading.due().date(),
                reading.owners().stream().map(StepReader.StatedOwner::code).toList()));
      }
    }
    return steps;
  }

  /** The ministries of the sample register. */
  @SuppressWarnings("unchecked")
  static List<Office> offices() {
    Map<String, Object> sample = new Yaml().load(resource("/sample/directory.yaml"));
    List<Office> offices = new ArrayList<>();
    for (Map<String, Object> ministry :
        (List<Map<String, Object>>) Objects.requireNonNull(sample.get("ministries"))) {
      String code = String.valueOf(ministry.get("code"));
      offices.add(
          new Office(
              code,
              code.substring(0, 2),
              List.copyOf(
                  ((Map<String, String>) Objects.requireNonNull(ministry.get("name"))).values()),
              Boolean.TRUE.equals(ministry.get("coordination"))));
    }
    return offices;
  }

  static String resource(String path) {
    try (InputStream stream = IntakeProposals.class.getResourceAsStream(path)) {
      return new String(
          Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
