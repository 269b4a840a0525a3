package org.vigie.signal.clean;

import static org.vigie.schemas.variable.VariableNames.HR;
import static org.vigie.schemas.variable.VariableNames.PULSE_SPO2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the sensors of one message of a monitor.
 *
 * <p>A kept value becomes suspect when other sensors contradict it ({@link SensorContradictionRules}); its signal keeps the level before, so
 * that the return is no jump. A jump of the heart rate that the oximeter's pulse confirms is kept at once.
 *
 * @param moved readings that are the newest of their channel, by their place in the message
 * @param verdicts verdicts on all readings of the message
 */
record SensorComparison(Map<Integer, ChannelUpdate> moved, List<Verdict> verdicts) {
    private static final double SAME_RATE = 10;

    /** Returns the readings that the comparison concerns, by their place in the message. */
    Map<Integer, ComparedReading> compared() {
        Map<Integer, ComparedReading> compared = new HashMap<>();
        confirm(compared);
        contradict(compared);
        return compared;
    }

    private void confirm(Map<Integer, ComparedReading> compared) {
        var all = MonitoredMessage.of(moved.values());
        boolean agree = Math.abs(all.value(HR) - all.value(PULSE_SPO2)) <= SAME_RATE && all.value(HR) > 0;
        moved.forEach((index, update) -> {
            boolean isRate = update.key().variable().equals(HR)
                    || update.key().variable().equals(PULSE_SPO2);
            if (agree && isRate && verdicts.get(index).reason() == CleaningReason.SPIKE) {
                compared.put(index, confirmed(update));
            }
        });
    }

    private static ComparedReading confirmed(ChannelUpdate update) {
        CleaningReason reason =
                update.variable().soft().contains(update.value()) ? CleaningReason.NONE : CleaningReason.SOFT_RANGE;
        return new ComparedReading(
                update,
                reason,
                SignalLevel.at(update.value(), update.after().pace().newest()));
    }

    private void contradict(Map<Integer, ComparedReading> compared) {
        Map<String, CleaningReason> reasons =
                new SensorContradictionRules(MonitoredMessage.of(kept().values())).contradicted();
        kept().forEach((index, update) -> {
            CleaningReason reason = reasons.get(update.key().variable());
            if (reason != null) {
                compared.put(
                        index,
                        new ComparedReading(update, reason, update.before().level()));
            }
        });
    }

    private Map<Integer, ChannelUpdate> kept() {
        Map<Integer, ChannelUpdate> kept = new HashMap<>(moved);
        kept.keySet().removeIf(index -> !isKept(index));
        return kept;
    }

    private boolean isKept(int index) {
        return verdicts.get(index).outcome() == CleaningOutcome.KEPT;
    }
}
