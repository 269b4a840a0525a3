package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.testing.story.WardStory;

/** Tests that the trace of the reading that raises an alarm goes on with the alarm. */
class AlertTraceTopologyTest {
    private static final byte[] TRACE =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8);

    private final AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void theAlarmIsInTheTraceOfTheReadingThatRaisedIt() {
        // given
        var bed = new WardStory().bed("REA/A3", "stay-1");
        var headers = new RecordHeaders().add("traceparent", TRACE);

        // when
        bed.steady(120, Map.of("spo2", 70.0)).cleanObservations().forEach(reading -> alerts.tell(reading, headers));

        // then
        List<TestRecord<String, Alert>> ledger = alerts.ledgerRecords();
        assertThat(ledger).isNotEmpty();
        assertThat(ledger)
                .extracting(record -> record.headers().lastHeader("traceparent"))
                .allMatch(Objects::nonNull)
                .extracting(Header::value)
                .containsOnly(TRACE);
    }
}
