package org.vigie.gateway.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.gateway.intake.MessageOutcome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints one JSON line for each message of some files: its content, and what is left out with the reason. The command of a protocol
 * supplies the reader.
 */
public abstract class MessageReadCommand implements Callable<Integer> {
    private static final int ALL_READ = 0;
    private static final int SOME_READ = 1;
    private static final int NONE_READ = 2;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times that have none (default: ${DEFAULT-VALUE}).")
    ZoneId zone = SenderClock.DEFAULT_ZONE;

    @Option(names = "--json", description = "Changes nothing: the answer is JSON lines with and without it.")
    boolean json;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of messages.")
    List<Path> files = List.of();

    /** Reads the messages of one file. */
    protected interface MessageFileReader {
        Stream<MessageOutcome> read(byte[] content);
    }

    /**
     * Returns the reader of the protocol.
     *
     * @param assumed time zone of times that have none
     */
    protected abstract MessageFileReader reader(ZoneId assumed);

    /**
     * Reads all files and reports each file that cannot be read. The exit code is 0 when all files were read, 1 when some were, and 2
     * when none was.
     */
    @Override
    public Integer call() {
        MessageFileReader reader = reader(zone);
        long read = files.stream().filter(file -> isRead(reader, file)).count();
        if (read == 0) {
            return NONE_READ;
        }
        return read == files.size() ? ALL_READ : SOME_READ;
    }

    private boolean isRead(MessageFileReader reader, Path file) {
        try {
            reader.read(Files.readAllBytes(file))
                    .map(outcome -> new OutcomeJsonLine(file.toString(), outcome).text())
                    .forEach(spec.commandLine().getOut()::println);
            return true;
        } catch (NoSuchFileException e) {
            refuse(file, "there is no such file");
        } catch (IOException e) {
            refuse(file, "cannot be read: " + e.getMessage());
        }
        return false;
    }

    private void refuse(Path file, String why) {
        spec.commandLine()
                .getErr()
                .println(spec.qualifiedName() + ": FILE: " + file + ": " + why + "; expected a file with messages");
    }
}
