package org.vigie.signal.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests the triage level with complete, missing and stale values, and when a level is shown. */
class TriageAssessmentRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, Double> HEALTHY = Map.of(
            "rr", 16.0, "spo2", 97.0, "abp_sys", 120.0, "hr", 70.0, "gcs_total", 15.0, "temp", 37.0, "fio2", 21.0);

    private final TriageRules rules = TriageRules.adultIcu();
    private final CurrentVitals vitals = new CurrentVitals();

    private TriageAssessmentRulesTest measured(Map<String, Double> values) {
        values.forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));
        return this;
    }

    private TriageAssessment decide(OptionalDouble risk) {
        EarlyWarningScore warning = new News2Calculator().score(vitals, SaturationScale.SCALE_1, NOW);
        return rules.decide(vitals, warning, risk, NOW);
    }

    private TriageAssessment decide() {
        return decide(OptionalDouble.empty());
    }

    @Test
    void aHealthyAdultIsLeastUrgentOnlyWhenAllIsKnown() {
        // when
        measured(HEALTHY);

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_5);
        assertThat(decide().reasons()).extracting(LocalizedText::en).containsExactly("NEWS2: NEWS2 of 0");
    }

    @Test
    void whatIsMissingIsNamedAndNeverMadeCalm() {
        // when
        measured(Map.of("rr", 16.0, "spo2", 97.0, "nibp_sys", 120.0, "hr", 70.0));

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_4);
        assertThat(decide().missing()).containsExactly("gcs", "temp", "oxygen");
        assertThat(decide().reasons())
                .extracting(LocalizedText::fr)
                .contains(
                        "NEWS2 0-8 incomplet, conscience : jamais mesuré, température : jamais mesuré, oxygène : jamais mesuré");
    }

    @Test
    void staleInputsAreNamedWithTheirAge() {
        // given
        measured(HEALTHY);
        Instant later = NOW.plus(Duration.ofHours(13));
        Map.of("rr", 16.0, "spo2", 97.0, "abp_sys", 120.0, "hr", 70.0, "gcs_total", 15.0, "fio2", 21.0)
                .forEach((variable, value) -> vitals.take(variable, value, later, new ReadingPosition(0, 1, 0)));

        // when
        EarlyWarningScore warning = new News2Calculator().score(vitals, SaturationScale.SCALE_1, later);
        TriageAssessment triage = rules.decide(vitals, warning, OptionalDouble.empty(), later);

        // then
        assertThat(triage.level()).isEqualTo(TriageLevel.TRI_4);
        assertThat(triage.reasons())
                .extracting(LocalizedText::en)
                .contains("NEWS2 0-3 incomplete, temperature 13 h old");
        assertThat(triage.reasons())
                .extracting(LocalizedText::fr)
                .contains("NEWS2 0-3 incomplet, température : il y a 13 h");
    }

    @Test
    void aLevelIsNotCalmerBecauseAnUrgentValueHasBecomeStale() {
        // given
        measured(HEALTHY).measured(Map.of("gcs_total", 13.0));
        Instant later = NOW.plus(Duration.ofHours(13));
        Map.of("rr", 16.0, "spo2", 97.0, "abp_sys", 120.0, "hr", 70.0, "temp", 37.0, "fio2", 21.0)
                .forEach((variable, value) -> vitals.take(variable, value, later, new ReadingPosition(0, 1, 0)));

        // when
        EarlyWarningScore warning = new News2Calculator().score(vitals, SaturationScale.SCALE_1, later);
        TriageAssessment triage = rules.decide(vitals, warning, OptionalDouble.empty(), later);

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_2);
        assertThat(triage.level()).isEqualTo(TriageLevel.UNKNOWN);
        assertThat(triage.reasons())
                .extracting(LocalizedText::en)
                .containsExactly("NEWS2 0-3 incomplete, consciousness 13 h old");
    }

    @Test
    void tooLittleIsUnknownUnlessWhatIsKnownIsUrgent() {
        // when
        measured(Map.of("hr", 70.0));

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.UNKNOWN);

        // when
        vitals.take("spo2", 84, NOW, new ReadingPosition(0, 1, 0));

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_1);
        assertThat(decide().reasons()).extracting(LocalizedText::fr).contains("FRENCH : SpO2 < 86 %");
    }

    @Test
    void hypotensionIsMoreUrgentWithTachycardia() {
        // given
        measured(HEALTHY);

        // when
        vitals.take("abp_sys", 98, NOW.plusSeconds(1), new ReadingPosition(0, 1, 0));

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_3B);

        // when
        vitals.take("hr", 105, NOW.plusSeconds(1), new ReadingPosition(0, 2, 0));

        // then
        assertThat(decide().level()).isEqualTo(TriageLevel.TRI_2);
    }

    @Test
    void aPredictedRiskMakesMoreUrgent() {
        // when
        measured(HEALTHY);

        // then
        assertThat(decide(OptionalDouble.of(0.14)).level()).isEqualTo(TriageLevel.TRI_5);
        assertThat(decide(OptionalDouble.of(0.15)).level()).isEqualTo(TriageLevel.TRI_3B);
        assertThat(decide(OptionalDouble.of(0.5)).level()).isEqualTo(TriageLevel.TRI_2);
    }

    @TestFactory
    Stream<DynamicTest> everyRowHoldsOnItsLimitAndNotOneStepBack() {
        return rules.modulators().stream()
                .map(row -> DynamicTest.dynamicTest(row.reason().en(), () -> {
                    TriageCondition first = row.all().get(0);
                    double step =
                            first.input().equals("risk") ? 0.01 : first.input().equals("temp") ? 0.1 : 1;
                    double inside = first.operator().startsWith("<") ? -step : step;
                    double on = first.operator().length() == 2 ? first.limit() : first.limit() + inside;
                    Map<String, Double> others = Map.of("pulse", 101.0);
                    assertThat(first.holds(with(others, first.input(), on))).isTrue();
                    assertThat(first.holds(with(others, first.input(), on - inside)))
                            .isFalse();
                    assertThat(row.holds(Map.of())).isFalse();
                }));
    }

    private static Map<String, Double> with(Map<String, Double> others, String input, double value) {
        return others.containsKey(input) ? Map.of(input, value) : Map.of(input, value, "pulse", others.get("pulse"));
    }

    @Test
    void aMoreUrgentLevelIsShownAtOnceAndACalmerOneAfterFiveMinutes() {
        // given
        measured(HEALTHY);
        TriageAssessment calm = decide();
        vitals.take("hr", 135, NOW.plusSeconds(1), new ReadingPosition(0, 1, 0));
        TriageAssessment urgent = decide();

        // when
        DisplayedTriage displayed = DisplayedTriage.first(calm, NOW).then(urgent, NOW.plusSeconds(1));

        // then
        assertThat(displayed.triage()).isEqualTo(urgent);

        DisplayedTriage kept = displayed.then(calm, NOW.plusSeconds(2)).then(calm, NOW.plusSeconds(301));
        assertThat(kept.triage()).isEqualTo(urgent);
        assertThat(kept.then(calm, NOW.plusSeconds(302)).triage()).isEqualTo(calm);
    }

    @Test
    void aHeldLevelNamesItsEndAndIsPublishedWhenTheHoldBegins() {
        // given
        measured(HEALTHY);
        TriageAssessment calm = decide();
        vitals.take("hr", 135, NOW.plusSeconds(1), new ReadingPosition(0, 1, 0));
        TriageAssessment urgent = decide();
        DisplayedTriage displayed = DisplayedTriage.first(urgent, NOW.plusSeconds(1));

        // when
        DisplayedTriage held = displayed.then(calm, NOW.plusSeconds(2));

        // then
        assertThat(displayed.heldUntil()).isEmpty();
        assertThat(held.heldUntil()).contains(NOW.plusSeconds(302));
        assertThat(held.changeFrom(displayed)).contains(urgent);
        assertThat(held.then(calm, NOW.plusSeconds(3)).changeFrom(held)).isEmpty();
        assertThat(held.then(urgent, NOW.plusSeconds(4)).heldUntil()).isEmpty();
    }

    @Test
    void newPointsOfTheSameLevelAreSentAtMostOnceAMinute() {
        // given
        measured(HEALTHY);
        TriageAssessment first = decide(OptionalDouble.of(0.01));
        TriageAssessment second = decide(OptionalDouble.of(0.02));

        // when
        DisplayedTriage displayed = DisplayedTriage.first(first, NOW);

        // then
        assertThat(displayed.then(second, NOW.plus(Duration.ofSeconds(59))).changeFrom(displayed))
                .isEmpty();
        assertThat(displayed.then(second, NOW.plus(Duration.ofSeconds(60))).changeFrom(displayed))
                .contains(second);
    }
}
