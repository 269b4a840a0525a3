package org.vigie.station.past;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds the values that were measured before an earlier situation and came after it. Of each stay and variable it names the one that was
 * measured last. A value that is withdrawn or corrected later is removed.
 */
final class LateValues {
    /** Limits the values that are held of a variable: after so many withdrawals none is named. */
    private static final int MOST = 10;

    private final Map<String, NavigableMap<Long, LateValue>> values = new HashMap<>();

    private record LateValue(LaterChange change, LaterReading sent) {
        boolean isRemovedBy(LaterReading later) {
            var message = sent.message();
            return later.isOf(
                    message.getSource(),
                    message.getDevice(),
                    sent.reading().getChannel(),
                    sent.reading().getValue());
        }
    }

    /** Takes a late value. Of values of the same time the one that came last is kept. */
    void take(LaterReading sent, LaterChange change) {
        var ofVariable = values.computeIfAbsent(key(change.stay(), change.variable()), key -> new TreeMap<>());
        long measured = Objects.requireNonNull(change.measuredAt());
        ofVariable.put(measured, new LateValue(change, sent));
        if (ofVariable.size() > MOST) {
            ofVariable.pollFirstEntry();
        }
    }

    /** Removes the value that a later reading withdraws or replaces. */
    void remove(LaterReading later) {
        var ofVariable =
                values.get(key(later.message().getStay(), later.reading().getVariable()));
        if (ofVariable != null) {
            ofVariable.computeIfPresent(
                    later.reading().getMeasuredAt().toEpochMilli(),
                    (measured, late) -> late.isRemovedBy(later) ? null : late);
        }
    }

    private static String key(String stay, String variable) {
        return stay + ' ' + variable;
    }

    /** Returns the value of each stay and variable that was measured last. */
    Stream<LaterChange> newest() {
        return values.values().stream()
                .filter(ofVariable -> !ofVariable.isEmpty())
                .map(ofVariable -> ofVariable.lastEntry().getValue().change());
    }
}
