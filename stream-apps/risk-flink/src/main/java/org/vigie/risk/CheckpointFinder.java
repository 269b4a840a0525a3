package org.vigie.risk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the newest undamaged checkpoint, because Flink searches for it neither in one JVM nor in a session cluster. */
public record CheckpointFinder(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFinder.class);
    private static final String METADATA = "_metadata";
    /** Depth of {@code <job>/chk-<n>/_metadata} below the directory. */
    private static final int DEPTH = 3;

    /**
     * Returns the newest undamaged checkpoint or savepoint below the directory. Files of older jobs are deleted, so that restarts do not
     * fill the disk.
     */
    public Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> newestFirst = checkpoints();
        Optional<Path> newest =
                newestFirst.stream().filter(CheckpointFinder::isWhole).findFirst();
        if (newest.isPresent()) {
            deleteAllBut(job(newest.get()));
        } else if (!newestFirst.isEmpty()) {
            LOG.warn("No checkpoint in {} is usable; the job reads its topics from the beginning", directory);
        }
        return newest;
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.find(directory, DEPTH, (file, is) -> file.endsWith(METADATA))) {
            return files.sorted(Comparator.comparing(CheckpointFinder::written).reversed())
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static boolean isWhole(Path checkpoint) {
        try (InputStream file = Files.newInputStream(checkpoint.resolve(METADATA));
                DataInputStream metadata = new DataInputStream(new BufferedInputStream(file))) {
            for (OperatorState operator : Checkpoints.loadCheckpointMetadata(
                            metadata,
                            CheckpointFinder.class.getClassLoader(),
                            checkpoint.toUri().toString())
                    .getOperatorStates()) {
                readEnds(operator);
            }
            return true;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("Checkpoint {} is damaged ({}) and is skipped", checkpoint, damaged.toString());
            return false;
        }
    }

    private static void readEnds(OperatorState operator) throws IOException {
        for (OperatorSubtaskState subtask : operator.getStates()) {
            for (StateObject state : subtask.getDiscardables()) {
                if (state instanceof StreamStateHandle handle) {
                    readEnd(handle);
                }
            }
        }
    }

    private static void readEnd(StreamStateHandle handle) throws IOException {
        try (var bytes = handle.openInputStream()) {
            bytes.seek(Math.max(0, handle.getStateSize() - 1));
            if (handle.getStateSize() > 0 && bytes.read() < 0) {
                throw new IOException("shorter than its " + handle.getStateSize() + " bytes");
            }
        }
    }

    private static FileTime written(Path metadata) {
        try {
            return Files.getLastModifiedTime(metadata);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private Path job(Path checkpoint) {
        return directory.resolve(directory.relativize(checkpoint).getName(0));
    }

    /** Deletes all jobs but one and ignores errors. A job that is just ending deletes its own files, and remaining files do no harm. */
    private void deleteAllBut(Path kept) throws IOException {
        try (Stream<Path> jobs = Files.list(directory)) {
            jobs.filter(job -> !job.equals(kept)).forEach(job -> FileUtils.deleteDirectoryQuietly(job.toFile()));
        }
    }
}
