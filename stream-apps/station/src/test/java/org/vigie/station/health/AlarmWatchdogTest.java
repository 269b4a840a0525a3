package org.vigie.station.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmWatchdogTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private final AlarmWatchdog watch = new AlarmWatchdog(Duration.ofMinutes(3), START);

    @Test
    void afterAStartAnOldTriageIsReportedOnlyAfterItsTimeLimit() {
        // when
        watch.reading(START);
        watch.triage(START.minusSeconds(3600));

        // then
        assertThat(watch.noTriageSince(START.plusSeconds(180))).isEmpty();
        assertThat(watch.noTriageSince(START.plusMillis(180_001))).contains(START.minusSeconds(3600));
    }

    @Test
    void alarmsThatWereNeverComputedAreMissingSinceTheStart() {
        // when
        watch.reading(START);

        // then
        assertThat(watch.noTriageSince(START.plusSeconds(181))).contains(START);
    }

    @Test
    void theTriageOfAnyStayShowsThatAlarmsAreComputed() {
        // when
        watch.reading(START);
        watch.triage(START.plusSeconds(170));
        watch.triage(START.plusSeconds(60));

        // then
        assertThat(watch.noTriageSince(START.plusSeconds(350))).isEmpty();
        assertThat(watch.noTriageSince(START.plusSeconds(351))).contains(START.plusSeconds(170));
    }

    @Test
    void readingsAfterALongGapRestartTheTimeLimitOfTheFirstTriage() {
        // when
        watch.reading(START);
        watch.reading(START.plusSeconds(3600));

        // then
        assertThat(watch.noTriageSince(START.plusSeconds(3780))).isEmpty();
        assertThat(watch.noTriageSince(START.plusSeconds(3781))).isPresent();
    }

    @Test
    void readingsThatComeAndGoAndOldOnesDoNotHideIt() {
        // when
        for (int second = 0; second <= 600; second += 60) {
            watch.reading(START.plusSeconds(second));
            watch.reading(START.plusSeconds(second).minus(Duration.ofDays(1)));
        }

        // then
        assertThat(watch.noTriageSince(START.plusSeconds(600))).isPresent();
    }
}
