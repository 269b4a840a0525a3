package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.station.StationRecords;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.WardStory;

/** Tests which alarm limits of an earlier situation are listed. */
class PastLimitsTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, T0.minus(Duration.ofDays(1)));

    @Test
    void theLimitsOfAVariableAreListedHoweverOldItsValueIs() {
        // given
        var bed = new WardStory().bed("REA/01", "s1");
        ward.take(StationRecords.admitted("REA/01", "s1", T0.minus(Duration.ofDays(1))));
        ward.take(StationRecords.admitted("REA/02", "s2", T0));
        ward.take(bed.at(T0.minus(Duration.ofHours(10))).kept("rr", 14).clean());

        // when
        ward.take(bed.at(T0).kept("spo2", 97).clean());

        // then
        assertThat(variables("REA/01")).contains("rr", "spo2").doesNotContain("hr");
        assertThat(variables("REA/02")).isEmpty();
    }

    @Test
    void aLimitThatAPersonSetIsListedBeforeTheFirstValue() {
        // given
        ward.take(StationRecords.admitted("REA/01", "s1", T0.minusSeconds(60)));

        // when
        ward.takeEntry(StationRecords.limit("s1", AlertStateRecord.LIMIT_SET, 85, T0));

        // then
        assertThat(limits("REA/01"))
                .filteredOn(LimitInForceSnapshot::own)
                .extracting(LimitInForceSnapshot::limit)
                .containsExactly(85.0);
    }

    private List<String> variables(String bed) {
        return limits(bed).stream().map(LimitInForceSnapshot::variable).toList();
    }

    private List<LimitInForceSnapshot> limits(String bed) {
        return PastLimits.of(ward, ward.snapshot(T0).beds()).get(bed);
    }
}
