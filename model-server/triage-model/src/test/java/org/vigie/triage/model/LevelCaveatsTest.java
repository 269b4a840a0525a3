package org.vigie.triage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.text.LocalizedText;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

class LevelCaveatsTest {
    private static final Map<TriageInput, Double> WHOLE = Map.of(
            TriageInput.HR, 80.0,
            TriageInput.RR, 16.0,
            TriageInput.SBP, 120.0,
            TriageInput.TEMP, 37.0,
            TriageInput.AGE, 61.0,
            TriageInput.SEX, 1.0);

    @Test
    void aWholeVisitWithAnUnderstoodComplaintHasNoNote() {
        // given
        var caveats = new LevelCaveats(new TriageVisit(WHOLE, "chest pain"), TriageEvidence.COMPLAINT);
        // when
        var notes = caveats.notes();
        // then
        assertThat(notes).isEmpty();
        assertThat(caveats.isEvidenceTooLow()).isFalse();
    }

    @Test
    void twoOfFourVitalSignsAreTooFewWithoutAComplaint() {
        // given
        Map<TriageInput, Double> known =
                Map.of(TriageInput.HR, 80.0, TriageInput.RR, 16.0, TriageInput.AGE, 61.0, TriageInput.SEX, 1.0);
        var caveats = new LevelCaveats(new TriageVisit(known, ""), TriageEvidence.VITALS);
        // when
        boolean tooLow = caveats.isEvidenceTooLow();
        // then
        assertThat(tooLow).isTrue();
        assertThat(caveats.notes())
                .containsExactly(
                        new LocalizedText("Trop peu de données pour juger", "Too little is known to judge"),
                        new LocalizedText("Sans motif de recours", "No complaint given"),
                        new LocalizedText("Manque : PAS, T", "Missing: SBP, BT"));
    }

    @Test
    void aComplaintThatIsNotUnderstoodIsReported() {
        // given
        var caveats = new LevelCaveats(new TriageVisit(WHOLE, "xyzzy"), TriageEvidence.VITALS);
        // when
        var notes = caveats.notes();
        // then
        assertThat(notes).extracting(LocalizedText::en).containsExactly("Complaint not understood");
    }

    @Test
    void aChildAndAnUnknownSexAreReported() {
        // given
        Map<TriageInput, Double> known = Map.of(
                TriageInput.HR, 80.0,
                TriageInput.RR, 16.0,
                TriageInput.SBP, 100.0,
                TriageInput.TEMP, 37.0,
                TriageInput.AGE, 9.0);
        var caveats = new LevelCaveats(new TriageVisit(known, "fever"), TriageEvidence.COMPLAINT);
        // when
        var notes = caveats.notes();
        // then
        assertThat(notes)
                .extracting(LocalizedText::en)
                .containsExactly("Age or sex unknown", "Under 16: the model learnt from adults only");
    }
}
