package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;

/**
 * One entry of the alarm ledger.
 *
 * @param sequence position in the stay's chain, from 1
 * @param made the recorded transition
 * @param after the open alarm after the entry; empty when no alarm is open
 * @param shelvedUntil end of the rule's shelving after the entry; empty or one element
 * @param escalatesAt when the next escalation step is due; empty or one element
 * @param order command that caused it; empty or one element
 * @param refusal reason of a refusal; empty or one element
 * @param limit patient limit that was set or expired; empty or one element
 * @param feedback feedback that was given; empty or one element
 */
public record LedgerEntry(
        long sequence,
        AlarmTransition made,
        List<OpenAlarm> after,
        List<Instant> shelvedUntil,
        List<Instant> escalatesAt,
        List<AlarmCommand> order,
        List<AlarmCommandRefusal> refusal,
        List<PatientLimit> limit,
        List<AlarmFeedback> feedback) {

    public LedgerEntry {
        after = List.copyOf(after);
        shelvedUntil = List.copyOf(shelvedUntil);
        escalatesAt = List.copyOf(escalatesAt);
        order = List.copyOf(order);
        refusal = List.copyOf(refusal);
        limit = List.copyOf(limit);
        feedback = List.copyOf(feedback);
    }

    LedgerEntry by(AlarmCommand command) {
        return new LedgerEntry(
                sequence, made, after, shelvedUntil, escalatesAt, List.of(command), refusal, limit, feedback);
    }

    LedgerEntry refused(AlarmCommandRefusal why) {
        return new LedgerEntry(sequence, made, after, shelvedUntil, escalatesAt, order, List.of(why), limit, feedback);
    }

    LedgerEntry of(PatientLimit changed) {
        return new LedgerEntry(
                sequence, made, after, shelvedUntil, escalatesAt, order, refusal, List.of(changed), feedback);
    }

    LedgerEntry judging(AlarmFeedback given) {
        return new LedgerEntry(sequence, made, after, shelvedUntil, escalatesAt, order, refusal, limit, List.of(given));
    }
}
