package eu.jalon.directory.file;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.SettingCheck;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.Resource;

/** Reads the configured directory file, without storing anything. */
@Conditional(DirectoryFileCondition.class)
class ConfiguredDirectory implements SettingCheck {

  private static final String PROPERTY = "jalon.directory.file";

  private final Resource file;

  ConfiguredDirectory(@Value("${jalon.directory.file}") Resource file) {
    this.file = file;
  }

  @Override
  public String check() {
    DirectoryFile read = read(file);
    return "%s: %d ministries and %d people"
        .formatted(PROPERTY, read.ministries().size(), read.people().size());
  }

  /**
   * @throws InvalidSettingException if the file cannot be read or has a wrong value
   */
  static DirectoryFile read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return DirectoryFile.read(in);
    } catch (ValidationError wrong) {
      throw invalid(file, wrong);
    } catch (IOException unreadable) {
      throw new InvalidSettingException(
          "%s is %s, which cannot be read: name an existing file."
              .formatted(PROPERTY, file.getDescription()),
          unreadable);
    }
  }

  static InvalidSettingException invalid(Resource file, ValidationError wrong) {
    return new InvalidSettingException(
        "%s is %s, which has a fault:".formatted(PROPERTY, file.getDescription()), wrong);
  }
}
