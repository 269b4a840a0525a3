package org.vigie.testing.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;

/**
 * Builds the ledger entries of one patient limit: {@code bed.limit("spo2", "BELOW", 85).set(noon, Duration.ofMinutes(30))}. The physician
 * AB sets it for an alarm of medium priority.
 */
public final class PatientLimitStory {
    private static final String PHYSICIAN = "AB";

    private final StoryBed bed;
    private final AlertLimit limit;

    PatientLimitStory(StoryBed bed, String variable, String side, double value) {
        this.bed = bed;
        this.limit = new AlertLimit(variable, side, AlarmPriorityRecord.MEDIUM, value, PHYSICIAN);
    }

    /** Returns the entry of the ledger with which the limit begins. */
    public Alert set(Instant at, Duration length) {
        Alert entry = entry(AlertStateRecord.LIMIT_SET, at);
        entry.setCommand(AlarmCommandRecord.newBuilder()
                .setCommand("c")
                .setStay(bed.stay())
                .setKind(CommandTypeRecord.SET_LIMIT)
                .setBy(PHYSICIAN)
                .setRole("physician")
                .setAt(at)
                .setReason("BPCO")
                .setExpiresAt(at.plus(length))
                .build());
        return entry;
    }

    /** Returns the entry of the ledger with which the limit ends. */
    public Alert expired(Instant at) {
        return entry(AlertStateRecord.LIMIT_EXPIRED, at);
    }

    private Alert entry(AlertStateRecord state, Instant at) {
        Alert entry = new AlertStory(bed, "")
                .rule("", limit.getVariable())
                .priority(AlarmPriorityRecord.LOW)
                .raisedAt(at)
                .entry(state, at);
        entry.setLimits(List.of(limit));
        return entry;
    }
}
