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
import org.vigie.signal.earlywarning.Place;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.triage.SecondLook;
import org.vigie.triage.evaluate.Measure;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

class ShippedModelTest {
    private static final TriageModel MODEL = TriageModel.shipped();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<Input, Double> CALM = Map.of(
            Input.AGE,
            30.0,
            Input.SEX,
            1.0,
            Input.ARRIVAL,
            3.0,
            Input.SBP,
            120.0,
            Input.DBP,
            80.0,
            Input.HR,
            75.0,
            Input.RR,
            16.0,
            Input.TEMP,
            36.6,
            Input.MENTAL,
            1.0,
            Input.INJURY,
            1.0);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static SecondLook look(Map<Input, Double> changed, String complaint) {
        Map<Input, Double> known = new HashMap<>(CALM);
        known.putAll(changed);
        return MODEL.look(new Visit(known, complaint));
    }

    @Test
    void whoDoesNotAnswerIsMoreUrgentThanWhoHasARash() {
        SecondLook coma = look(Map.of(Input.MENTAL, 4.0, Input.ARRIVAL, 2.0, Input.SBP, 80.0), "mental change");
        SecondLook rash = look(Map.of(), "skin rash");

        assertThat(coma.level()).isLessThanOrEqualTo(2);
        assertThat(rash.level()).isGreaterThanOrEqualTo(4);
        assertThat(coma.urgent()).isGreaterThan(0.8);
        assertThat(rash.probabilities().stream().mapToDouble(each -> each).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aComplaintThatIsNotUnderstoodIsSaidAndNotUsed() {
        assertThat(look(Map.of(), "????").probabilities())
                .isEqualTo(look(Map.of(), "").probabilities());
        assertThat(look(Map.of(), "????").notesEn()).contains("Complaint not understood");
        assertThat(look(Map.of(), "????").notesFr()).contains("Motif non compris");
    }

    @Test
    void anEmptyVisitGetsALevelAndTheWordThatItIsWorthNothing() {
        SecondLook look = MODEL.look(new Visit(Map.of(), ""));

        assertThat(look.level()).isBetween(1, 5);
        assertThat(look.lowEvidence()).isTrue();
        assertThat(look.notesEn()).contains("Too little is known to judge", "Missing: HR, RR, SBP, BT");
    }

    @Test
    void aPatientInABedIsSeenByHisFreshVitals() {
        Vitals vitals = new Vitals();
        Map.of("hr", 130.0, "rr", 32.0, "abp_sys", 75.0, "abp_dia", 40.0, "temp", 39.5, "spo2", 84.0, "gcs_total", 3.0)
                .forEach((variable, value) -> vitals.take(variable, value, NOW, new Place(0, 0, 0)));
        Statics patient = new Statics(80, Statics.Sex.FEMALE, Double.NaN, Double.NaN, Statics.Unit.MEDICAL);

        SecondLook now = MODEL.look(vitals, patient, NOW);
        SecondLook muchLater = MODEL.look(vitals, patient, NOW.plusSeconds(100_000));

        assertThat(now.lowEvidence()).isFalse();
        assertThat(now.level()).isLessThanOrEqualTo(2);
        assertThat(now.notesFr()).containsExactly("Sans motif de recours");
        assertThat(muchLater.lowEvidence()).isTrue();
        assertThat(now.model()).startsWith("triage-ktas/1@");
    }

    @Test
    void theShippedCardHoldsItsPromise() {
        var complaint = MODEL.card().results().get("complaint");

        assertThat(complaint.get(Measure.QUADRATIC_KAPPA).low()).isGreaterThan(0.46);
        assertThat(MODEL.card().columns().values())
                .allSatisfy(columns -> assertThat(columns)
                        .doesNotContain("KTAS_RN", "Diagnosis in ED", "Disposition", "Error_group", "mistriage"));
    }

    @Test
    void treesThatAreNotTheCardsAreRefused(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"complaint", "assessment", "vitals"}) {
            // the trees of another evidence
            try (var trees = TriageModel.class.getResourceAsStream("/triage-ktas/1/vitals.ubj.gz")) {
                Files.copy(trees, folder.resolve(name + ".ubj.gz"));
            }
        }
        assertThatThrownBy(() -> TriageModel.open(folder)).hasMessageContaining("model-card.json is missing");

        try (var card = TriageModel.class.getResourceAsStream("/triage-ktas/1/model-card.json")) {
            Files.copy(card, folder.resolve("model-card.json"));
        }

        assertThatThrownBy(() -> TriageModel.open(folder)).hasMessageContaining("its trees are not those of its card");
    }
}
