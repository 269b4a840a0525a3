package org.vigie.alerts.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.DisplayedTriageStateRecord;
import org.vigie.alerts.state.record.TriageLevelStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageLevel;

/** Maps the displayed triage to its state record and back. */
final class TriageStateMapper {
    static final EnumMapping<TriageLevelStateRecord, TriageLevel> LEVEL =
            EnumMapping.byName(TriageLevelStateRecord.class, TriageLevel.class);

    private TriageStateMapper() {}

    static @Nullable DisplayedTriageStateRecord toRecord(@Nullable DisplayedTriage displayed) {
        if (displayed == null) {
            return null;
        }
        TriageAssessment triage = displayed.triage();
        boolean calmer = !displayed.calmerSince().equals(Instant.MAX);
        return new DisplayedTriageStateRecord(
                LEVEL.toRecord(triage.level()),
                triage.news2Low(),
                triage.news2High(),
                triage.missing(),
                triage.risk().isEmpty() ? null : triage.risk().get(0),
                LocalizedText.french(triage.reasons()),
                LocalizedText.english(triage.reasons()),
                triage.ruleVersion(),
                displayed.at().toEpochMilli(),
                calmer ? displayed.calmerSince().toEpochMilli() : null,
                triage.news2Scale().number());
    }

    static @Nullable DisplayedTriage toRule(@Nullable DisplayedTriageStateRecord stored) {
        if (stored == null) {
            return null;
        }
        Double risk = stored.getRisk();
        var triage = new TriageAssessment(
                LEVEL.toRule(stored.getLevel()),
                stored.getNews2Low(),
                stored.getNews2High(),
                SaturationScale.of(stored.getNews2Scale()).orElse(SaturationScale.SCALE_1),
                stored.getMissing(),
                risk == null ? List.of() : List.of(risk),
                LocalizedText.paired(stored.getReasonsFr(), stored.getReasonsEn()),
                stored.getRuleVersion());
        Instant calmerSince = StayStateCodec.instant(stored.getCalmerSince());
        return new DisplayedTriage(
                triage, Instant.ofEpochMilli(stored.getAt()), calmerSince == null ? Instant.MAX : calmerSince);
    }
}
