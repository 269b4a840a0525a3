package org.vigie.alerts.record;

import java.time.Instant;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageSecondOpinionRecord;
import org.vigie.signal.attention.AttentionAssessment;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageSecondOpinion;

/**
 * Maps the triage of one stay to the record of triage.current.
 *
 * @param at the stay's clock
 */
public record TriageRecordMapper(String stay, String bed, Instant at) {
    public TriageAssessmentRecord triage(
            DisplayedTriage displayed, Optional<TriageSecondOpinion> opinion, Optional<AttentionAssessment> attention) {
        TriageAssessment assessment = displayed.triage();
        Optional<Instant> heldUntil = displayed.heldUntil();
        return TriageAssessmentRecord.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setAt(at)
                .setLevel(EnumMappings.TRIAGE_LEVEL.toRecord(assessment.level()))
                .setNews2Low(assessment.news2Low())
                .setNews2High(assessment.news2High())
                .setNews2Scale(assessment.news2Scale().number())
                .setMissing(assessment.missing())
                .setRisk(assessment.risk().stream().findFirst().orElse(null))
                .setReasonsFr(LocalizedText.french(assessment.reasons()))
                .setReasonsEn(LocalizedText.english(assessment.reasons()))
                .setRuleVersion(assessment.ruleVersion())
                .setHeldSince(heldUntil.map(until -> displayed.calmerSince()).orElse(null))
                .setHeldUntil(heldUntil.orElse(null))
                .setSecondLook(opinion.map(TriageRecordMapper::secondOpinion).orElse(null))
                .setAttention(attention.map(TriageRecordMapper::attention).orElse(null))
                .build();
    }

    private static AttentionRecord attention(AttentionAssessment attention) {
        Optional<SofaTrend> sofa = Optional.ofNullable(attention.sofa());
        return AttentionRecord.newBuilder()
                .setLevel(EnumMappings.ATTENTION_LEVEL.toRecord(attention.level()))
                .setReasonsFr(LocalizedText.french(attention.reasons()))
                .setReasonsEn(LocalizedText.english(attention.reasons()))
                .setMissing(attention.missing())
                .setSofaLow(sofa.map(SofaTrend::low).orElse(null))
                .setSofaHigh(sofa.map(SofaTrend::high).orElse(null))
                .setSofaChange(sofa.map(SofaTrend::change).orElse(null))
                .setRuleVersion(attention.ruleVersion())
                .build();
    }

    private static TriageSecondOpinionRecord secondOpinion(TriageSecondOpinion opinion) {
        return TriageSecondOpinionRecord.newBuilder()
                .setLevel(opinion.level())
                .setProbabilities(opinion.probabilities())
                .setLowEvidence(opinion.lowEvidence())
                .setNotesFr(LocalizedText.french(opinion.notes()))
                .setNotesEn(LocalizedText.english(opinion.notes()))
                .setModel(opinion.model())
                .build();
    }
}
