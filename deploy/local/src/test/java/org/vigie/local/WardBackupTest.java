package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;

/** Tests what a backup copies and what it refuses. */
class WardBackupTest {
    @TempDir
    private Path folder;

    private Path data;
    private WardBackup backup;

    @BeforeEach
    void makeData() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("gateway/keys"));
        Files.writeString(data.resolve("gateway/keys/seal.json"), "secret");
        Files.writeString(data.resolve("vigie.log"), "line");
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/broker-1.log"), "line");
        backup = new WardBackup(data, folder.resolve("backup"));
    }

    @Test
    void everyFileButTheLockAndTheLogIsRestoredAsItWas() throws IOException {
        // given
        var written = FileTime.from(Instant.parse("2026-11-29T08:00:00Z"));
        Files.setLastModifiedTime(data.resolve("gateway/keys/seal.json"), written);
        BackupManifest taken = backup.take();

        // when
        Path restored = folder.resolve("restored");
        BackupManifest read = new WardBackup(restored, folder.resolve("backup")).restore();

        // then
        assertThat(read).isEqualTo(taken);
        assertThat(taken.files()).extracting(BackupFile::path).containsExactly("gateway/keys/seal.json");
        assertThat(restored.resolve("gateway/keys/seal.json")).hasContent("secret");
        assertThat(Files.getLastModifiedTime(restored.resolve("gateway/keys/seal.json")))
                .isEqualTo(written);
        assertThat(restored.resolve("vigie.log")).doesNotExist();
        assertThat(restored.resolve("logs")).doesNotExist();
    }

    @Test
    void aRestorationIsKeptUntilTheAuditTrailHasIt() throws IOException {
        // given
        backup.take();
        Path restored = folder.resolve("restored");
        List<String> recorded = new ArrayList<>();

        // when
        CommandRunner.of(new RestoreCommand()).execute("--data-dir", restored.toString(), "--from", folder + "/backup");
        new RestoreNote(restored).record((text, published) -> recorded.add(text));
        new RestoreNote(restored).record((text, published) -> {
            recorded.add(text);
            published.run();
        });
        new RestoreNote(restored).record((text, published) -> recorded.add(text));

        // then
        assertThat(recorded)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .matches("restored at \\S+ by account \\S+ from " + folder + "/backup: 1 files with 6 bytes"));
    }

    @Test
    void aFileThatWasChangedSinceTheBackupIsRefused() throws IOException {
        // given
        backup.take();
        Files.writeString(folder.resolve("backup/data/gateway/keys/seal.json"), "Secret");

        // then
        assertThatThrownBy(() -> new WardBackup(folder.resolve("restored"), folder.resolve("backup")).restore())
                .isInstanceOf(WardStartException.class)
                .hasMessageContaining("seal.json is missing or was changed since the backup");
    }

    @Test
    void aWardThatRunsAndAFolderThatIsNotEmptyAreRefused() throws IOException {
        // given
        var lock = new PreflightChecks(data, new WardPorts(0), folder, folder).lock();

        // then
        assertThatThrownBy(backup::take).hasMessageContaining("is in use by another ward");

        // when
        lock.acquiredBy().close();
        backup.take();

        // then
        assertThatThrownBy(backup::take).hasMessageContaining("backup is not empty; name a new folder");
        assertThatThrownBy(backup::restore).hasMessageContaining("data is not empty; name a new folder");
    }

    @Test
    void aClusterThatRunsIsRefusedWithItsProcesses() throws IOException {
        // given
        Files.createDirectories(data.resolve("pids"));
        Process broker =
                new ProcessBuilder("sleep", "600").directory(data.toFile()).start();
        try {
            Files.writeString(data.resolve("pids/broker-1.pid"), broker.pid() + "\n");

            // then
            assertThatThrownBy(backup::take)
                    .isInstanceOf(WardStartException.class)
                    .hasMessageContaining("The cluster on " + data + " runs; stop it with Ctrl-C")
                    .hasMessageContaining("kill " + broker.pid());
        } finally {
            broker.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aFolderWithoutAManifestIsNoBackup() {
        assertThatThrownBy(backup::restore)
                .isInstanceOf(WardStartException.class)
                .hasMessageContaining("holds no backup: manifest.json is missing");
    }
}
