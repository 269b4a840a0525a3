package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.mqtt.MqttBatchTime.BatchInstant;
import org.vigie.gateway.mqtt.MqttBatchTime.UnreadableBatchTime;

class MqttBatchTimeTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aNumberIsMillisecondsSince1970() {
        assertThat(MqttBatchTime.read(JSON.numberNode(1_772_698_501_000L)))
                .isEqualTo(new BatchInstant(Instant.parse("2026-03-05T08:15:01Z")));
    }

    @Test
    void aTextIsIso8601WithItsZone() {
        assertThat(MqttBatchTime.read(JSON.textNode("2026-03-05T09:15:00+01:00")))
                .isEqualTo(new BatchInstant(Instant.parse("2026-03-05T08:15:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "1772698501, these look like seconds",
        "1772698501000000, these look like microseconds",
        "1772698501000000000, these look like nanoseconds",
        "1, from 2000 to 2199",
    })
    void anotherUnitIsReportedAndNotGuessed(long sent, String hint) {
        assertThat(MqttBatchTime.read(JSON.numberNode(sent)))
                .isInstanceOfSatisfying(
                        UnreadableBatchTime.class,
                        time -> assertThat(time.expected()).contains(hint));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T09:15:00, this has none",
        "2026-03-05T09:15:00+15:00, an offset from -12:00 to +14:00",
        "1999-03-05T09:15:00Z, a time from 2000 to 2199",
        "yesterday, ISO 8601 with its zone",
    })
    void aTextThatIsNoInstantIsLeftOutWithWhatIsExpected(String sent, String expected) {
        assertThat(MqttBatchTime.read(JSON.textNode(sent)))
                .isInstanceOfSatisfying(
                        UnreadableBatchTime.class,
                        time -> assertThat(time.expected()).contains(expected));
    }

    @Test
    void aMissingFieldAndNullHaveNoTime() {
        assertThat(MqttBatchTime.read(JSON.missingNode())).isEqualTo(MqttBatchTime.MISSING);
        assertThat(MqttBatchTime.read(JSON.nullNode())).isEqualTo(MqttBatchTime.MISSING);
    }

    @Test
    void anObjectIsUnreadable() {
        assertThat(MqttBatchTime.read(JSON.objectNode())).isInstanceOf(UnreadableBatchTime.class);
    }
}
