package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;

/** Tests the count against which published and left-out readings are balanced. */
class Hl7ReadingCountTest {
    @Test
    void eachRepetitionAndEachRowWithoutAValueCounts() throws MalformedHl7Message {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|NM|8867-4^HR^LN||72|/min|||||F",
                "OBX|2|NM|8867-4^HR^LN||72~73~74|/min|||||F",
                "OBX|3|NM|8867-4^HR^LN|||/min|||||X");

        // when, then
        assertThat(Hl7ReadingCount.in(parsed(message))).isEqualTo(5);
    }

    @Test
    void rowsThatAreNoObxCountNothing() throws MalformedHl7Message {
        // given
        String message = Hl7TestMessages.oru("NTE|1||a note", "OBR|2|||1^m^L", "ZZZ|OBX|1|NM");

        // when, then
        assertThat(Hl7ReadingCount.in(parsed(message))).isZero();
    }

    @Test
    void theRowsOfAnAlarmAreNoReadings() throws MalformedHl7Message {
        // given
        String alarm = Hl7TestMessages.oru("OBX|1|ST|196648^MDC_EVT_HI^MDC|1.1.1.1.1|HR high||||||F");

        // when, then
        assertThat(Hl7ReadingCount.in(parsed(alarm.replace("ORU^R01", "ORU^R40^ORU_R40"))))
                .isZero();
    }

    @Test
    void anEventAmongMeasurementsIsNoReading() throws MalformedHl7Message {
        // given
        String message = Hl7TestMessages.oru(
                "OBX|1|NM|8867-4^HR^LN||72|/min|||||F", "OBX|2|ST|196648^MDC_EVT_HI^MDC|1.1.1|HR high||||||F");

        // when, then
        assertThat(Hl7ReadingCount.in(parsed(message))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'PID|1', 0",
        "'OBX|1|NM', 1",
        "'  OBX|1', 1",
        "'OBX|1\nOBX|2\r\nOBX|3\r', 3",
        "'OBX\t1', 1",
        "'OBX', 0",
        "'OBXY|1', 0",
        "'OBX1|1', 0",
        "'a text that names OBX|1', 0",
        "'', 0",
    })
    void ofAMessageWithoutAHeaderTheLinesOfObxCount(String malformed, int readings) {
        assertThat(Hl7ReadingCount.in(malformed.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(readings);
    }

    private static Er7Message parsed(String message) throws MalformedHl7Message {
        return Er7Message.parse(message.getBytes(StandardCharsets.UTF_8));
    }
}
