package org.vigie.station.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.StationRecords;

/** Tests how far back the station reads the ledger when it starts. */
class LedgerReadSpanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final LedgerReadSpan span = new LedgerReadSpan();

    @Test
    void theLedgerIsReadFromTheEarliestAdmissionOfAPresentPatient() {
        // when
        take("REA/01", stay("REA/01", 3, null));
        take("REA/02", stay("REA/02", 74, null));
        take("REA/03", stay("REA/03", 40, NOW.plusSeconds(60)));

        // then
        assertThat(span.before(NOW)).isEqualTo(Duration.ofDays(74));
    }

    @Test
    void aPatientWhoHasLeftDoesNotCountAndThirtyDaysAreReadAtLeast() {
        // when
        take("REA/01", stay("REA/01", 3, null));
        take("REA/02", stay("REA/02", 74, NOW.minusSeconds(60)));

        // then
        assertThat(span.before(NOW)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void theNewestRecordOfABedCounts() {
        // given
        take("REA/02", stay("REA/02", 74, null));

        // when
        take("REA/02", stay("REA/02", 2, null));

        // then
        assertThat(span.before(NOW)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void besideARecordThatCannotBeReadTheWholeLedgerIsRead() {
        // given: the deserializer refuses bytes without the registry's frame before it asks the registry
        var topic = TopicCatalogue.in("test", 1).staysCurrent();

        // when
        span.take(
                record("REA/01"), new AvroSerdes("http://127.0.0.1:1").of(topic).deserializer());

        // then
        assertThat(span.before(NOW)).isEqualTo(Duration.ofDays(365));
    }

    private static Stay stay(String bed, int daysAgo, Instant until) {
        return StationRecords.stay(bed, "s-" + bed, NOW.minus(Duration.ofDays(daysAgo)), until);
    }

    private void take(String bed, Stay stay) {
        Deserializer<BedStays> read = (topic, bytes) -> new BedStays(bed, List.of(stay));
        span.take(record(bed), read);
    }

    private static ConsumerRecord<byte[], byte[]> record(String bed) {
        return new ConsumerRecord<>("stays", 0, 0, bed.getBytes(StandardCharsets.UTF_8), new byte[] {9});
    }
}
