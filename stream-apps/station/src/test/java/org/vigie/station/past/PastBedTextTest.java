package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.BedStays;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.station.StationRecords;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.UnwatchedReason;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.WardStory;

/** Tests how one bed of an earlier situation is printed. */
class PastBedTextTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1200, 1200", "100, 100", "36.60, 36.6", "0.0012, 0.0012", "84, 84", "7.3512, 7.351"})
    void aNumberHasFourDigitsThatCountAndKeepsItsZeros(double value, String text) {
        assertThat(PastBedText.number(value)).isEqualTo(text);
    }

    @Test
    void anAlarmOfAPatientWithoutABedIsPrintedBelowItsLastBed() {
        // given
        var ward = new WardView(StalenessConfig.defaults(), List.of(), 1, T0);
        ward.take(StationRecords.admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(new WardStory().bed("REA/01", "s1").at(T0).kept("hr", 150).clean());
        ward.take(StationRecords.raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        assertThat(text(ward))
                .contains("  alarm: HIGH hr_high", "  NOT WATCHED: CANARY_MISSED since 2026-11-22T12:00:00Z");

        // when
        ward.take(new BedStays("REA/01", List.of()));

        // then
        assertThat(text(ward)).contains("REA/01  free", "  alarm of a patient without a bed: HIGH hr_high");
    }

    @Test
    void aBedWithSeveralPatientsIsSaidInWords() {
        // given
        var ward = new WardView(StalenessConfig.defaults(), List.of(), 1, T0);
        String conflict = StayAssignment.conflict("REA/01", T0.minusSeconds(60));
        ward.take(StationRecords.admitted("REA/01", conflict, T0.minusSeconds(60)));
        ward.take(new WardStory().bed("REA/01", conflict).at(T0).kept("hr", 82).clean());

        // when, then
        assertThat(text(ward))
                .contains("REA/01  several patients admitted since 2026-11-22T11:59:00Z")
                .doesNotContain(conflict);
    }

    private static String text(WardView ward) {
        long at = T0.toEpochMilli();
        var unwatched = new BedFreshnessSnapshot("REA/01", 0, 0, at, UnwatchedReason.CANARY_MISSED, at);
        var past = new PastSituation(at, at, 4, "1", Map.of(), List.of(), at, null);
        return new PastBoardText(new PastWardSnapshot(ward.snapshot(T0), List.of(unwatched), past)).toString();
    }
}
