package org.vigie.local.stopped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.replay.ward.StoppedWardOpener;

/** Runs the embedded broker on links to the records of a stopped ward. The broker neither deletes nor compacts them. */
public final class EmbeddedStoppedWard implements StoppedWardOpener {
    private static final String BROKER = "broker";
    private static final String NEVER = Long.toString(Long.MAX_VALUE / 2);

    /** Old records are asked for, so that the broker must not delete them because of their age. */
    private static final Map<String, String> KEEPS_EVERYTHING = Map.of(
            // The first check; the interval begins after it.
            "log.initial.task.delay.ms",
            NEVER,
            "log.retention.check.interval.ms",
            NEVER,
            "log.cleaner.enable",
            "false");

    @Override
    public StoppedWard open(Path dataDir, Optional<Path> study) throws IOException {
        Path folder = study.isPresent() ? emptyFolder(study.get()) : besideOf(dataDir);
        try {
            new LinkedBrokerFiles(dataDir.resolve(BROKER), folder.resolve(BROKER)).make();
            return start(folder, study.isEmpty());
        } catch (RuntimeException | IOException e) {
            delete(folder);
            throw e;
        }
    }

    private static StoppedWard start(Path folder, boolean isTemporary) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve(BROKER), 0, 0, KEEPS_EVERYTHING);
        try {
            var registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
            return new RunningCopy(broker, registry, isTemporary ? Optional.of(folder) : Optional.empty());
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException("--study-dir: must be a new or an empty folder, was " + folder);
            }
        }
        return folder;
    }

    /** Returns a folder on the same disk, so that files can be linked; one in the temporary folder when that cannot be written. */
    private static Path besideOf(Path dataDir) throws IOException {
        Path parent = dataDir.toAbsolutePath().normalize().getParent();
        return parent != null && Files.isWritable(parent)
                ? Files.createTempDirectory(parent, ".vigie-replay")
                : Files.createTempDirectory("vigie-replay");
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /**
     * Holds the broker and the registry that run on the copy.
     *
     * @param temporary folder that is deleted at the end
     */
    private record RunningCopy(EmbeddedBroker broker, EmbeddedRegistry registry, Optional<Path> temporary)
            implements StoppedWard {
        @Override
        public KafkaConnectionConfig connection(KafkaConnectionConfig like) {
            return new KafkaConnectionConfig(
                    broker.bootstrapServers(), registry.url(), like.namespace(), like.partitions());
        }

        @Override
        public void close() throws IOException {
            registry.close();
            broker.close();
            if (temporary.isPresent()) {
                delete(temporary.get());
            }
        }
    }
}
