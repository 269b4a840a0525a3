package org.vigie.gateway.fhir;

import java.time.ZoneOffset;
import java.util.Set;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.terminology.CodeMap;

/** Checks that a FHIR request or file always gets an answer of one line. */
public final class FhirFuzz {
    private static final Set<String> ANSWERS = Set.of("200", "201", "400", "422");
    private static final FhirReader READER = new FhirReader(CodeMap.standard(), ZoneOffset.UTC);

    private FhirFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        MessageOutcome outcome = READER.read(body);
        if (!ANSWERS.contains(outcome.ack())
                || new OutcomeJsonLine("file", outcome).text().indexOf('\n') >= 0) {
            throw new IllegalStateException(new OutcomeJsonLine("file", outcome).text());
        }
    }
}
