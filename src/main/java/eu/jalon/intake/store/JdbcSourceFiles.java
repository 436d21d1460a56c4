package eu.jalon.intake.store;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.document.TableRow;
import eu.jalon.intake.draft.SourceBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that declarations were read from, and the blocks that were found in them. */
@Repository
public class JdbcSourceFiles {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcSourceFiles(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A file as it was received. */
  @SuppressWarnings("ArrayRecordComponent")
  public record StoredFile(String name, DocumentFormat format, byte[] content) {}

  /** The place of some words in a file. */
  public record StoredPlace(int page, int row) {}

  public void insert(UUID id, SourceText read, byte[] content) {
    jdbc.sql(
            """
            insert into declaration_file (declaration_id, format, warnings, content)
            values (:id, :format, :warnings, :content)
            """)
        .param("id", id)
        .param("format", read.format().name())
        .param("warnings", String.join(",", read.warnings()))
        .param("content", content)
        .update();
    List<MapSqlParameterSource> rows = new ArrayList<>();
    for (Block block : read.blocks()) {
      int start = block.place().start();
      int end = block.place().end();
      if (!read.text().substring(start, end).isBlank()) {
        rows.add(
            new MapSqlParameterSource("id", id)
                .addValue("n", rows.size())
                .addValue("kind", kind(block).name())
                .addValue("start", start)
                .addValue("end", end)
                .addValue("page", block.place().page())
                .addValue("row", block instanceof TableRow row ? row.row() + 1 : 0));
      }
    }
    batches.batchUpdate(
        """
        insert into declaration_block
          (declaration_id, n, kind, source_start, source_end, page, row_number)
        values (:id, :n, :kind, :start, :end, :page, :row)
        """,
        rows.toArray(MapSqlParameterSource[]::new));
  }

  private static SourceBlock.Kind kind(Block block) {
    if (block instanceof Heading) {
      return SourceBlock.Kind.HEADING;
    }
    if (block instanceof Paragraph) {
      return SourceBlock.Kind.PARAGRAPH;
    }
    if (block instanceof ListItem) {
      return SourceBlock.Kind.ITEM;
    }
    return block instanceof PageFurniture ? SourceBlock.Kind.FURNITURE : SourceBlock.Kind.ROW;
  }

  /** The file of a declaration; none where it was made from a tracking sheet. */
  public Optional<StoredFile> find(UUID id) {
    return jdbc.sql(
            """
            select d.file_name, f.format, f.content
            from declaration_file f join declaration d on d.id = f.declaration_id
            where f.declaration_id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new StoredFile(
                    row.getString("file_name"),
                    DocumentFormat.valueOf(row.getString("format")),
                    row.getBytes("content")))
        .optional();
  }

  /** Keys of messages about what was uncertain when the file was read; none without a file. */
  public Optional<List<String>> warnings(UUID id) {
    return jdbc.sql("select warnings from declaration_file where declaration_id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(joined -> Arrays.stream(joined.split(",", -1)).filter(key -> !key.isEmpty()).toList());
  }

  public List<SourceBlock> blocks(UUID id) {
    return jdbc.sql(
            """
            select n, kind, source_start, source_end, page, row_number
            from declaration_block
            where declaration_id = :id
            order by source_start, n
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new SourceBlock(
                    row.getInt("n"),
                    SourceBlock.Kind.valueOf(row.getString("kind")),
                    new Span(row.getInt("source_start"), row.getInt("source_end")),
                    row.getInt("page"),
                    row.getInt("row_number")))
        .list();
  }

  /** The place in the file of the draft with these words, if known. */
  public Optional<StoredPlace> place(UUID id, String words) {
    return jdbc.sql(
            """
            select b.page, b.row_number
            from draft_item i join declaration_block b on b.declaration_id = i.declaration_id
              and b.source_start <= i.source_start and b.source_end > i.source_start
            where i.declaration_id = :id and i.source_text = :words and i.source_end > 0
            order by i.left_out, i.n, b.n desc
            limit 1
            """)
        .param("id", id)
        .param("words", words)
        .query((row, n) -> new StoredPlace(row.getInt("page"), row.getInt("row_number")))
        .optional();
  }
}
