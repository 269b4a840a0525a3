package org.vigie.alerts.record;

import java.time.Instant;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageSecondOpinionRecord;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageSecondOpinion;

/**
 * Maps the triage of one stay to the record of triage.current.
 *
 * @param at the stay's clock
 */
public record TriageRecordMapper(String stay, String bed, Instant at) {
    public TriageAssessmentRecord triage(DisplayedTriage displayed, Optional<TriageSecondOpinion> opinion) {
        TriageAssessment assessment = displayed.triage();
        Optional<Instant> heldUntil = displayed.heldUntil();
        return TriageAssessmentRecord.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setAt(at)
                .setLevel(EnumMappings.TRIAGE_LEVEL.toRecord(assessment.level()))
                .setNews2Low(assessment.news2Low())
                .setNews2High(assessment.news2High())
                .setMissing(assessment.missing())
                .setRisk(assessment.risk().stream().findFirst().orElse(null))
                .setReasonsFr(assessment.reasonsFr())
                .setReasonsEn(assessment.reasonsEn())
                .setRuleVersion(assessment.ruleVersion())
                .setHeldSince(heldUntil.map(until -> displayed.calmerSince()).orElse(null))
                .setHeldUntil(heldUntil.orElse(null))
                .setSecondLook(opinion.map(TriageRecordMapper::secondOpinion).orElse(null))
                .build();
    }

    private static TriageSecondOpinionRecord secondOpinion(TriageSecondOpinion opinion) {
        return TriageSecondOpinionRecord.newBuilder()
                .setLevel(opinion.level())
                .setProbabilities(opinion.probabilities())
                .setLowEvidence(opinion.lowEvidence())
                .setNotesFr(opinion.notesFr())
                .setNotesEn(opinion.notesEn())
                .setModel(opinion.model())
                .build();
    }
}
