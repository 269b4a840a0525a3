package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.DropReason;

class OutcomeJsonLineTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:14:59Z");

    @Test
    void anOutcomeIsOneLineWithTheNameOfItsFile() {
        // given
        var value = new MeasuredValue(
                "REA/03", "4410077", "", AT, "hr", 83, "/min", MeasurementStatusRecord.VALID, ValueRange.UNBOUNDED);
        var left = new DroppedElement("OBX[2]", "OBX-3", "777777", "7\n1", DropReason.UNMAPPED_CODE);
        var outcome = new MessageOutcome("AA", "", List.of(value), List.of(), List.of(), List.of(left));

        // when
        String line = new OutcomeJsonLine("a.hl7", outcome).text();

        // then
        assertThat(line)
                .startsWith("{\"file\":\"a.hl7\",\"ack\":\"AA\",\"error\":null,")
                .contains("\"variable\":\"hr\",\"value\":83.0,\"unit\":\"/min\"")
                .contains("\"reason\":\"unmapped code\"")
                .doesNotContain("\n");
    }

    @Test
    void aRetractionWithoutANumberHasNoValue() {
        // given
        var value = new MeasuredValue(
                "REA/03",
                "",
                "",
                AT,
                "hr",
                Double.NaN,
                "/min",
                MeasurementStatusRecord.RETRACTED,
                ValueRange.UNBOUNDED);
        var outcome = new MessageOutcome("AA", "", List.of(value), List.of(), List.of(), List.of());

        // when, then
        assertThat(new OutcomeJsonLine("a.hl7", outcome).text()).contains("\"value\":null");
    }

    @Test
    void aRefusedMessageHasItsReason() {
        assertThat(new OutcomeJsonLine("a.hl7", MessageOutcome.refused("AR", "MSH-9: no message type")).text())
                .contains("\"ack\":\"AR\",\"error\":\"MSH-9: no message type\"");
    }
}
