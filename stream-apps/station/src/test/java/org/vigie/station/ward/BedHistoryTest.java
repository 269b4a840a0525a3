package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.note;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.station.alarm.limit.LimitChangeSnapshot;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.ScorePointSnapshot;
import org.vigie.testing.story.WardStory;

class BedHistoryTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    private WardView ward = ward(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate());

    private static WardView ward(WardViewConfig settings) {
        var view = new WardView(settings, List.of(), 1, T0);
        view.take(admitted("REA/01", "s1", T0.minus(Duration.ofDays(3))));
        view.take(new WardStory().bed("REA/01", "s1").at(T0).kept("hr", 82).clean());
        return view;
    }

    @Test
    void theScoresOfTwoDaysAreToldWithTheVersionThatGaveThem() {
        // given
        ward.take(score(49, "1"));
        ward.take(score(2, "1"));
        ward.take(score(1, "1"));
        ward.take(score(0, "2"));
        // when
        List<ScorePointSnapshot> scores = history().scores();
        // then
        assertThat(scores).extracting(ScorePointSnapshot::modelVersion).containsExactly("1", "1", "2");
        assertThat(scores)
                .extracting(ScorePointSnapshot::windowEnd)
                .containsExactly(hoursBefore(2), hoursBefore(1), hoursBefore(0));
    }

    @Test
    void noEarlierScoreIsToldWhileThePresentOneIsHidden() {
        // given
        ward.take(score(1, "1"));
        ward.take(score(0, "1"));
        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        // then
        assertThat(history().scores()).isEmpty();
    }

    @Test
    void theChangesOfALimitAreToldTheNewestFirst() {
        // given
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, T0.minusSeconds(900)));
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_EXPIRED, 86, T0.minusSeconds(60)));
        ward.takeEntry(limit("s2", AlertStateRecord.LIMIT_SET, 80, T0));
        // when
        List<LimitChangeSnapshot> limits = history().limits();
        // then
        assertThat(limits).extracting(LimitChangeSnapshot::set).containsExactly(false, true);
        assertThat(limits).extracting(LimitChangeSnapshot::limit).containsOnly(86.0);
    }

    @Test
    void aFreeBedHasNoHistory() {
        assertThat(ward.history("REA/02", T0, WardReader.withoutName())).isEmpty();
    }

    @Test
    void earlierScoresAreToldOnlyToTheReaderWhoseOwnEstimateStands() {
        // given
        ward = ward(WardViewConfig.of(StalenessConfig.defaults()));
        ward.take(score(1, "1"));
        ward.take(score(0, "1"));

        // when
        ward.takeEntry(note("REA/01", "s1", AlertStateRecord.ESTIMATE_RECORDED, Map.of("percent", "20"), T0));

        // then
        assertThat(historyOf("AB").scores()).hasSize(2);
        assertThat(historyOf("CD").scores()).isEmpty();
        assertThat(historyOf("").scores()).isEmpty();
    }

    private BedHistorySnapshot history() {
        return historyOf("");
    }

    private BedHistorySnapshot historyOf(String reader) {
        return ward.history("REA/01", T0, new WardReader(UnitScope.everyUnit(), reader))
                .orElseThrow();
    }

    private static RiskScore score(int hoursAgo, String version) {
        RiskScore score = risk("REA/01", "s1", 0.2, 0.5, T0.minus(Duration.ofHours(hoursAgo)));
        score.setModelVersion(version);
        return score;
    }

    private static long hoursBefore(int hours) {
        return T0.minus(Duration.ofHours(hours)).toEpochMilli();
    }
}
