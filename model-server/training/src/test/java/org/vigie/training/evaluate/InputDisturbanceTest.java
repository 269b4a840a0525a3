package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

class InputDisturbanceTest {
    private static final RecordedStay STAY = stay();

    @Test
    void everyOneChangesTheStayAndNeverTheWayItWasChangedBefore() {
        // when, then
        for (InputDisturbance disturbance : InputDisturbance.all(48)) {
            RecordedStay disturbed = disturbance.does().apply(STAY);

            assertThat(disturbed).as(disturbance.name()).isNotEqualTo(STAY);
            assertThat(disturbance.does().apply(STAY)).as(disturbance.name()).isEqualTo(disturbed);
        }
    }

    @Test
    void artefactsArePlantedInAboutTheShareOfTheMonitorsValuesThatIsNamed() {
        // given
        RecordedStay disturbed = done("artefacts in 5 % of the monitor's values");

        // when
        long changed = disturbed.measurements().stream()
                .filter(measurement -> measurement.variable().name().equals("hr") && measurement.value() != 80)
                .count();

        // then
        assertThat(changed).isBetween(5L, 50L);
        assertThat(disturbed.measurements().stream()
                        .filter(measurement -> measurement.variable().name().equals("lactate")))
                .allMatch(measurement -> measurement.value() == 2);
    }

    @Test
    void aRemovedSourceGivesNoMeasurementsAndTheOthersStay() {
        assertThat(names(done("laboratory silent"))).containsOnly("hr", "abp_mean", "gcs_total", "urine");
        assertThat(names(done("monitor only"))).containsOnly("hr", "abp_mean");
        assertThat(names(done("no arterial line"))).containsOnly("hr", "lactate", "gcs_total", "urine");
        assertThat(done("nothing known at admission").statics()).isEqualTo(StaticFeatures.UNKNOWN);
    }

    @Test
    void aFastClockMovesEveryMeasurementLater() {
        assertThat(done("clock two hours fast").measurements().get(0).since()).isEqualTo(Duration.ofHours(2));
        assertThat(done("clock two hours slow").measurements().get(0).since()).isEqualTo(Duration.ofHours(-2));
        assertThat(done("the last hour half over").measurements())
                .allMatch(measurement -> measurement.since().compareTo(Duration.ofMinutes(47 * 60 + 30)) < 0)
                .anyMatch(measurement -> measurement.since().equals(Duration.ofMinutes(47 * 60 + 20)));
    }

    private static RecordedStay done(String name) {
        return InputDisturbance.all(48).stream()
                .filter(disturbance -> disturbance.name().equals(name))
                .findFirst()
                .orElseThrow()
                .does()
                .apply(STAY);
    }

    private static List<String> names(RecordedStay stay) {
        return stay.measurements().stream()
                .map(measurement -> measurement.variable().name())
                .distinct()
                .toList();
    }

    private static RecordedStay stay() {
        List<RecordedMeasurement> measurements = new ArrayList<>();
        for (int minute = 0; minute < 48 * 60; minute += 10) {
            measurements.add(measured(minute, "hr", 80));
            measurements.add(measured(minute, "abp_mean", 75));
            measurements.add(measured(minute, "gcs_total", 15));
            measurements.add(measured(minute, "urine", 30));
            measurements.add(measured(minute, "lactate", 2));
        }
        return new RecordedStay(
                1,
                new StaticFeatures(70, StaticFeatures.AdministrativeSex.MALE, 170, 70, StaticFeatures.UnitType.MEDICAL),
                measurements);
    }

    private static RecordedMeasurement measured(int minute, String variable, double value) {
        return new RecordedMeasurement(
                Duration.ofMinutes(minute), VariableCatalogue.standard().get(variable), value);
    }
}
