package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.testing.story.WardStory;

/** Tests which stay the readings of a monitor get whose clock is an hour slow. */
class SlowClockTopologyTest extends VitalsTopologyStory {
    private static final Duration SLOW = Duration.ofHours(1);
    private static final Instant ADMITTED = WardStory.START.minus(Duration.ofDays(1));
    private static final Instant LEFT = WardStory.START.plusSeconds(120);
    private static final Instant CAME = WardStory.START.plusSeconds(180);

    @BeforeEach
    void watchTheFirstPatientUntilTheClockIsKnownToBeSlow() {
        vitals.tell(new BedStays("REA/A3", List.of(stay("first", ADMITTED, null))));
        for (int second = 0; second < 100; second++) {
            measured(second, SLOW);
        }
        vitals.tell(new BedStays("REA/A3", List.of(stay("first", ADMITTED, LEFT), stay("second", CAME, null))));
        vitals.clean();
    }

    @Test
    void theReadingsOfTheNextPatientAreNotThoseOfTheFormerOne() {
        // when
        measured(190, SLOW);

        // then
        assertThat(stays()).containsExactly("second");
    }

    @Test
    void aCorrectionOfTheFormerPatientsReadingStaysWithTheFormerPatient() {
        // when
        vitals.tell(message(190, Duration.ofSeconds(100), MeasurementStatusRecord.CORRECTED));

        // then
        assertThat(stays()).containsExactly("first");
    }

    @Test
    void readingsThatWereDeliveredLateStayWithThePatientOfTheirTime() {
        // given: another monitor, whose clock is right, stores its readings without a connection
        for (int second = 0; second < 100; second++) {
            vitals.tell(of("monitor-2", message(second, Duration.ZERO, MeasurementStatusRecord.VALID)));
        }
        vitals.clean();

        // when
        vitals.tell(of("monitor-2", message(190, Duration.ofSeconds(80), MeasurementStatusRecord.VALID)));

        // then
        assertThat(stays()).containsExactly("first");
    }

    @Test
    void aReadingOfTheEmptyBedIsGivenToThePatientWhoIsAdmittedLater() {
        // given
        vitals.tell(new BedStays("REA/A3", List.of(stay("first", ADMITTED, LEFT))));
        measured(190, SLOW);

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("first", ADMITTED, LEFT), stay("second", CAME, null))));

        // then
        assertThat(stays()).hasSize(2).endsWith("second").doesNotContain("first");
    }

    private List<String> stays() {
        return vitals.clean().stream().map(CleanObservation::getStay).toList();
    }

    private void measured(int second, Duration behind) {
        vitals.tell(message(second, behind, MeasurementStatusRecord.VALID));
    }

    private static Observation of(String device, Observation message) {
        return Observation.newBuilder(message)
                .setDevice(device)
                .setMessageId(device + message.getMessageId())
                .build();
    }

    private static Observation message(int second, Duration behind, MeasurementStatusRecord status) {
        Instant received = WardStory.START.plusSeconds(second);
        ReadingRecord heartRate = reading("hr", 80.0 + second % 5, null, "/min", status, received.minus(behind));
        return monitor("slow-" + second + status, heartRate, received);
    }
}
