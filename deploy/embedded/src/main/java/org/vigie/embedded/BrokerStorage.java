package org.vigie.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/** Prepares the directory of the broker and locks it for one broker at a time. */
final class BrokerStorage implements AutoCloseable {
    private final Path directory;
    private final FileChannel holder;

    private BrokerStorage(Path directory, FileChannel holder) {
        this.directory = directory;
        this.holder = holder;
    }

    /** Makes the directory ready for a broker; what lies in it stays. */
    static BrokerStorage open(Path directory) {
        BrokerStorage storage = hold(directory);
        try {
            if (!storage.isFormatted()) {
                storage.format();
            }
            return storage;
        } catch (Exception e) {
            storage.close();
            throw damaged(directory, e);
        }
    }

    Path directory() {
        return directory;
    }

    BrokerException damaged(Throwable cause) {
        return damaged(directory, cause);
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw damaged(directory, e);
        }
    }

    private static BrokerStorage hold(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel holder = FileChannel.open(
                    directory.resolve("vigie.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(holder);
            if (lock == null) {
                holder.close();
                throw inUse(directory);
            }
            return new BrokerStorage(directory, holder);
        } catch (IOException e) {
            throw damaged(directory, e);
        }
    }

    private static FileLock tryLock(FileChannel holder) throws IOException {
        try {
            return holder.tryLock();
        } catch (OverlappingFileLockException heldInThisJvm) {
            return null;
        }
    }

    private boolean isFormatted() throws IOException {
        boolean named = Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
        if (!named && Files.exists(directory.resolve("__cluster_metadata-0"))) {
            throw new IOException(
                    MetaPropertiesEnsemble.META_PROPERTIES_NAME + " is missing beside the broker's records");
        }
        return named;
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(EmbeddedBrokerConfig.NODE)
                .setControllerListenerName(LoopbackNode.CONTROLLER)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    private static BrokerException inUse(Path directory) {
        return new BrokerException(
                BrokerException.BrokerErrorCode.DIRECTORY_IN_USE,
                "The directory " + directory + " is in use by another broker: stop it, or choose another directory.",
                null);
    }

    private static BrokerException damaged(Path directory, Throwable cause) {
        return new BrokerException(
                BrokerException.BrokerErrorCode.DIRECTORY_DAMAGED,
                "The broker cannot use the directory " + directory + " (" + cause.getMessage()
                        + "): restore it from a backup, or move it away to begin with an empty one.",
                cause);
    }
}
