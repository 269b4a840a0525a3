package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.training.cohort.Measurement;
import org.vigie.training.cohort.Recording;

class DisturbanceTest {
    private static final Recording STAY = stay();

    @Test
    void everyOneChangesTheStayAndNeverTheWayItWasChangedBefore() {
        for (Disturbance disturbance : Disturbance.all(48)) {
            Recording disturbed = disturbance.does().apply(STAY);

            assertThat(disturbed).as(disturbance.name()).isNotEqualTo(STAY);
            assertThat(disturbance.does().apply(STAY)).as(disturbance.name()).isEqualTo(disturbed);
        }
    }

    @Test
    void artefactsArePlantedInAboutTheShareOfTheMonitorsValuesThatIsNamed() {
        Recording disturbed = done("artefacts in 5 % of the monitor's values");

        long changed = disturbed.measurements().stream()
                .filter(measurement -> measurement.variable().name().equals("hr") && measurement.value() != 80)
                .count();
        assertThat(changed).isBetween(5L, 50L);
        assertThat(disturbed.measurements().stream()
                        .filter(measurement -> measurement.variable().name().equals("lactate")))
                .allMatch(measurement -> measurement.value() == 2);
    }

    @Test
    void whatIsSilentSaysNothingAndTheRestIsAsItWas() {
        assertThat(names(done("laboratory silent"))).containsOnly("hr", "abp_mean", "gcs_total", "urine");
        assertThat(names(done("monitor only"))).containsOnly("hr", "abp_mean");
        assertThat(names(done("no arterial line"))).containsOnly("hr", "lactate", "gcs_total", "urine");
        assertThat(done("nothing known at admission").statics()).isEqualTo(Statics.UNKNOWN);
    }

    @Test
    void aFastClockSaysEverythingLater() {
        assertThat(done("clock two hours fast").measurements().get(0).since()).isEqualTo(Duration.ofHours(2));
        assertThat(done("clock two hours slow").measurements().get(0).since()).isEqualTo(Duration.ofHours(-2));
        assertThat(done("the last hour half over").measurements())
                .allMatch(measurement -> measurement.since().compareTo(Duration.ofMinutes(47 * 60 + 30)) < 0)
                .anyMatch(measurement -> measurement.since().equals(Duration.ofMinutes(47 * 60 + 20)));
    }

    private static Recording done(String name) {
        return Disturbance.all(48).stream()
                .filter(disturbance -> disturbance.name().equals(name))
                .findFirst()
                .orElseThrow()
                .does()
                .apply(STAY);
    }

    private static List<String> names(Recording stay) {
        return stay.measurements().stream()
                .map(measurement -> measurement.variable().name())
                .distinct()
                .toList();
    }

    private static Recording stay() {
        List<Measurement> measurements = new ArrayList<>();
        for (int minute = 0; minute < 48 * 60; minute += 10) {
            measurements.add(measured(minute, "hr", 80));
            measurements.add(measured(minute, "abp_mean", 75));
            measurements.add(measured(minute, "gcs_total", 15));
            measurements.add(measured(minute, "urine", 30));
            measurements.add(measured(minute, "lactate", 2));
        }
        return new Recording(1, new Statics(70, Statics.Sex.MALE, 170, 70, Statics.Unit.MEDICAL), measurements);
    }

    private static Measurement measured(int minute, String variable, double value) {
        return new Measurement(
                Duration.ofMinutes(minute), VariableCatalogue.standard().get(variable), value);
    }
}
