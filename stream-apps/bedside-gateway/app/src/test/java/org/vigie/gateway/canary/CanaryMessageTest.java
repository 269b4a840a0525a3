package org.vigie.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.bed.BedName;
import org.vigie.terminology.CodeMap;

/** Tests that the gateway reads the messages of canaries like those of a monitor. */
class CanaryMessageTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.250Z");
    private static final String BED = BedName.CANARY_UNIT + "/7";

    @Test
    void theGatewayReadsOneHeartRateOfTheCanarysBed() throws MalformedHl7Message {
        // when
        MessageOutcome read = read(new CanaryMessage(BED, 3, AT));

        // then
        assertThat(read.error()).isEmpty();
        assertThat(read.dropped()).isEmpty();
        assertThat(read.movements()).isEmpty();
        assertThat(read.observations())
                .extracting(MeasuredValue::bed, MeasuredValue::variable, MeasuredValue::value, MeasuredValue::time)
                .containsExactly(tuple(BED, "hr", 73.0, AT));
    }

    @Test
    void theRateChangesFromMessageToMessageSoThatNoFlatLineIsFound() {
        // when
        List<String> texts = LongStream.range(0, 5)
                .mapToObj(number -> new CanaryMessage(BED, number, AT).text())
                .toList();

        // then
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts.get(0)).contains("||70|/min");
        assertThat(texts.get(1)).contains("||71|/min");
    }

    private static MessageOutcome read(CanaryMessage message) throws MalformedHl7Message {
        var rules = new SenderRules(ZoneId.of("Europe/Paris"), List.of());
        Er7Message parsed = Er7Message.parse(message.text().getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.sender()).isEqualTo(BedName.CANARY_SENDER);
        return new Hl7Reader(CodeMap.standard(), rules)
                .receivedAt(AT)
                .readWithAcknowledgement(parsed)
                .outcome();
    }
}
