package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.text.LocalizedText;

/** Writes one sentence about the open alarms of an incident: {@code PAS 66, FC 127, SpO2 87 : 3 limites depuis 15:15}. */
public record IncidentSentence(ZoneId zone, LiveAlarmValues values) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final LocalizedText OVER = new LocalizedText("Aucune alarme ouverte", "No open alarm");

    /**
     * Returns the sentence about the open alarms.
     *
     * @param open open alarms, the most urgent first
     */
    public LocalizedText of(Instant onset, List<Alarm> open) {
        String time = TIME.format(onset.atZone(zone));
        LocalizedText since = new LocalizedText(" depuis " + time, " since " + time);
        return open.stream()
                .map(values::text)
                .reduce(IncidentSentence::and)
                .map(list -> list.plus(number(open)).plus(since))
                .orElse(OVER);
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
