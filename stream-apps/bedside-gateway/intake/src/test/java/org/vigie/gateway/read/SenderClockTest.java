package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.terminology.DropReason;

class SenderClockTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime TWICE = LocalDateTime.parse("2026-10-25T02:30:00");
    private static final LocalDateTime SKIPPED = LocalDateTime.parse("2026-03-29T02:30:00");

    @Test
    void aLocalTimeIsInTheZoneOfTheSender() {
        assertThat(SenderClock.in(PARIS)
                        .at(LocalDateTime.parse("2026-03-01T09:15:00"))
                        .instant())
                .contains(Instant.parse("2026-03-01T08:15:00Z"));
    }

    @Test
    void aTimeThatOccursTwiceIsAmbiguous() {
        assertThat(SenderClock.in(PARIS).at(TWICE).reason()).isEqualTo(DropReason.AMBIGUOUS_TIME);
    }

    @Test
    void theOffsetOfTheMessageDecidesBetweenTwoInstants() {
        // given
        var clock = new SenderClock(PARIS, Optional.of(ZoneOffset.ofHours(1)), Optional.empty());

        // when, then
        assertThat(clock.at(TWICE).instant()).contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void theTimeOfArrivalDecidesBetweenTwoInstants() {
        // given
        var clock = new SenderClock(PARIS, Optional.empty(), Optional.of(Instant.parse("2026-10-25T00:30:02Z")));

        // when, then
        assertThat(clock.at(TWICE).instant()).contains(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aTimeThatIsSkippedIsUnreadable() {
        assertThat(SenderClock.in(PARIS).at(SKIPPED).reason()).isEqualTo(DropReason.NO_TIME);
    }

    @Test
    void aClockThatWasNotChangedYetIsReadByTheTimeOfArrival() {
        // given
        var clock = new SenderClock(PARIS, Optional.empty(), Optional.of(Instant.parse("2026-03-29T01:30:01Z")));

        // when, then
        assertThat(clock.at(SKIPPED).instant()).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void aMonitorThatWasNotSetBackIsReadByTheTimeOfArrival() {
        // given
        var clock = clockAt("2026-10-25T01:05:02Z").ofMeasurements();

        // when, then
        assertThat(clock.at(LocalDateTime.parse("2026-10-25T03:05:00")).instant())
                .contains(Instant.parse("2026-10-25T01:05:00Z"));
    }

    @Test
    void aMonitorThatWasSetBackIsReadByItsZoneInTheSameNight() {
        // given
        var clock = clockAt("2026-10-25T02:05:02Z").ofMeasurements();

        // when, then
        assertThat(clock.at(LocalDateTime.parse("2026-10-25T03:05:00")).instant())
                .contains(Instant.parse("2026-10-25T02:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-25T03:25:00", "2026-10-25T05:05:00", "2026-07-01T05:00:00"})
    void aTimeOfTheFutureThatNoChangeOfTheClockExplainsStaysInTheFuture(String sent) {
        // given
        LocalDateTime local = LocalDateTime.parse(sent);
        Instant byItsZone = local.atZone(PARIS).toInstant();
        var clock = sent.contains("07-01") ? clockAt("2026-07-01T02:00:00Z") : clockAt("2026-10-25T01:05:02Z");

        // when, then
        assertThat(clock.ofMeasurements().at(local).instant()).contains(byItsZone);
    }

    @ParameterizedTest
    @CsvSource({
        // sent, arrival, measured, read
        "03:20, 01:20:02, 03:05, 01:05",
        "04:40, 02:40:02, 03:05, 01:05",
        "04:40, 02:40:02, 02:50, 00:50",
        "04:40, 02:40:02, 01:50, 23:50",
        "03:20, 01:20:02, 03:40, 01:40",
    })
    void aLateTimeOfAMonitorThatWasNotSetBackIsReadByTheTimeOfItsMessage(
            String sent, String arrival, String measured, String read) {
        // given
        var clock = clockAt("2026-10-25T" + arrival + "Z")
                .sentAt(LocalDateTime.parse("2026-10-25T" + sent))
                .ofMeasurements();

        // when
        Optional<Instant> at =
                clock.at(LocalDateTime.parse("2026-10-25T" + measured)).instant();

        // then
        String day = read.startsWith("23") ? "2026-10-24T" : "2026-10-25T";
        assertThat(at).contains(Instant.parse(day + read + ":00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // a right clock; one that is 20 minutes fast; a right value in a message of a wrong clock
        "03:05, 02:05:02, 03:00, 02:00",
        "03:25, 02:05:02, 03:20, 02:20",
        "04:05, 02:05:02, 03:05, 02:05",
    })
    void aTimeKeepsItsZoneUnlessItsMessageShowsAClockThatWasNotSetBack(
            String sent, String arrival, String measured, String read) {
        // given
        var clock = clockAt("2026-10-25T" + arrival + "Z")
                .sentAt(LocalDateTime.parse("2026-10-25T" + sent))
                .ofMeasurements();

        // when, then
        assertThat(clock.at(LocalDateTime.parse("2026-10-25T" + measured)).instant())
                .contains(Instant.parse("2026-10-25T" + read + ":00Z"));
    }

    @Test
    void aMovementThatIsPlannedInAnHourKeepsItsTime() {
        // given
        var clock = clockAt("2026-11-30T13:00:00Z");

        // when, then
        assertThat(clock.at(LocalDateTime.parse("2026-11-30T15:00:00")).instant())
                .contains(Instant.parse("2026-11-30T14:00:00Z"));
    }

    private static SenderClock clockAt(String received) {
        return new SenderClock(PARIS, Optional.empty(), Optional.of(Instant.parse(received)));
    }
}
