package eu.jalon.pages.declarations;

import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Person;
import eu.jalon.intake.SourceFile;
import eu.jalon.intake.SourceFiles;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives out documents as they were received, always as downloads that browsers do not render. */
@Workspace
class SourceFileController {

  private final SourceFiles files;
  private final Commitments commitments;

  SourceFileController(SourceFiles files, Commitments commitments) {
    this.files = files;
    this.commitments = commitments;
  }

  @GetMapping("/declarations/{id}/file")
  ResponseEntity<byte[]> ofDeclaration(@PathVariable UUID id, Person person) {
    return download(files.file(id, person));
  }

  /** The document that a commitment comes from, for users who may see the commitment. */
  @GetMapping("/commitments/{ref}/source")
  ResponseEntity<byte[]> ofCommitment(@PathVariable String ref, Person person) {
    return download(files.file(commitments.get(new CommitmentRef(ref), person), person));
  }

  private static ResponseEntity<byte[]> download(SourceFile file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .body(file.content());
  }
}
