package org.vigie.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

class ShippedTriageModelTest {
    private static final TriageModel MODEL = TriageModel.shipped();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<TriageInput, Double> CALM = Map.of(
            TriageInput.AGE,
            30.0,
            TriageInput.SEX,
            1.0,
            TriageInput.ARRIVAL,
            3.0,
            TriageInput.SBP,
            120.0,
            TriageInput.DBP,
            80.0,
            TriageInput.HR,
            75.0,
            TriageInput.RR,
            16.0,
            TriageInput.TEMP,
            36.6,
            TriageInput.MENTAL,
            1.0,
            TriageInput.INJURY,
            1.0);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static TriageSecondOpinion look(Map<TriageInput, Double> changed, String complaint) {
        Map<TriageInput, Double> known = new HashMap<>(CALM);
        known.putAll(changed);
        return MODEL.assess(new TriageVisit(known, complaint));
    }

    @Test
    void whoDoesNotAnswerIsMoreUrgentThanWhoHasARash() {
        // given
        TriageSecondOpinion coma =
                look(Map.of(TriageInput.MENTAL, 4.0, TriageInput.ARRIVAL, 2.0, TriageInput.SBP, 80.0), "mental change");

        // when
        TriageSecondOpinion rash = look(Map.of(), "skin rash");

        // then
        assertThat(coma.level()).isLessThanOrEqualTo(2);
        assertThat(rash.level()).isGreaterThanOrEqualTo(4);
        assertThat(coma.urgent()).isGreaterThan(0.8);
        assertThat(rash.probabilities().stream().mapToDouble(each -> each).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aComplaintThatIsNotUnderstoodIsReportedAndNotUsed() {
        assertThat(look(Map.of(), "????").probabilities())
                .isEqualTo(look(Map.of(), "").probabilities());
        assertThat(look(Map.of(), "????").notes()).extracting(LocalizedText::en).contains("Complaint not understood");
        assertThat(look(Map.of(), "????").notes()).extracting(LocalizedText::fr).contains("Motif non compris");
    }

    @Test
    void anEmptyVisitGetsALevelThatIsMarkedAsLowEvidence() {
        // when
        TriageSecondOpinion look = MODEL.assess(new TriageVisit(Map.of(), ""));

        // then
        assertThat(look.level()).isBetween(1, 5);
        assertThat(look.lowEvidence()).isTrue();
        assertThat(look.notes())
                .extracting(LocalizedText::en)
                .contains("Too little is known to judge", "Missing: HR, RR, SBP, BT");
    }

    @Test
    void aPatientInABedIsAssessedFromFreshVitals() {
        // given
        CurrentVitals vitals = new CurrentVitals();
        Map.of("hr", 130.0, "rr", 32.0, "abp_sys", 75.0, "abp_dia", 40.0, "temp", 39.5, "spo2", 84.0, "gcs_total", 3.0)
                .forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));
        StaticFeatures patient = new StaticFeatures(
                80, StaticFeatures.AdministrativeSex.FEMALE, Double.NaN, Double.NaN, StaticFeatures.UnitType.MEDICAL);

        // when
        TriageSecondOpinion now = MODEL.assess(vitals, patient, NOW);
        TriageSecondOpinion muchLater = MODEL.assess(vitals, patient, NOW.plusSeconds(100_000));

        // then
        assertThat(now.lowEvidence()).isFalse();
        assertThat(now.level()).isLessThanOrEqualTo(2);
        assertThat(now.notes()).extracting(LocalizedText::fr).containsExactly("Sans motif de recours");
        assertThat(muchLater.lowEvidence()).isTrue();
        assertThat(now.model()).startsWith("triage-ktas/1@");
    }

    @Test
    void theShippedCardHoldsItsPromise() {
        // when
        var complaint = MODEL.card().results().get("complaint");

        // then
        assertThat(complaint.get(TriageMetric.QUADRATIC_KAPPA).low()).isGreaterThan(0.46);
        assertThat(MODEL.card().columns().values())
                .allSatisfy(columns -> assertThat(columns)
                        .doesNotContain("KTAS_RN", "Diagnosis in ED", "Disposition", "Error_group", "mistriage"));
    }

    @Test
    void treesThatAreNotTheCardsAreRefused(@TempDir Path folder) throws IOException {
        // given
        for (String name : new String[] {"complaint", "assessment", "vitals"}) {
            // the trees of another evidence
            try (var trees = TriageModel.class.getResourceAsStream("/triage-ktas/1/vitals.ubj.gz")) {
                Files.copy(trees, folder.resolve(name + ".ubj.gz"));
            }
        }

        // when, then
        assertThatThrownBy(() -> TriageModel.open(folder)).hasMessageContaining("model-card.json is missing");

        // when
        try (var card = TriageModel.class.getResourceAsStream("/triage-ktas/1/model-card.json")) {
            Files.copy(card, folder.resolve("model-card.json"));
        }

        // then
        assertThatThrownBy(() -> TriageModel.open(folder)).hasMessageContaining("its trees are not those of its card");
    }
}
