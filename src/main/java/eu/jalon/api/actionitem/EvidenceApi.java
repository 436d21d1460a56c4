package eu.jalon.api.actionitem;

import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.directory.Person;
import eu.jalon.directory.ReaderZone;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence files of progress reports. */
@RestController
@RequestMapping("/api")
public class EvidenceApi {

  private final EvidenceFiles evidence;

  EvidenceApi(EvidenceFiles evidence) {
    this.evidence = evidence;
  }

  /**
   * An evidence file.
   *
   * @param size in bytes
   */
  public record EvidenceFileView(
      UUID id, String ministry, String name, String mediaType, int size, LocalDate addedOn) {

    public static EvidenceFileView of(EvidenceFile file) {
      return new EvidenceFileView(
          file.id(),
          file.ministry().value(),
          file.name().value(),
          file.mediaType(),
          file.size(),
          ReaderZone.day(file.addedAt()));
    }
  }

  /** The files of the report in progress. */
  @GetMapping("/action-items/{id}/evidence")
  List<EvidenceFileView> waiting(@PathVariable String id, Person reader) {
    return evidence.unsent(id, reader).stream().map(EvidenceFileView::of).toList();
  }

  /** Adds a file to the report in progress: at most ten files of 10 MB. */
  @PostMapping(path = "/action-items/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  EvidenceFileView add(@PathVariable String id, @RequestPart MultipartFile file, Person by)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (file.getSize() > EvidenceFiles.MAX_MEBIBYTES * 1024L * 1024) {
      throw ValidationError.invalid("evidence.tooLarge", name, EvidenceFiles.MAX_MEBIBYTES);
    }
    return EvidenceFileView.of(evidence.add(id, name, file.getBytes(), by));
  }

  /** Removes a file before its report is sent. */
  @DeleteMapping("/evidence/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Person by) {
    evidence.remove(id, by);
  }

  /** The content of a file, always as a download that browsers do not render. */
  @GetMapping("/evidence/{id}")
  ResponseEntity<byte[]> content(@PathVariable UUID id, Person reader) {
    EvidenceFile file = evidence.get(id, reader);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name().value(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .body(evidence.content(file));
  }
}
