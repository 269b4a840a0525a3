package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Transition;

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
public record Entry(
        long sequence,
        Transition made,
        List<Call> after,
        List<Instant> shelvedUntil,
        List<Instant> escalatesAt,
        List<Order> order,
        List<Refusal> refusal,
        List<PatientLimit> limit,
        List<Feedback> feedback) {

    public Entry {
        after = List.copyOf(after);
        shelvedUntil = List.copyOf(shelvedUntil);
        escalatesAt = List.copyOf(escalatesAt);
        order = List.copyOf(order);
        refusal = List.copyOf(refusal);
        limit = List.copyOf(limit);
        feedback = List.copyOf(feedback);
    }

    Entry by(Order asked) {
        return new Entry(sequence, made, after, shelvedUntil, escalatesAt, List.of(asked), refusal, limit, feedback);
    }

    Entry refused(Refusal why) {
        return new Entry(sequence, made, after, shelvedUntil, escalatesAt, order, List.of(why), limit, feedback);
    }

    Entry of(PatientLimit changed) {
        return new Entry(sequence, made, after, shelvedUntil, escalatesAt, order, refusal, List.of(changed), feedback);
    }

    Entry judging(Feedback said) {
        return new Entry(sequence, made, after, shelvedUntil, escalatesAt, order, refusal, limit, List.of(said));
    }
}
