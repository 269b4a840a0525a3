package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentErasureTest {
    private static final long FIRST = 40;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void nameTheSegment() throws IOException {
        log = folder.resolve("00000000000000000040.log");
        Files.writeString(folder.resolve("00000000000000000040.index"), "old");
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionType.class,
            names = {"NONE", "GZIP", "LZ4", "ZSTD", "SNAPPY"})
    void aRecordGoesAndTheOthersKeepTheirOffsets(CompressionType compression) throws IOException {
        // given
        write(compression, List.of("a", "secret", "c"), List.of("d", "e"));

        // when
        new SegmentErasure(log, Map.of(FIRST + 1, RecordFate.REMOVED)).run();

        // then
        assertThat(read()).containsExactly("40 a", "42 c", "43 d", "44 e");
        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(folder.resolve("00000000000000000040.index")).doesNotExist();
    }

    @Test
    void aRecordThatConcernsOthersGetsItsNewValue() throws IOException {
        // given
        write(CompressionType.NONE, List.of("a", "secret", "c"));

        // when
        new SegmentErasure(log, Map.of(FIRST + 1, RecordFate.replacedBy("others".getBytes(StandardCharsets.UTF_8))))
                .run();

        // then
        assertThat(read()).containsExactly("40 a", "41 others", "42 c");
    }

    @Test
    void aPartitionWithoutItsLastRecordsStillEndsAtTheSameOffset() throws IOException {
        // given
        write(CompressionType.NONE, List.of("a"), List.of("secret", "secret"));

        // when
        new SegmentErasure(log, Map.of(FIRST + 1, RecordFate.REMOVED, FIRST + 2, RecordFate.REMOVED)).run();

        // then
        assertThat(read()).containsExactly("40 a");
        assertThat(batches()).extracting(RecordBatch::lastOffset).containsExactly(40L, 42L);
        assertThat(batches()).allMatch(RecordBatch::isValid);
    }

    @Test
    void aSegmentWithoutThePatientKeepsItsBytes() throws IOException {
        // given
        write(CompressionType.LZ4, List.of("a", "b"));
        byte[] before = Files.readAllBytes(log);

        // when
        new SegmentErasure(log, Map.of(7L, RecordFate.REMOVED)).run();

        // then
        assertThat(Files.readAllBytes(log)).isEqualTo(before);
        assertThat(folder.resolve("00000000000000000040.index")).exists();
    }

    @Test
    void theOldIndexIsNeverBesideTheNewSegment() throws IOException {
        // given
        write(CompressionType.NONE, List.of("a", "secret"));
        byte[] before = Files.readAllBytes(log);
        Path undeletable = Files.createDirectory(folder.resolve("00000000000000000040.timeindex"));
        Files.writeString(undeletable.resolve("file"), "x");

        // when
        assertThatThrownBy(() -> new SegmentErasure(log, Map.of(FIRST + 1, RecordFate.REMOVED)).run())
                .isInstanceOf(DirectoryNotEmptyException.class);

        // then
        assertThat(Files.readAllBytes(log)).isEqualTo(before);
    }

    @SafeVarargs
    private void write(CompressionType compression, List<String>... batches) throws IOException {
        long next = FIRST;
        try (FileRecords file = FileRecords.open(log.toFile(), true)) {
            for (List<String> batch : batches) {
                SimpleRecord[] records = batch.stream()
                        .map(value -> new SimpleRecord(5, null, value.getBytes(StandardCharsets.UTF_8)))
                        .toArray(SimpleRecord[]::new);
                file.append(MemoryRecords.withRecords(
                        next, Compression.of(compression).build(), records));
                next += batch.size();
            }
            file.flush();
        }
    }

    private List<String> read() throws IOException {
        List<String> read = new ArrayList<>();
        try (FileRecords file = FileRecords.open(log.toFile(), false)) {
            for (Record record : file.records()) {
                read.add(record.offset() + " " + StandardCharsets.UTF_8.decode(record.value()));
            }
        }
        return read;
    }

    private List<RecordBatch> batches() throws IOException {
        MemoryRecords all = MemoryRecords.readableRecords(ByteBuffer.wrap(Files.readAllBytes(log)));
        return StreamSupport.stream(all.batches().spliterator(), false)
                .map(RecordBatch.class::cast)
                .toList();
    }
}
