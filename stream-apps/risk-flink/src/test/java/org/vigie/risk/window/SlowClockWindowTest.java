package org.vigie.risk.window;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.testing.story.WardStory;

/** Tests that a window follows the ward's clock, whatever the clock of a monitor says. */
class SlowClockWindowTest extends WindowStory {
    @Test
    void theReadingsOfASlowMonitorLieInTheHoursInWhichTheyCame() throws Exception {
        // given
        ward.know(bed.admission());

        // when
        ward.observe(ofSlowMonitor());
        List<Window> windows = ward.until("PT2H");

        // then: the score of this window is as old as its newest reading
        assertThat(windows).last().satisfies(window -> {
            assertThat(window.getEnd()).isEqualTo(WardStory.START.plus(Duration.ofHours(1)));
            assertThat(window.getLastHour()).isEqualTo(1);
            assertThat(value(window, "hr", 0)).isEqualTo(80f);
            assertThat(value(window, "hr", 1)).isEqualTo(90f);
        });
    }

    @Test
    void aValueThatASlowMonitorTakesBackLeavesTheHourInWhichItCame() throws Exception {
        // given
        ward.know(bed.admission());
        CleanObservation[] readings = ofSlowMonitor();
        ward.observe(readings);

        // when
        CleanObservation withdrawal = CleanObservation.newBuilder(readings[1]).build();
        withdrawal.getOrigin().setOffset(readings[1].getOrigin().getOffset() + 1);
        withdrawal.getReadings().forEach(reading -> {
            reading.setWithdraws(List.of(reading.getValue()));
            reading.setValue(95.0);
        });
        ward.observe(withdrawal);

        // then
        assertThat(ward.until("PT2H")).last().satisfies(window -> {
            assertThat(value(window, "hr", 0)).isEqualTo(80f);
            assertThat(value(window, "hr", 1)).isEqualTo(95f);
        });
    }

    /** A heart rate of 80 at the start and of 90 an hour later, from a monitor whose clock is two hours behind. */
    private CleanObservation[] ofSlowMonitor() {
        return bed.clock(Duration.ofHours(-2))
                .heartRate("80 90")
                .every(1, HOURS)
                .cleanObservations()
                .toArray(CleanObservation[]::new);
    }
}
