package org.vigie.gateway.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.SenderClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie fhir read}: prints one JSON line per file: what it becomes, what is left out and why. */
@Command(
        name = "read",
        description =
                "Prints one JSON line for each FHIR file: what it becomes, what is left out and why. Exit code 1 when a file cannot be read.")
final class FhirReadCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times that have none (default: ${DEFAULT-VALUE}).")
    ZoneId zone = SenderClock.DEFAULT_ZONE;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A resource or bundle as JSON, XML or ndjson.")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        var reader = new FhirReader(CodeMap.standard(), zone);
        int status = 0;
        for (Path file : files) {
            status = Math.max(status, read(reader, file));
        }
        return status;
    }

    private int read(FhirReader reader, Path file) {
        try {
            spec.commandLine().getOut().println(JsonLine.of(reader.read(file.toString(), Files.readAllBytes(file))));
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(file + ": cannot be read: " + e.getMessage());
            return 1;
        }
    }
}
