package eu.jalon.intake;

import eu.jalon.intake.propose.DeadlineRules;
import eu.jalon.intake.propose.Deadlines;
import eu.jalon.intake.propose.DocumentDates;
import eu.jalon.intake.propose.OwnerWords;
import eu.jalon.intake.propose.ProposalTables;
import eu.jalon.intake.propose.WordTable;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.intake.sheet.SheetWords;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.split.wording.SectionWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The beans of the intake of documents; its tables of words can be replaced by files. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  DocumentReaders documentReaders() {
    return new DocumentReaders();
  }

  @Bean
  DeclarationSplitter declarationSplitter(
      @Value("${jalon.intake.section-words:classpath:intake/section-words.csv}") Resource words)
      throws IOException {
    return new DeclarationSplitter(SectionWords.parse(text(words)));
  }

  @Bean
  SheetWords sheetWords(
      @Value("${jalon.intake.sheet-words:classpath:intake/sheet-words.csv}") Resource words)
      throws IOException {
    return SheetWords.parse(text(words));
  }

  @Bean
  Deadlines deadlines(
      @Value("${jalon.intake.deadline-rules:classpath:intake/deadline-rules.csv}") Resource rules)
      throws IOException {
    return new Deadlines(DeadlineRules.parse(text(rules)));
  }

  @Bean
  DocumentDates documentDates(Deadlines deadlines) {
    return new DocumentDates(deadlines);
  }

  @Bean
  ProposalTables proposalTables(
      @Value("${jalon.intake.ministry-words:classpath:intake/ministry-words.csv}")
          Resource ministries,
      @Value("${jalon.intake.track-words:classpath:intake/track-words.csv}") Resource tracks,
      @Value("${jalon.intake.field-words:classpath:intake/field-words.csv}") Resource fields)
      throws IOException {
    return new ProposalTables(
        OwnerWords.parse(text(ministries)),
        WordTable.parse(text(tracks)),
        WordTable.parse(text(fields)));
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }
}
