package org.vigie.gateway.fhir;

import java.time.ZoneOffset;
import java.util.Set;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.JsonLine;
import org.vigie.gateway.codes.Outcome;

/** A request or a file of FHIR: it has its answer, in one line. */
public final class FhirFuzz {
    private static final Set<String> ANSWERS = Set.of("200", "201", "400", "422");
    private static final FhirReader READER = new FhirReader(CodeMap.standard(), ZoneOffset.UTC);

    private FhirFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        Outcome outcome = READER.read("file", body);
        if (!ANSWERS.contains(outcome.ack()) || JsonLine.of(outcome).indexOf('\n') >= 0) {
            throw new IllegalStateException(JsonLine.of(outcome));
        }
    }
}
