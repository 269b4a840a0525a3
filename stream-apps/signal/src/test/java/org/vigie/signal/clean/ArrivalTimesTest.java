package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests which times of a message are accepted. */
class ArrivalTimesTest {
    private static final Instant NOW = CleanedDeviceStory.START;
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aDeviceTimeIsAcceptedWithinADayOfTheArrival() {
        // when
        var arrival = new ArrivalTimes(NOW, NOW);

        // then
        assertThat(arrival.plausibleTime(NOW.minus(DAY))).isEqualTo(NOW.minus(DAY));
        assertThat(arrival.plausibleTime(NOW.plus(DAY))).isEqualTo(NOW.plus(DAY));
        assertThat(arrival.plausibleTime(NOW.minus(DAY).minusMillis(1))).isEqualTo(NOW);
        assertThat(arrival.plausibleTime(NOW.plus(DAY).plusMillis(1))).isEqualTo(NOW);
        assertThat(arrival.plausibleTime(Instant.EPOCH)).isEqualTo(NOW);
    }

    @Test
    void aPastThatIsPlayedKeepsItsOwnTimes() {
        // when
        var played = new ArrivalTimes(NOW, NOW.plus(DAY.multipliedBy(2)));

        // then
        assertThat(played.plausibleTime(NOW.minusSeconds(1))).isEqualTo(NOW.minusSeconds(1));
        assertThat(played.isAstray(NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void theBrokersClockStandsInForASendersThatIsAhead() {
        // when
        var ahead = new ArrivalTimes(Instant.parse("2050-01-01T00:00:00Z"), NOW);

        // then
        assertThat(ahead.isFromTheFuture()).isTrue();
        assertThat(ahead.plausibleTime(Instant.EPOCH)).isEqualTo(NOW);
        assertThat(ahead.latestMeasured()).isEqualTo(NOW.plusSeconds(300));
    }
}
