package eu.jalon.api.actionitem;

import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
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

/** Files that come with a report. */
@RestController
@RequestMapping("/api")
public class EvidenceApi {

  private final EvidenceFiles evidence;

  EvidenceApi(EvidenceFiles evidence) {
    this.evidence = evidence;
  }

  /** A file; {@code size} is in bytes. */
  public record FileView(
      UUID id, String ministry, String name, String mediaType, int size, LocalDate addedOn) {

    public static FileView of(EvidenceFile file) {
      return new FileView(
          file.id(),
          file.ministry().value(),
          file.name().value(),
          file.mediaType(),
          file.size(),
          LocalDate.ofInstant(file.addedAt(), BrusselsTime.ZONE));
    }
  }

  /** The files of the report that is being written. */
  @GetMapping("/action-items/{id}/evidence")
  List<FileView> waiting(@PathVariable String id, Person reader) {
    return evidence.unsent(id, reader).stream().map(FileView::of).toList();
  }

  /** Adds a file to the report that is being written: ten of ten megabytes at most. */
  @PostMapping(path = "/action-items/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  FileView add(@PathVariable String id, @RequestPart MultipartFile file, Person by)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (file.getSize() > EvidenceFiles.MAX_MEBIBYTES * 1024L * 1024) {
      throw ValidationError.invalid("evidence.tooLarge", name, EvidenceFiles.MAX_MEBIBYTES);
    }
    return FileView.of(evidence.add(id, name, file.getBytes(), by));
  }

  /** Takes a file back before its report is sent. */
  @DeleteMapping("/evidence/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Person by) {
    evidence.remove(id, by);
  }

  /** The file itself, to be saved and never shown by the browser as a page of ours. */
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
