package org.vigie.signal.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;

/** Tests the levels of the attention table, and two properties of all inputs: monotone, and never normal without the needed values. */
class AttentionRulesTest {
    private static final AttentionRules RULES = AttentionRules.standard();
    private static final SofaTrend SOFA = new SofaTrend(0, 0, 0);

    private static AttentionLevel level(CareSetting setting, Map<String, Double> values, List<String> missing) {
        return RULES.decide(new AttentionEvidence(values, Map.of(), missing), setting, SOFA)
                .level();
    }

    private static AttentionLevel level(CareSetting setting, Map<String, Double> values) {
        return level(setting, values, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "ICU, alarm_high, 1, HIGH",
        "ICU, alarm_medium, 1, MEDIUM",
        "ICU, alarm_low, 2, LOW",
        "ICU, catecholamine, 0.5, HIGH",
        "ICU, catecholamine, 0.3, MEDIUM",
        "ICU, catecholamine, 0.05, LOW",
        "STEP_DOWN, catecholamine, 0.05, HIGH",
        "ICU, vent_mode, 4, LOW",
        "STEP_DOWN, vent_mode, 4, HIGH",
        "STEP_DOWN, vent_mode, 1, MEDIUM",
        "ICU, renal_replacement, 1, LOW",
        "ICU, sofa_rise, 2, MEDIUM",
        "ICU, sofa_rise, 4, HIGH",
        "ICU, news2, 20, LOW",
        "STEP_DOWN, news2, 20, MEDIUM",
        "ICU, fio2, 100, NORMAL"
    })
    void eachInputAloneGivesItsLevel(CareSetting setting, String input, double value, AttentionLevel level) {
        assertThat(level(setting, Map.of(input, value))).isEqualTo(level);
    }

    @Test
    void highOxygenCountsUnderRespiratorySupport() {
        assertThat(level(CareSetting.ICU, Map.of("fio2", 90.0, "vent_mode", 4.0)))
                .isEqualTo(AttentionLevel.HIGH);
        assertThat(level(CareSetting.ICU, Map.of("fio2", 60.0, "vent_mode", 1.0)))
                .isEqualTo(AttentionLevel.MEDIUM);
    }

    @Test
    void aPredictedRiskIsNoInput() {
        assertThat(RULES.rules()).noneMatch(rule -> rule.input().contains("risk"));
        assertThat(level(CareSetting.ICU, Map.of("risk", 1.0))).isEqualTo(AttentionLevel.NORMAL);
    }

    @Test
    void everyRowIsALowerBoundWithASource() {
        assertThat(RULES.rules()).allSatisfy(rule -> {
            assertThat(rule.all()).allMatch(condition -> condition.operator().startsWith(">"));
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.level()).isLessThan(AttentionLevel.NORMAL);
        });
    }

    @ParameterizedTest
    @EnumSource(CareSetting.class)
    void aWorseValueNeverLowersTheLevel(CareSetting setting) {
        // given
        var random = new Random(20_261_129);
        List<String> inputs = inputs();

        // when, then
        for (int trial = 0; trial < 20_000; trial++) {
            Map<String, Double> values = values(random, inputs);
            List<String> missing = random.nextBoolean() ? List.of() : List.of("spo2");
            Map<String, Double> worse = new HashMap<>(values);
            worse.merge(inputs.get(random.nextInt(inputs.size())), random.nextDouble() * 100, Double::sum);

            assertThat(urgency(level(setting, worse, missing)))
                    .as("%s then %s", values, worse)
                    .isGreaterThanOrEqualTo(urgency(level(setting, values, missing)));
        }
    }

    @ParameterizedTest
    @EnumSource(CareSetting.class)
    void noLevelIsNormalWhileANeededValueIsMissing(CareSetting setting) {
        // given
        var random = new Random(20_261_130);

        // when, then
        for (int trial = 0; trial < 5_000; trial++) {
            AttentionLevel level = level(setting, values(random, inputs()), List.of("pressure"));

            assertThat(level).isIn(AttentionLevel.HIGH, AttentionLevel.MEDIUM, AttentionLevel.UNKNOWN);
        }
    }

    @Test
    void aReasonSaysItsValueAndWhenItWas() {
        // given
        var evidence = new AttentionEvidence(
                Map.of("catecholamine", 0.3, "alarm_high", 1.0),
                Map.of("catecholamine", Duration.ofMinutes(25), "alarm_high", Duration.ofMinutes(3)),
                List.of("spo2", "pulse", "pressure"));

        // when
        AttentionAssessment assessment = RULES.decide(evidence, CareSetting.ICU, SOFA);

        // then
        assertThat(assessment.reasons())
                .extracting(reason -> reason.fr())
                .containsExactly(
                        "Alarme de priorité haute en cours depuis 3 min",
                        "Noradrénaline + adrénaline 0,3 µg/kg/min (il y a 25 min)",
                        "Manque : SpO2, FC, pression artérielle");
        assertThat(assessment.reasons().get(1).en()).isEqualTo("Noradrenaline + adrenaline 0.3 ug/kg/min (25 min ago)");
        assertThat(assessment.reasons().get(2).en()).isEqualTo("Missing: SpO2, HR, blood pressure");
        assertThat(assessment.missing()).containsExactly("spo2", "pulse", "pressure");
    }

    @Test
    void aLimitationOfTreatmentIsSaidAndChangesNoLevel() {
        // given
        var evidence =
                new AttentionEvidence(Map.of("treatment_limitation", 1.0, "alarm_high", 1.0), Map.of(), List.of());

        // when
        AttentionAssessment assessment = RULES.decide(evidence, CareSetting.ICU, SOFA);

        // then
        assertThat(assessment.level()).isEqualTo(AttentionLevel.HIGH);
        assertThat(assessment.reasons())
                .last()
                .extracting(reason -> reason.en())
                .asString()
                .contains("limitation");
    }

    /** NORMAL and UNKNOWN ask for nothing; which of them holds depends on the missing values alone. */
    private static int urgency(AttentionLevel level) {
        return switch (level) {
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case NORMAL, UNKNOWN -> 0;
        };
    }

    private static List<String> inputs() {
        var names = new TreeSet<String>();
        RULES.rules().forEach(rule -> rule.all().forEach(condition -> names.add(condition.input())));
        return new ArrayList<>(names);
    }

    private static Map<String, Double> values(Random random, List<String> inputs) {
        Map<String, Double> values = new HashMap<>();
        for (String input : inputs) {
            if (random.nextInt(4) == 0) {
                values.put(input, random.nextDouble() * (input.equals("catecholamine") ? 1 : 20));
            }
        }
        return values;
    }
}
