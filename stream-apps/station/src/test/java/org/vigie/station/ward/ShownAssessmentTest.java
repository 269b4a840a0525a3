package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.looked;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.stay.ContributionSnapshot;
import org.vigie.station.stay.RiskSnapshot;

/** Tests how long a triage level, a risk and their explanations are shown. */
class ShownAssessmentTest extends WardViewStory {
    @Test
    void aTriageThatIsNotSentAgainIsNoLevelAnyMore() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0.minusSeconds(900)), T0);

        // then
        assertThat(bed("REA/01", T0.plusSeconds(180)).triage().level()).isEqualTo("TRI_2");
        assertThat(bed("REA/01", T0.plusSeconds(181)).triage().level()).isNull();

        // when
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0.minusSeconds(900)), T0.plusSeconds(181));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(181)).triage().level()).isEqualTo("TRI_2");
    }

    @Test
    void anOpenAlarmOfTheMonitorRaisesTheLevelOfItsBedUntilItEnds() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        var assessed = triage("REA/01", "s1", TriageLevelRecord.TRI_5, 0, 0, T0);
        assessed.setAttention(AttentionRecord.newBuilder()
                .setLevel(AttentionLevelRecord.NORMAL)
                .setReasonsFr(List.of())
                .setReasonsEn(List.of())
                .setMissing(List.of())
                .setRuleVersion("1")
                .build());
        ward.take(assessed, T0);

        // when
        ward.take(monitorAlarm("REA/01", "ASYSTOLIE", "start", T0));
        // then
        assertThat(bed("REA/01", T0).triage().attention().level()).isEqualTo("HIGH");

        // when
        ward.take(monitorAlarm("REA/01", "ASYSTOLIE", "end", T0.plusSeconds(5)));
        // then
        assertThat(bed("REA/01", T0.plusSeconds(5)).triage().attention().level())
                .isEqualTo("NORMAL");
    }

    @Test
    void aSecondOpinionBecomesStaleWithItsTriageLevel() {
        // when
        ward.take(admitted("REA/01", "s1", T0));
        ward.take(looked(triage("REA/01", "s1", TriageLevelRecord.TRI_4, 1, 1, T0), 2, false, "n", "n"), T0);

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1)).triage().second().level()).isEqualTo(2);
        assertThat(bed("REA/01", T0.plusSeconds(600)).triage().second()).isNull();
    }

    @Test
    void readingsWithoutAnyTriageMeanThatNoAlarmIsComputed() {
        // given
        Instant later = T0.plusSeconds(190);

        // when
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, T0), T0);

        // then
        assertThat(ward.clock(later).noAlarmsSince())
                .as("without readings: not watched")
                .isNull();

        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(100)).kept("hr", 84).clean());
        ward.take(monitor.at(later).kept("hr", 84).clean());

        // then
        assertThat(ward.clock(later).noAlarmsSince()).isEqualTo(T0.toEpochMilli());

        // when
        ward.take(triage("REA/02", "s2", TriageLevelRecord.TRI_5, 0, 0, T0), later);

        // then
        assertThat(ward.clock(later).noAlarmsSince()).isNull();
    }

    @Test
    void aRiskThatIsTooOldOrTooMuchImputedIsNotShown() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(risk("REA/01", "s1", 0.31, 0.8, T0));

        // then
        assertThat(bed("REA/01", T0).risk().probability()).isEqualTo(0.31);
        assertThat(bed("REA/01", T0.plus(Duration.ofHours(3))).risk().absent()).isEqualTo("STALE");

        // when
        ward.take(risk("REA/01", "s1", 0.31, 0.96, T0.plusSeconds(1)));

        // then
        assertThat(bed("REA/01", T0).risk().absent()).isEqualTo("TOO_MUCH_IMPUTED");
        assertThat(bed("REA/01", T0).risk().probability()).isNull();
    }

    @Test
    void aRiskIsExplainedByTheNewestScoreWithContributions() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        var why = new Contribution("lactate", 12, 6.1, CellOriginRecord.MEASURED, 0.8);
        ward.take(RiskScore.newBuilder(risk("REA/01", "s1", 0.31, 0.8, T0))
                .setLow(0.2)
                .setHigh(0.4)
                .setContributions(List.of(why))
                .build());
        ward.take(monitor.at(T0.plusSeconds(300)).kept("hr", 84).clean());
        ward.take(risk("REA/01", "s1", 0.33, 0.8, T0.plusSeconds(300)));

        // when
        RiskSnapshot risk = bed("REA/01", T0.plusSeconds(300)).risk();

        // then
        assertThat(risk.probability()).isEqualTo(0.33);
        assertThat(risk.explainedAt()).isEqualTo(T0.toEpochMilli());
        assertThat(risk.contributions()).containsExactly(new ContributionSnapshot("lactate", 12, 6.1, true, 0.8));
    }

    @Test
    void anAbstainingModelNamesTheMeasurementThatWouldHelp() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(RiskScore.newBuilder(risk("REA/01", "s1", 0.31, 0.99, T0))
                .setStatus(ScoreStatus.ABSTAINED)
                .setProbability(null)
                .setMostHelpful("lactate")
                .build());

        // when
        RiskSnapshot risk = bed("REA/01", T0).risk();

        // then
        assertThat(risk.absent()).isEqualTo("ABSTAINED");
        assertThat(risk.mostHelpful()).isEqualTo("lactate");
        assertThat(risk.contributions()).isEmpty();
    }
}
