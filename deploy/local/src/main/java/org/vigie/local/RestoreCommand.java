package org.vigie.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a backup into an empty data directory: {@code ./vigie restore}. */
@Command(
        name = "restore",
        description = {
            "Copies a backup into an empty data directory and compares the digest of each file.",
            "Then start the ward with the same --data-dir; it goes on where the backup was taken.",
            "That start records the restoration in the audit trail."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of the ward, as for demo and infra (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "Folder that backup wrote.")
    Path backup = Path.of("");

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        BackupManifest restored = new WardBackup(dataDir, backup).restore();
        new RestoreNote(dataDir).write(backup, restored, Instant.now());
        CopiedBackupFiles copied = CopiedBackupFiles.of(restored);
        json.print(spec.commandLine().getOut(), copied.text(backup + " is restored in " + dataDir), copied);
        return CommandRunner.DONE;
    }
}
