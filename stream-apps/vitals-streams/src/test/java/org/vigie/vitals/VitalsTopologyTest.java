package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.story.WardStory;

/** Tests the drawing of the topology, the place and the unit of what it writes, and its counts. */
class VitalsTopologyTest extends VitalsTopologyStory {
    @Test
    void theDrawingIsTheOneInTheGoldenFile() throws IOException {
        // given
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());

        // when
        var topology = new VitalsTopology(VitalsTopologyDriver.TOPICS, serdes, CleaningMemoryConfig.defaults()).build();

        // then
        assertThat(topology.describe()).hasToString(golden("vitals-topology.txt"));
    }

    @Test
    void aSpikeIsSuspectAndItsNeighboursAreKept() {
        // given
        ward.bed("A3").heartRate("82 84 83 250 84").every(1, SECONDS);

        // when
        vitals.tell(ward);

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getValue, JudgedReading::getVerdict, JudgedReading::getReason)
                .containsExactly(
                        tuple(82.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(84.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(83.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(250.0, CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE),
                        tuple(84.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE));
        assertThat(vitals.rejected()).isEmpty();
    }

    @Test
    void ofTwoSourcesBothAreKeptAndThePreferredOneIsFollowed() {
        // when
        tell(rr(IMPEDANCE, 31.0, MeasurementStatusRecord.VALID), rr(CO2, 12.0, MeasurementStatusRecord.VALID));

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getChannel, JudgedReading::getVerdict, JudgedReading::getFollowed)
                .containsExactly(
                        tuple(IMPEDANCE, CleaningOutcomeRecord.KEPT, false),
                        tuple(CO2, CleaningOutcomeRecord.KEPT, true));
        assertThat(vitals.rejected()).isEmpty();
    }

    @Test
    void aCleanObservationSaysWhoseItIsAndWhereItCameFrom() {
        // given
        ward.bed("A3").heartRate("82").every(1, SECONDS);

        // when
        vitals.tell(ward);

        // then
        var record = vitals.cleanRecords().get(0);
        assertThat(record.key()).isEqualTo("stay-A3");
        assertThat(record.value())
                .returns("stay-A3", CleanObservation::getStay)
                .returns(false, CleanObservation::getProvisional)
                .returns("REA/A3", CleanObservation::getBed)
                .returns("A3-0", CleanObservation::getMessageId)
                .returns(WardStory.START.plusSeconds(1), CleanObservation::getPublishedAt)
                .returns(origin(0, -1), CleanObservation::getOrigin);
    }

    @Test
    void aValueIsWrittenInTheCataloguesUnit() {
        // when
        tell(reading("temp", 98.6, null, "[degF]", MeasurementStatusRecord.VALID, WardStory.START));

        // then
        assertThat(judged(vitals.clean()))
                .singleElement()
                .satisfies(reading ->
                        assertThat(reading.getValue()).isCloseTo(37, org.assertj.core.data.Offset.offset(1e-6)));
    }

    @Test
    void aGatewayThatCountsFromOneAgainIsHeard() {
        // given
        Observation first = told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START));
        Observation restarted = Observation.newBuilder(first)
                .setDeviceTime(WardStory.START.plusSeconds(9))
                .setReceivedTime(WardStory.START.plusSeconds(9))
                .setReadings(List.of(reading(
                        "hr", 84.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START.plusSeconds(9))))
                .build();
        ward.bed("A3");
        vitals.tell(ward);

        // when
        vitals.tell(first);
        vitals.tell(restarted);

        // then
        assertThat(judged(vitals.clean())).extracting(JudgedReading::getValue).containsExactly(80.0, 84.0);
    }

    @Test
    void aMonitorWhoseClockIsSetBackByAnHourSaysOfEachReadingWhenItWasMeasuredByTheWardsClock() {
        // given
        ward.bed("A3").heartRate("82 83 84").every(1, SECONDS);
        vitals.tell(ward);
        vitals.clean();

        // when
        for (int second = 3; second < 6; second++) {
            Instant received = WardStory.START.plusSeconds(second);
            Instant stamp = received.minus(Duration.ofHours(1));
            vitals.tell(monitor(
                    "back-" + second,
                    reading("hr", 85.0, null, "/min", MeasurementStatusRecord.VALID, stamp),
                    received));
        }

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getReason, JudgedReading::getAsOf)
                .containsExactly(
                        tuple(CleaningReasonRecord.OUT_OF_ORDER, null),
                        tuple(CleaningReasonRecord.NONE, WardStory.START.plusSeconds(4)),
                        tuple(CleaningReasonRecord.NONE, WardStory.START.plusSeconds(5)));
    }

    @Test
    void theReadingsAreCountedByReason() {
        // given
        ward.bed("A3").heartRate("82 84 83 250 84 LEAD_OFF").every(1, SECONDS).again();

        // when
        vitals.tell(ward);

        // then
        assertThat(vitals.counted("none")).isEqualTo(4);
        assertThat(vitals.counted("spike")).isEqualTo(1);
        assertThat(vitals.counted("not-a-number")).isEqualTo(1);
        assertThat(vitals.counted("duplicate")).isEqualTo(1);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = VitalsTopologyTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
