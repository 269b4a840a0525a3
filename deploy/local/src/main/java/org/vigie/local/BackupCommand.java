package org.vigie.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies everything that a stopped ward keeps into a folder: {@code ./vigie backup}. */
@Command(
        name = "backup",
        description = {
            "Copies everything that a stopped ward keeps into a new folder: topics with their offsets, schemas, store, keys, checkpoints.",
            "Stop the ward first; a ward that runs is refused. Keep the folder as secret as the data: it holds the keys."
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of the ward, as for demo and infra (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "New or empty folder of the backup.")
    Path backup = Path.of("");

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        CopiedBackupFiles copied = CopiedBackupFiles.of(new WardBackup(dataDir, backup).take());
        json.print(spec.commandLine().getOut(), copied.text(dataDir + " is saved in " + backup), copied);
        return CommandRunner.DONE;
    }
}
