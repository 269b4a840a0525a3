package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeOffsets;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the newest undamaged checkpoint is found. */
class CheckpointFinderTest {
    @TempDir
    private Path checkpoints;

    private int written;

    @Test
    void anEmptyDirectoryHasNone() throws Exception {
        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).isEmpty();
        assertThat(new CheckpointFinder(checkpoints.resolve("missing")).newest())
                .isEmpty();
    }

    @Test
    void theNewestOfAllJobsIsTaken() throws Exception {
        // given
        write("job-a/chk-7");
        Path newest = write("job-b/chk-2");

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(newest);
    }

    @Test
    void aCheckpointWithoutMetadataWasNeverCompleted() throws Exception {
        // given
        Path complete = write("job-a/chk-7");
        Files.createDirectories(checkpoints.resolve("job-a/chk-8"));

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(complete);
    }

    @Test
    void aTornMetadataFileIsPassedOver() throws Exception {
        // given
        Path whole = write("job-a/chk-7");
        Path torn = write("job-a/chk-8");
        byte[] bytes = Files.readAllBytes(torn.resolve("_metadata"));
        Files.write(torn.resolve("_metadata"), Arrays.copyOf(bytes, bytes.length / 2));
        age(torn.resolve("_metadata"));

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(whole);
    }

    @Test
    void aCheckpointWhoseStateIsShorterThanDeclaredIsSkipped() throws Exception {
        // given
        Path whole = write("job-a/chk-7");
        Path cut = write("job-a/chk-8");
        Files.write(cut.resolve("state"), new byte[10]);
        Path gone = write("job-a/chk-9");
        Files.delete(gone.resolve("state"));

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(whole);
    }

    @Test
    void aSavepointCountsAsWell() throws Exception {
        // given
        write("job-a/chk-7");
        Path savepoint = write("savepoint-1");

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(savepoint);
    }

    @Test
    void jobsBeforeItAreDeleted() throws Exception {
        // given
        write("job-a/chk-7");
        write("job-b/chk-1");
        Path newest = write("job-b/chk-2");

        // when
        new CheckpointFinder(checkpoints).newest();

        // then
        assertThat(checkpoints.resolve("job-a")).doesNotExist();
        assertThat(checkpoints.resolve("job-b/chk-1")).exists();
        assertThat(newest).exists();
    }

    @Test
    void anEarlierJobStaysWhoseFilesAnIncrementalCheckpointNeeds() throws Exception {
        // given
        Path shared = file("job-a/shared/sst");
        write("job-b/chk-1");
        Path newest = writeIncremental("job-c/chk-2", shared);

        // when
        Optional<Path> found = new CheckpointFinder(checkpoints).newest();

        // then
        assertThat(found).contains(newest);
        assertThat(shared).exists();
        assertThat(checkpoints.resolve("job-b")).doesNotExist();
    }

    @Test
    void anIncrementalCheckpointWithoutAFileOfAnEarlierJobIsSkipped() throws Exception {
        // given
        Path whole = write("job-b/chk-1");
        Path shared = file("job-a/shared/sst");
        writeIncremental("job-c/chk-2", shared);

        // when
        Files.delete(shared);

        // then
        assertThat(new CheckpointFinder(checkpoints).newest()).contains(whole);
    }

    @Test
    void whenNoneCanBeUsedNothingIsDeleted() throws Exception {
        // given
        Path torn = write("job-a/chk-7");
        Files.write(torn.resolve("_metadata"), new byte[] {1, 2, 3});

        // when, then
        assertThat(new CheckpointFinder(checkpoints).newest()).isEmpty();
        assertThat(torn).exists();
    }

    /** Writes a checkpoint with a hundred bytes of state in a file. Each one is newer than the one before. */
    private Path write(String name) throws IOException {
        StreamStateHandle handle = handle(file(name + "/state"));
        return write(name, new KeyGroupsStateHandle(new KeyGroupRangeOffsets(0, 127), handle));
    }

    /** Writes a checkpoint that needs a file of another job, as RocksDB leaves it. */
    private Path writeIncremental(String name, Path shared) throws IOException {
        return write(
                name,
                new IncrementalRemoteKeyedStateHandle(
                        new UUID(0, 1),
                        KeyGroupRange.of(0, 127),
                        7,
                        List.of(HandleAndLocalPath.of(handle(shared), "000001.sst")),
                        List.of(),
                        handle(file(name + "/state"))));
    }

    private Path write(String name, KeyedStateHandle state) throws IOException {
        var operator = new OperatorState("window", "window", new OperatorID(1, 1), 1, 128);
        operator.putState(
                0, OperatorSubtaskState.builder().setManagedKeyedState(state).build());
        Path metadata = checkpoints.resolve(name).resolve("_metadata");
        try (var out = new DataOutputStream(Files.newOutputStream(metadata))) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(7, List.of(operator), List.of()), out);
        }
        age(metadata);
        return metadata.getParent();
    }

    private Path file(String name) throws IOException {
        Path file = checkpoints.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[100]);
    }

    private static StreamStateHandle handle(Path file) {
        return new FileStateHandle(new org.apache.flink.core.fs.Path(file.toUri()), 100);
    }

    private void age(Path metadata) throws IOException {
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(1_000_000L * ++written));
    }
}
