package org.vigie.signal.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests which values of a patient are inputs of the attention level. */
class AttentionEvidenceReaderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ReadingPosition PLACE = new ReadingPosition(0, 0, 0);

    private final CurrentVitals vitals = new CurrentVitals();

    @BeforeEach
    void aSedatedPatientOnOxygen() {
        measured("rr", 16);
        measured("spo2", 97);
        measured("abp_sys", 120);
        measured("hr", 70);
        measured("temp", 37);
        measured("gcs_total", 3);
        measured("fio2", 50);
    }

    @Test
    void inAVentilatedPatientNews2IsCountedWithoutOxygenAndConsciousness() {
        // when
        double breathing = read().values().get(News2Calculator.TOTAL);
        measured("vent_mode", 4);
        double ventilated = read().values().get(News2Calculator.TOTAL);

        // then
        assertThat(breathing).isEqualTo(5);
        assertThat(ventilated).isZero();
    }

    @Test
    void aChartThatSaysOnlyThatAVentilatorRunsStandsForInvasiveVentilation() {
        // when
        measured("mech_vent", 1);

        // then
        assertThat(read().values()).containsEntry("vent_mode", 3.0);
    }

    @Test
    void theRatesOfBothCatecholaminesAreOneInput() {
        // when
        measured("noradrenaline", 0.2);
        measured("adrenaline", 0.1);

        // then
        assertThat(read().values().get("catecholamine")).isBetween(0.299, 0.301);
    }

    @Test
    void aNeededValueThatIsStaleIsMissing() {
        assertThat(read().missing()).isEmpty();
        assertThat(new AttentionEvidenceReader(vitals, NOW.plusSeconds(3_600))
                        .read(List.of(), news2(), new SofaTrend(0, 0, null))
                        .missing())
                .contains("pressure");
    }

    private AttentionEvidence read() {
        return new AttentionEvidenceReader(vitals, NOW).read(List.of(), news2(), new SofaTrend(0, 0, null));
    }

    private EarlyWarningScore news2() {
        return new News2Calculator().score(vitals, SaturationScale.SCALE_1, NOW);
    }

    private void measured(String variable, double value) {
        vitals.take(variable, value, NOW, PLACE);
    }
}
