package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests that the trace of a raw observation goes on with its clean one. */
class VitalsTraceTopologyTest extends VitalsTopologyStory {
    private static final byte[] TRACE =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8);

    @Test
    void theTraceGoesOnAndAnyOtherHeaderEnds() {
        // given
        ward.bed("A3").heartRate("82").every(1, SECONDS);
        ward.stays().forEach(vitals::tell);
        var headers = new RecordHeaders().add("traceparent", TRACE).add(TopicCatalogue.BED_KNOWN, new byte[0]);

        // when
        vitals.tell(ward.observations().get(0), headers);

        // then
        assertThat(vitals.cleanRecords()).singleElement().satisfies(record -> {
            assertThat(record.headers().lastHeader("traceparent").value()).isEqualTo(TRACE);
            assertThat(record.headers()).extracting(Header::key).doesNotContain(TopicCatalogue.BED_KNOWN);
        });
    }

    @Test
    void anObservationWithoutATraceHasNoHeaders() {
        // given
        ward.bed("A3").heartRate("82").every(1, SECONDS);

        // when
        vitals.tell(ward);

        // then
        assertThat(vitals.cleanRecords())
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).isEmpty());
    }
}
