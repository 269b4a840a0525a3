package org.vigie.gateway.hl7;

import java.time.ZoneId;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;
import org.vigie.gateway.read.MessageReadCommand;
import org.vigie.terminology.CodeMap;
import picocli.CommandLine.Command;

/** Implements {@code ./vigie hl7 read}. The messages of a file may be framed or not. */
@Command(
        name = "read",
        description =
                "Prints one JSON line for each HL7 message: what it becomes, what is left out and why. Exit code 1 when some files cannot be read, 2 when none can.")
final class Hl7ReadCommand extends MessageReadCommand {
    @Override
    protected MessageFileReader reader(ZoneId assumed) {
        var reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(assumed));
        return content -> new Hl7MessageFile(content).messages().stream().map(reader::read);
    }
}
