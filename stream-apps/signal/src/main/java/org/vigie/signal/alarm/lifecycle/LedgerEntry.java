package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;

/**
 * One entry of the ledger.
 *
 * @param sequence its place in the stay's chain, from 1
 * @param after the open episode's condition afterwards; none when no episode is open
 * @param shelvedUntil until when its rule is shelved afterwards; none or one
 * @param escalatesAt when the next step of the chain is due; none or one
 * @param order what asked for it; none or one
 * @param refusal none or one
 * @param limit the patient's limit that was set or expired; none or one
 * @param feedback none or one
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

    LedgerEntry by(AlarmCommand asked) {
        return new LedgerEntry(
                sequence, made, after, shelvedUntil, escalatesAt, List.of(asked), refusal, limit, feedback);
    }

    LedgerEntry refused(AlarmCommandRefusal why) {
        return new LedgerEntry(sequence, made, after, shelvedUntil, escalatesAt, order, List.of(why), limit, feedback);
    }

    LedgerEntry of(PatientLimit changed) {
        return new LedgerEntry(
                sequence, made, after, shelvedUntil, escalatesAt, order, refusal, List.of(changed), feedback);
    }

    LedgerEntry judging(AlarmFeedback said) {
        return new LedgerEntry(sequence, made, after, shelvedUntil, escalatesAt, order, refusal, limit, List.of(said));
    }
}
