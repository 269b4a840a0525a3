package org.vigie.gateway.hl7;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.SenderClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie hl7 read}: prints one JSON line per message: what it becomes, what is left out and why. */
@Command(
        name = "read",
        description =
                "Prints one JSON line for each HL7 message: what it becomes, what is left out and why. Exit code 1 when a file cannot be read.")
final class Hl7ReadCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times that have none (default: ${DEFAULT-VALUE}).")
    ZoneId zone = SenderClock.DEFAULT_ZONE;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Messages, one after the other, framed or not.")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        var reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(zone));
        int status = 0;
        for (Path file : files) {
            status = Math.max(status, read(reader, file));
        }
        return status;
    }

    private int read(Hl7Reader reader, Path file) {
        try {
            for (byte[] message : MessageFile.split(Files.readAllBytes(file))) {
                Outcome outcome = reader.read(file.toString(), message);
                spec.commandLine().getOut().println(JsonLine.of(outcome));
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(file + ": cannot be read: " + e.getMessage());
            return 1;
        }
    }
}
