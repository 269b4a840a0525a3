package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;
import org.vigie.signal.text.LocalizedText;

/** Tests the comparison of the cuff with the arterial line. */
class MeasurementPairTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlarmDetectionStory overdue =
            story("overdue:nibp_mean:abp_mean", new LimitStep(300, AlarmPriority.LOW, Duration.ZERO));
    private final AlarmDetectionStory difference =
            story("difference:nibp_mean:abp_mean", new LimitStep(20, AlarmPriority.LOW, MINUTE));

    private static AlarmDetectionStory story(String variable, LimitStep step) {
        var label = new LocalizedText("Brassard", "Cuff");
        var input = new RuleInput("monitor", variable, label, LimitSide.ABOVE, 0, Duration.ZERO, List.of(step));
        var rule = new AlarmRule("pair", AlarmRuleKind.TECHNICAL, List.of(input));
        return new AlarmDetectionStory(new AlarmRuleSet("t-1", List.of(rule)));
    }

    @Test
    void aCuffThatMissesItsTimeIsReportedAndItsNextMeasurementEndsTheReport() {
        // given a cuff that measured every 15 minutes
        overdue.every("PT15M").tell("nibp_mean", "80x3");

        // when it is late by more than 5 minutes
        overdue.every("PT1M").tell("hr", "80x7");

        // then
        assertThat(overdue.told()).containsExactly("pair RAISED LOW");
        assertThat(overdue.made().get(0).text().en()).isEqualTo("Cuff: measurement overdue by 6 min");
        overdue.tell("nibp_mean", "80");
        assertThat(overdue.told()).endsWith("pair CLEARED LOW");
    }

    @Test
    void aMeasurementOutOfTurnDoesNotMakeTheNextOneOverdue() {
        // given a cuff that measures every 15 minutes, and once more after a minute
        overdue.every("PT15M").tell("nibp_mean", "80x2").every("PT1M").tell("nibp_mean", "80x2");

        // when
        overdue.tell("hr", "80x14");

        // then
        assertThat(overdue.told()).isEmpty();
    }

    @Test
    void aChartByTheHourIsNoCuffAndIsNeverOverdue() {
        // given
        overdue.every("PT1H").tell("nibp_mean", "80x3");

        // when
        overdue.every("PT1M").tell("hr", "80x180");

        // then
        assertThat(overdue.told()).isEmpty();
    }

    @Test
    void oneMeasurementOutOfTurnDoesNotMakeAChartAutomatic() {
        // given
        overdue.every("PT1H").tell("nibp_mean", "80x3").every("PT10M").tell("nibp_mean", "80x2");

        // when
        overdue.every("PT1M").tell("hr", "80x60");

        // then
        assertThat(overdue.told()).isEmpty();
    }

    @Test
    void aCuffIsNotOverdueWhileTheLineHasAValue() {
        // given
        overdue.every("PT15M").tell("nibp_mean", "80x3");

        // when
        overdue.every("PT1M").tell("abp_mean", "80x60");

        // then
        assertThat(overdue.told()).isEmpty();
    }

    @Test
    void oneDifferenceIsNoReportAndASecondOneIs() {
        // given
        difference.every("PT1S").tell(Map.of("nibp_mean", "60 -", "abp_mean", "85x900"));
        assertThat(difference.told()).isEmpty();

        // when
        difference.tell(Map.of("nibp_mean", "61 -", "abp_mean", "85x2"));

        // then
        assertThat(difference.told()).containsExactly("pair RAISED LOW");
        assertThat(difference.made().get(0).text().fr()).isEqualTo("Brassard : écart de 24 mmHg");
    }
}
