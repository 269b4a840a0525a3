package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.RiskScore;
import org.vigie.sink.SinkRecords;

class ScoreRowMapperTest {
    @Test
    void aScoreGoesWithItsIntervalCurveAndStay() {
        assertThat(lines(SinkRecords.explained()).get(0))
                .startsWith("scores,bed=REA/03,stay=stay-1,status=SCORED,model=survival-lstm,model_version=1 ")
                .contains(
                        "probability=0.25,low=0.125,high=0.5,survival_1d=0.9921875,survival_7d=0.96875,survival_30d=0.75,")
                .contains("los_days=9.5")
                .doesNotContain("reason", "most_helpful");
    }

    @Test
    void eachContributionIsARowOfItsOwn() {
        assertThat(lines(SinkRecords.explained()).subList(1, 3))
                .containsExactly(
                        "contributions,bed=REA/03,stay=stay-1,model=survival-lstm,model_version=1,variable=lactate,kind=MEASURED"
                                + " window_digest=\"w\",place=1i,hour=1i,value=6.5,log_odds=0.75 1772366400000000000",
                        "contributions,bed=REA/03,stay=stay-1,model=survival-lstm,model_version=1,variable=age_years"
                                + " window_digest=\"w\",place=2i,log_odds=-0.25 1772366400000000000");
    }

    @Test
    void anAbstentionHasAReasonAndAnAdviceAndNoNumberThatCouldBeTakenForARisk() {
        assertThat(lines(SinkRecords.abstention()))
                .singleElement()
                .asString()
                .contains(
                        "status=ABSTAINED",
                        "most_helpful=lactate",
                        "reason=\"ABSTAINED: too little was measured; lactate")
                .doesNotContain("probability", "low=", "high=", "survival_", "los_days");
    }

    private static List<String> lines(RiskScore score) {
        return new ScoreRowMapper(StoreTables.in("ward"))
                .of(score, SinkRecords.raw(1, -1)).stream().map(StoreRow::line).toList();
    }
}
