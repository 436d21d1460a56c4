package eu.jalon.api.commitment;

import eu.jalon.actionitem.evidence.Contributions;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.api.actionitem.EvidenceApi.EvidenceFileView;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Notes and files of associated ministries; they are among the changes of the commitment. */
@RestController
@RequestMapping("/api/commitments/{ref}")
class ContributionsApi {

  private final Contributions contributions;

  ContributionsApi(Contributions contributions) {
    this.contributions = contributions;
  }

  /** The text of a note. */
  record NewNote(@Nullable String text) {}

  /** Adds a note in the name of the caller's ministry, which must be associated. */
  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void addNote(@PathVariable CommitmentRef ref, @RequestBody NewNote note, Person by) {
    contributions.addNote(ref, Objects.requireNonNullElse(note.text(), ""), by);
  }

  /**
   * Adds a file of at most 10 MB in the name of the caller's ministry, which must be associated.
   */
  @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  EvidenceFileView addFile(
      @PathVariable CommitmentRef ref, @RequestPart MultipartFile file, Person by)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (file.getSize() > EvidenceFiles.MAX_MEBIBYTES * 1024L * 1024) {
      throw ValidationError.invalid("evidence.tooLarge", name, EvidenceFiles.MAX_MEBIBYTES);
    }
    return EvidenceFileView.of(contributions.addFile(ref, name, file.getBytes(), by));
  }
}
