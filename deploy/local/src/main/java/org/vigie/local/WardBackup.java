package org.vigie.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies everything that a stopped ward keeps into a backup, and back: topics, schemas, offsets, store, keys, checkpoints. Partitions keep
 * their offsets, because the identity of a reading is its offset.
 *
 * @param data data directory of the ward
 * @param backup folder of the backup
 */
record WardBackup(Path data, Path backup) {
    private static final String FILES = "data";
    /** The lock, the logs of a ward and those of a cluster, and the ids of processes that have ended. */
    private static final Pattern LEFT_OUT = Pattern.compile("lock|vigie\\.log.*|(logs|pids)/.*");

    /**
     * Copies the data directory into a new backup.
     *
     * @throws WardStartException when the ward runs, or the backup's folder is not empty
     */
    BackupManifest take() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new WardStartException(data + " is no data directory; name that of the ward with --data-dir.");
        }
        requireEmpty(backup);
        new EarlierProcesses(data).refuseBackup();
        FileLock lock = lock();
        try {
            List<BackupFile> copied = new ArrayList<>();
            for (String path : paths(data)) {
                copied.add(copy(path, data.resolve(path), backup.resolve(FILES).resolve(path)));
            }
            var manifest = new BackupManifest(copied);
            manifest.writeTo(backup);
            return manifest;
        } finally {
            lock.acquiredBy().close();
        }
    }

    /**
     * Copies a backup into an empty data directory and compares the digest of each file.
     *
     * @throws WardStartException when the data directory is not empty, or a file of the backup was changed or is missing
     */
    BackupManifest restore() throws IOException {
        BackupManifest manifest = BackupManifest.in(backup);
        requireEmpty(data);
        for (BackupFile file : manifest.files()) {
            Path from = backup.resolve(FILES).resolve(file.path());
            boolean isWhole = Files.isRegularFile(from)
                    && copy(file.path(), from, target(file)).equals(file);
            if (!isWhole) {
                throw new WardStartException("The file " + from + " is missing or was changed since the backup; " + data
                        + " is not complete: delete it and restore another backup.");
            }
        }
        return manifest;
    }

    private Path target(BackupFile file) {
        Path target = data.resolve(file.path()).normalize();
        if (!target.startsWith(data.normalize())) {
            throw new WardStartException("The manifest names a file outside the data directory: " + file.path() + ".");
        }
        return target;
    }

    private FileLock lock() {
        return new PreflightChecks(data, new WardPorts(0), Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup")).lock();
    }

    private static void requireEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new WardStartException(folder + " is not empty; name a new folder.");
            }
        }
    }

    /** Returns the paths of all files that a ward goes on from. */
    private static List<String> paths(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(path -> !LEFT_OUT.matcher(path).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Copies a file with its rights and its time: a job of Flink goes on from the checkpoint that was written last. */
    private static BackupFile copy(String path, Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            long bytes = in.transferTo(out);
            return new BackupFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
