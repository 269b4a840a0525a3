package org.vigie.risk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** Lists the files of one checkpoint or savepoint, as its metadata name them. The files of an incremental checkpoint may lie in other folders. */
record CheckpointFiles(Path checkpoint) {
    static final String METADATA = "_metadata";

    /** @throws IOException when the metadata cannot be read */
    List<StreamStateHandle> all() throws IOException {
        return metadata().getOperatorStates().stream()
                .flatMap(operator -> operator.getStates().stream())
                .flatMap(subtask -> subtask.getDiscardables().stream())
                .flatMap(CheckpointFiles::files)
                .toList();
    }

    /** Returns the paths of those that are files of their own; small states lie within the metadata. */
    Stream<Path> paths() throws IOException {
        return all().stream()
                .filter(FileStateHandle.class::isInstance)
                .map(file -> Path.of(((FileStateHandle) file).getFilePath().getPath()));
    }

    private CheckpointMetadata metadata() throws IOException {
        try (var file = Files.newInputStream(checkpoint.resolve(METADATA));
                var bytes = new DataInputStream(new BufferedInputStream(file))) {
            return Checkpoints.loadCheckpointMetadata(
                    bytes,
                    CheckpointFiles.class.getClassLoader(),
                    checkpoint.toUri().toString());
        }
    }

    private static Stream<StreamStateHandle> files(StateObject state) {
        if (state instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return Stream.concat(
                    Stream.of(incremental.getMetaDataStateHandle()),
                    Stream.concat(incremental.getSharedState().stream(), incremental.getPrivateState().stream())
                            .map(HandleAndLocalPath::getHandle));
        }
        return state instanceof StreamStateHandle file ? Stream.of(file) : Stream.empty();
    }
}
