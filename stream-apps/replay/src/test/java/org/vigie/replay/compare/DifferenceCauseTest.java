package org.vigie.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

class DifferenceCauseTest {
    private final DifferenceCause causes = new DifferenceCause();

    @Test
    void anAlarmOfOtherRulesIsExplainedByBothVersions() {
        // given
        Alert ward = new WardStory().bed("1").alert("a1").raised();
        Alert replay = Alert.newBuilder(ward).setRuleVersion("adult-icu-9").build();
        // when
        String cause = causes.of("alerts", "stay-1", ward, replay);
        // then
        assertThat(cause).isEqualTo("rule version: ward " + ward.getRuleVersion() + ", replay adult-icu-9");
    }

    @Test
    void aScoreOfAnotherModelIsExplainedByBothVersions() {
        // given
        RiskScore ward = new RiskScoreStory("REA/1", "stay-1").scored(0.4, WardStory.START);
        RiskScore replay = RiskScore.newBuilder(ward).setModelVersion("9").build();
        // when
        String cause = causes.of("scores", "stay-1", ward, replay);
        // then
        assertThat(cause).startsWith("model version: ward ").contains(" 9 ");
    }

    @Test
    void anAlarmAfterAnotherVerdictOfTheStayIsExplainedByIt() {
        // given
        Alert alarm = new WardStory().bed("1").alert("a1").raised();
        causes.take("verdicts", "stay-1");
        // then
        assertThat(causes.ofMissing("alerts", "stay-1", alarm)).isEqualTo("the verdicts of the stay differ");
        assertThat(causes.ofMissing("alerts", "stay-2", alarm)).startsWith("unknown");
    }
}
