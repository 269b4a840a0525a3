package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayResolver;
import org.vigie.testing.story.WardStory;

/** Tests that urine which comes again after a crash has the same rate, although the stays of its bed have changed since. */
class RepeatedUrineTest {
    private final CleanStepHarness step = new CleanStepHarness(List.of());

    @Test
    void anAdmissionThatIsEnteredBeforeTheRepetitionChangesNoRate() {
        // given: a patient without an admission
        clean(0, "weight", 80, List.of());
        clean(1, "urine", 60, List.of());
        JudgedObservation before = clean(2, "urine", 40, List.of());

        // when: two patients were there in turn, by the admissions that are known now
        JudgedObservation again =
                clean(2, "urine", 40, List.of(stay("former", -9, at(1)), stay("next", 1, BedOccupancy.OPEN)));

        // then
        assertThat(before.urine().weight()).isEqualTo(80);
        assertThat(again).isEqualTo(before);
    }

    @Test
    void aStayThatEndedBeforeTheRepetitionKeepsItsRate() {
        // given
        List<BedOccupancy> known = List.of(stay("first", 0, BedOccupancy.OPEN));
        clean(0, "weight", 80, known);
        clean(1, "urine", 60, known);
        JudgedObservation before = clean(2, "urine", 40, known);

        // when
        JudgedObservation again =
                clean(2, "urine", 40, List.of(stay("first", 0, at(2)), stay("next", 2, BedOccupancy.OPEN)));

        // then
        assertThat(before.urine().intervals()).hasSize(1);
        assertThat(again).isEqualTo(before);
    }

    private JudgedObservation clean(int hour, String variable, double value, List<BedOccupancy> bed) {
        String unit = variable.equals("weight") ? "kg" : "mL";
        var reading = new ReadingRecord(variable, value, null, unit, MeasurementStatusRecord.VALID, at(hour), "");
        Observation observation = Observation.newBuilder()
                .setSource("test")
                .setDevice("charting")
                .setBed("REA/1")
                .setMessageId(variable + hour)
                .setSequence(hour)
                .setDeviceTime(at(hour))
                .setReceivedTime(at(hour))
                .setReadings(List.of(reading))
                .build();
        var raw = new RawObservation(observation, new Origin("raw", 0, (long) hour, -1), at(hour));
        return step.clean(new IdentifiedObservation(raw, StayResolver.occupancy("REA/1", bed, at(hour)), bed));
    }

    private static BedOccupancy stay(String stay, int from, Instant until) {
        return new BedOccupancy(stay, at(from), until);
    }

    private static Instant at(int hour) {
        return WardStory.START.plus(Duration.ofHours(hour));
    }
}
