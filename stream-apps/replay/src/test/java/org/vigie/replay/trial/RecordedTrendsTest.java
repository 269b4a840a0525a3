package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.bed.BedName;

class RecordedTrendsTest {
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");

    private final RecordedTrends trends = new RecordedTrends(new ReportPeriod(FROM, FROM.plus(Duration.ofDays(1))));

    @Test
    void theFirstRecordIsThatOfABedAndNotOfACanary() {
        // given
        trends.take(observation(BedName.CANARY_UNIT + "/0", FROM));

        // when
        trends.take(observation("REA/01", FROM.plusSeconds(3600)));

        // then
        assertThat(trends.firstTaken()).isEqualTo(FROM.plusSeconds(3600));
    }

    @Test
    void canariesAloneAreNoRecord() {
        // when
        trends.take(observation(BedName.CANARY_UNIT + "/0", FROM));

        // then
        assertThat(trends.firstTaken()).isNull();
    }

    private static CleanObservation observation(String bed, Instant publishedAt) {
        return CleanObservation.newBuilder()
                .setStay("stay of " + bed)
                .setProvisional(false)
                .setBed(bed)
                .setSource("test")
                .setDevice("monitor")
                .setMessageId("m1")
                .setDeviceTime(publishedAt)
                .setReceivedTime(publishedAt)
                .setPublishedAt(publishedAt)
                .setOrigin(new Origin("observations.raw", 0, 1L, -1))
                .setReadings(List.of())
                .build();
    }
}
