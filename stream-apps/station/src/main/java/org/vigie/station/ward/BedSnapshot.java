package org.vigie.station.ward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.limit.PatientLimitSnapshot;
import org.vigie.station.alarm.limit.ShelfSnapshot;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.health.DoubtfulReadingsSnapshot;
import org.vigie.station.note.StayNotesSnapshot;
import org.vigie.station.stay.HeldScore;
import org.vigie.station.stay.LatestRecordOrigin;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.TriageSnapshot;
import org.vigie.station.stay.ValueSnapshot;

/**
 * Shows one bed completely. Every change sends the whole bed again, so a snapshot that is lost or comes twice does no harm.
 *
 * @param bed assigned location
 * @param revision of two snapshots of one bed the one with the higher revision is newer
 * @param occupant who lies there; absent when the bed is free
 * @param values newest of each variable, in the catalogue's order
 * @param others newest of each further source of a continuous variable, which nothing follows
 * @param triage absent before the first
 * @param risk absent before the first; without a number while it waits for the reader's own estimate
 * @param held risk that waits for own estimates, and who may read it; null when none waits. It is never written as JSON
 * @param limits that were set for this patient alone
 * @param shelves rules whose alarms are shelved at this stay
 * @param notes limitation of treatment, nurse in charge and the reader's own estimate
 * @param score where the unit of the bed shows a predicted risk
 * @param suspect readings marked suspect, by reason
 * @param rejected readings not taken, by reason
 * @param doubtful which variables were suspect or rejected most often, and why
 * @param newest the newest record of the bed; absent before the first
 */
public record BedSnapshot(
        String bed,
        long revision,
        OccupantSnapshot occupant,
        List<ValueSnapshot> values,
        List<ValueSnapshot> others,
        TriageSnapshot triage,
        RiskSnapshot risk,
        @JsonIgnore HeldScore held,
        BedAlarmsSnapshot alarms,
        List<PatientLimitSnapshot> limits,
        List<ShelfSnapshot> shelves,
        StayNotesSnapshot notes,
        ScoreDisplay score,
        Map<String, Long> suspect,
        Map<String, Long> rejected,
        List<DoubtfulReadingsSnapshot> doubtful,
        LatestRecordOrigin newest) {

    /** Returns true when a reader gets more than all others: an own estimate, or the risk that waits for it. */
    public boolean isOwnOf(WardReader reader) {
        return isOpenTo(reader) || notes.hasEstimateOf(reader.name());
    }

    /** Returns the bed as one reader may see it: the patient by right, the own estimate, and the risk while the own estimate stands. */
    public BedSnapshot seenBy(WardReader reader) {
        RiskSnapshot shown = isOpenTo(reader) ? held.score() : risk;
        StayNotesSnapshot own = notes.seenBy(reader.name());
        return new BedSnapshot(
                bed,
                revision,
                occupant == null || reader.seesPatients() ? occupant : occupant.masked(),
                values,
                others,
                triage,
                shown,
                held,
                alarms,
                limits,
                shelves,
                own,
                score,
                suspect,
                rejected,
                doubtful,
                newest);
    }

    private boolean isOpenTo(WardReader reader) {
        return held != null && held.readers().contains(reader.name());
    }

    static BedSnapshot free(String bed, long revision, ScoreDisplay score) {
        var noAlarms = new BedAlarmsSnapshot(null, 0, null, 0, List.of(), Map.of());
        return new BedSnapshot(
                bed,
                revision,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                noAlarms,
                List.of(),
                List.of(),
                StayNotesSnapshot.none(),
                score,
                Map.of(),
                Map.of(),
                List.of(),
                null);
    }
}
