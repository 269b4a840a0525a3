package org.vigie.gateway.fhir;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.vigie.gateway.read.MessageReadCommand;
import org.vigie.terminology.CodeMap;
import picocli.CommandLine.Command;

/** Implements {@code ./vigie fhir read}. A file holds a resource, a Bundle or ndjson. */
@Command(
        name = "read",
        description =
                "Prints one JSON line for each FHIR file (JSON, XML or ndjson): what it becomes, what is left out and why. Exit code 1 when some files cannot be read, 2 when none can.")
final class FhirReadCommand extends MessageReadCommand {
    @Override
    protected MessageFileReader reader(ZoneId assumed) {
        var reader = new FhirReader(CodeMap.standard(), assumed);
        return content -> Stream.of(reader.read(content));
    }
}
