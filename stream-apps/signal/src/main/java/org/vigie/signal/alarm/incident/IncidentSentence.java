package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.text.LocalizedText;

/** Writes one sentence about the open alarms of an incident: {@code PAS 66, FC 127, SpO2 87 : 3 limites depuis 15:15}. */
public record IncidentSentence(IncidentTimeText time, LiveAlarmValues values) {
    private static final LocalizedText NONE = new LocalizedText("Aucune alarme ouverte", "No open alarm");
    private static final LocalizedText OVER = new LocalizedText(" (terminée)", " (over)");

    /**
     * Returns the sentence about the open alarms. It counts only those whose condition lasts, since the onset of the first of them.
     *
     * @param lasting open alarms whose condition lasts, the most urgent first
     * @param latched open alarms whose condition has ended
     */
    public LocalizedText of(List<Alarm> lasting, List<Alarm> latched) {
        return Stream.concat(
                        lasting.stream().map(this::text),
                        latched.stream().map(alarm -> text(alarm).plus(OVER)))
                .reduce(IncidentSentence::and)
                .map(list ->
                        lasting.isEmpty() ? list : list.plus(number(lasting)).plus(since(lasting)))
                .orElse(NONE);
    }

    private LocalizedText text(Alarm alarm) {
        return values.text(alarm, time);
    }

    private LocalizedText since(List<Alarm> lasting) {
        Instant first = lasting.stream()
                .map(alarm -> alarm.id().onset())
                .min(Instant::compareTo)
                .orElseThrow();
        return LocalizedText.same(" ").plus(time.since(first));
    }

    private static LocalizedText and(LocalizedText one, LocalizedText other) {
        return one.plus(LocalizedText.same(", ")).plus(other);
    }

    private static LocalizedText number(List<Alarm> open) {
        int count = open.size();
        String more = count > 1 ? "s" : "";
        boolean limits = open.stream().allMatch(alarm -> alarm.kind() == AlarmRuleKind.LIMIT);
        return limits
                ? new LocalizedText(" : " + count + " limite" + more, ": " + count + " limit" + more)
                : new LocalizedText(" : " + count + " alarme" + more, ": " + count + " alarm" + more);
    }
}
