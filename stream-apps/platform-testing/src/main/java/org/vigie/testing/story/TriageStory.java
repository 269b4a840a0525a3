package org.vigie.testing.story;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.TriageSecondOpinionRecord;
import org.vigie.schemas.variable.VariableNames;

/**
 * Tells what triage says of one bed: {@code bed.triage().level(TRI_2).news2(5, 7).risk(0.31).assessed(noon)}. Without more words it is the
 * least urgent level with a complete NEWS2 of 0.
 */
public final class TriageStory {
    private static final List<String> OFTEN_MISSING = List.of(VariableNames.TEMP, "consciousness");
    private static final List<Double> PROBABILITIES = List.of(0.1, 0.6, 0.2, 0.05, 0.05);

    private final StoryBed bed;
    private TriageLevelRecord level = TriageLevelRecord.TRI_5;
    private int low;
    private int high;
    private Double risk;
    private String reasonFr = "NEWS2 0 ou plus";
    private String reasonEn = "NEWS2 0 or more";
    private TriageSecondOpinionRecord secondOpinion;

    TriageStory(StoryBed bed) {
        this.bed = bed;
    }

    public TriageStory level(TriageLevelRecord ofUrgency) {
        level = ofUrgency;
        return this;
    }

    /** Sets the range of NEWS2. Temperature and consciousness are missing where it is a range. */
    public TriageStory news2(int lowest, int highest) {
        low = lowest;
        high = highest;
        return reason("NEWS2 " + lowest + " ou plus", "NEWS2 " + lowest + " or more");
    }

    public TriageStory risk(double probability) {
        risk = probability;
        return this;
    }

    public TriageStory reason(String french, String english) {
        reasonFr = french;
        reasonEn = english;
        return this;
    }

    /** Adds the second opinion of a model, with a note on its inputs. */
    public TriageStory secondOpinion(int ofModel, boolean hasLowEvidence, String noteFr, String noteEn) {
        secondOpinion = new TriageSecondOpinionRecord(
                ofModel, PROBABILITIES, hasLowEvidence, List.of(noteFr), List.of(noteEn), "triage-ktas/1@0123456789ab");
        return this;
    }

    /** Returns the record as triage publishes it. */
    public TriageAssessmentRecord assessed(Instant at) {
        return TriageAssessmentRecord.newBuilder()
                .setStay(bed.stay())
                .setBed(bed.name())
                .setAt(at)
                .setLevel(level)
                .setNews2Low(low)
                .setNews2High(high)
                .setMissing(low == high ? List.of() : OFTEN_MISSING)
                .setRisk(risk)
                .setReasonsFr(List.of(reasonFr))
                .setReasonsEn(List.of(reasonEn))
                .setRuleVersion("1")
                .setSecondLook(secondOpinion)
                .build();
    }
}
