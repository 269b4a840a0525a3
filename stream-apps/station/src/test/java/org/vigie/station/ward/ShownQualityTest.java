package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CountedReadings;
import org.vigie.station.health.DoubtfulReadingsSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.testing.story.WardStory;

/** Tests how rejected readings and those of each sender are counted. */
class ShownQualityTest extends WardViewStory {
    @Test
    void rejectedReadingsAreCountedByReasonAndDuplicatesApart() {
        // given
        ward.take(monitor.at(T0).rejected("foo", CleaningReasonRecord.UNKNOWN_VARIABLE));
        ward.take(new WardStory().bed("REA/77", null).at(T0).rejected("hr", CleaningReasonRecord.UNKNOWN_BED));
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.DUPLICATE));

        // when
        ReadingQualitySnapshot quality = ward.quality();

        // then
        assertThat(quality.rejected()).containsOnlyKeys("UNKNOWN_VARIABLE", "UNKNOWN_BED");
        assertThat(quality.duplicates()).isEqualTo(1);
    }

    @Test
    void eachSendersReadingsAreCountedFromTheGatewayToTheirVerdict() {
        // given
        CleanObservation observation = monitor.at(T0).kept("hr", 84).clean();
        String sender = observation.getSource();

        // when
        ward.take(observation);
        ward.take(CleanObservation.newBuilder(observation)
                .setAttributedFrom("provisional-1")
                .build());
        ward.take(monitor.at(T0).suspect("hr", 210).clean());
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.NOT_A_NUMBER));
        ward.take(new CountedReadings(sender, "HL7", 2L, 0L, 5L, 3L, Map.of("NO_TIME", 2L), 0L, T0, T0));
        ward.take(
                new CountedReadings(sender, "MQTT", 1L, 1L, 4L, 0L, Map.of("REFUSED", 4L), 0L, T0.minusSeconds(9), T0));
        ward.take(new CountedReadings("pump", "FHIR", 1L, 0L, 1L, 0L, Map.of("NO_TIME", 1L), 0L, T0, T0));

        // then
        assertThat(ward.quality().senders())
                .filteredOn(of -> of.sender().equals(sender))
                .singleElement()
                .satisfies(of -> {
                    assertThat(of.protocols()).containsExactly("HL7", "MQTT");
                    assertThat(of.since()).isEqualTo(T0.minusSeconds(9).toEpochMilli());
                    assertThat(of.readings()).isEqualTo(9);
                    assertThat(of.published()).isEqualTo(3);
                    assertThat(of.leftOut()).isEqualTo(6);
                    assertThat(List.of(of.kept(), of.suspect(), of.retracted(), of.rejected()))
                            .containsExactly(1L, 1L, 0L, 1L);
                    assertThat(of.reasons().keySet()).containsExactly("REFUSED", "NO_TIME", "NOT_A_NUMBER", "SPIKE");
                });
    }

    @Test
    void aBedNamesWhichOfItsMeasurementsWereDoubtedAndWhyTheMostFrequentFirst() {
        // given
        ward.take(admitted("REA/01", "s1", T0));
        ward.take(monitor.at(T0).suspect("hr", 210).clean());
        ward.take(monitor.at(T0).rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));
        ward.take(monitor.at(T0.plusSeconds(1)).rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.DUPLICATE));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(2)).doubtful())
                .containsExactly(
                        new DoubtfulReadingsSnapshot("spo2", "DEVICE_INVALID", 2),
                        new DoubtfulReadingsSnapshot("hr", "SPIKE", 1));
    }

    @Test
    void readingsThatBypassTheGatewayHaveNoGatewayCounts() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(ward.quality().senders()).singleElement().satisfies(of -> {
            assertThat(of.readings()).isNull();
            assertThat(of.protocols()).isEmpty();
            assertThat(of.kept()).isEqualTo(1);
        });
    }
}
