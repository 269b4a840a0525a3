package org.vigie.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the newest undamaged checkpoint, because Flink searches for it neither in one JVM nor in a session cluster. */
public record CheckpointFinder(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFinder.class);
    /** Depth of {@code <job>/chk-<n>/_metadata} below the directory. */
    private static final int DEPTH = 3;

    /**
     * Returns the newest undamaged checkpoint or savepoint below the directory. Files of older jobs are deleted, so that restarts do not
     * fill the disk; those that the checkpoint needs stay.
     */
    public Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> newestFirst = checkpoints();
        Optional<Path> newest =
                newestFirst.stream().filter(CheckpointFinder::isWhole).findFirst();
        if (newest.isPresent()) {
            deleteAllBut(jobs(newest.get()));
        } else if (!newestFirst.isEmpty()) {
            LOG.warn("No checkpoint in {} is usable; the job reads its topics from the beginning", directory);
        }
        return newest;
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.find(directory, DEPTH, (file, is) -> file.endsWith(CheckpointFiles.METADATA))) {
            return files.sorted(Comparator.comparing(CheckpointFinder::written).reversed())
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static boolean isWhole(Path checkpoint) {
        try {
            for (StreamStateHandle file : new CheckpointFiles(checkpoint).all()) {
                readEnd(file);
            }
            return true;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("Checkpoint {} is damaged ({}) and is skipped", checkpoint, damaged.toString());
            return false;
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

    /** Returns the jobs whose files a checkpoint needs: its own, and earlier ones on whose files an incremental checkpoint builds. */
    private Set<Path> jobs(Path checkpoint) throws IOException {
        return Stream.concat(Stream.of(checkpoint), new CheckpointFiles(checkpoint).paths())
                .filter(file -> file.startsWith(directory))
                .map(file -> directory.resolve(directory.relativize(file).getName(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Deletes all jobs but some and ignores errors. A job that is just ending deletes its own files, and remaining files do no harm. */
    private void deleteAllBut(Set<Path> kept) throws IOException {
        try (Stream<Path> jobs = Files.list(directory)) {
            jobs.filter(job -> !kept.contains(job)).forEach(job -> FileUtils.deleteDirectoryQuietly(job.toFile()));
        }
    }
}
