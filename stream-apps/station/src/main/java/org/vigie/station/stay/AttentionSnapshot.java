package org.vigie.station.stay;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.AttentionRecord;
import org.vigie.signal.attention.AttentionLevel;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;

/**
 * Shows the attention level of a patient in intensive care or step-down care. It stands in place of the FRENCH level, which is made for
 * arrivals. The monitors' own alarms count here: {@code alert-streams} sees them by bed and not by stay.
 *
 * @param level {@code HIGH}, {@code MEDIUM}, {@code LOW}, {@code NORMAL} or {@code UNKNOWN}
 * @param reasonsFr most urgent first, in the tense of their time
 * @param missing what is needed and missing or stale; the level is never {@code NORMAL} then
 * @param sofaLow fewest SOFA-2 points that the known inputs allow; {@code sofaHigh} is the most; both absent when not computed
 * @param sofaChange change of SOFA-2 in 24 hours, points; absent when not known
 */
public record AttentionSnapshot(
        String level,
        List<String> reasonsFr,
        List<String> reasonsEn,
        List<String> missing,
        Integer sofaLow,
        Integer sofaHigh,
        Integer sofaChange) {

    /** @param attention null outside intensive and step-down care */
    static AttentionSnapshot of(AttentionRecord attention) {
        return attention == null
                ? null
                : new AttentionSnapshot(
                        attention.getLevel().name(),
                        List.copyOf(attention.getReasonsFr()),
                        List.copyOf(attention.getReasonsEn()),
                        List.copyOf(attention.getMissing()),
                        attention.getSofaLow(),
                        attention.getSofaHigh(),
                        attention.getSofaChange());
    }

    /** Returns the level that an open alarm of the patient's monitor asks for, where the present one is less urgent, with its reason. */
    AttentionSnapshot raisedBy(MonitorAlarmSnapshot alarm) {
        AttentionLevel now = AttentionLevel.valueOf(level);
        AttentionLevel asked =
                alarm.priority().equals("NONE") ? AttentionLevel.LOW : AttentionLevel.valueOf(alarm.priority());
        boolean leads = asked.compareTo(now) <= 0;
        boolean raises = leads && (now != AttentionLevel.UNKNOWN || asked != AttentionLevel.LOW);
        return new AttentionSnapshot(
                raises ? asked.name() : level,
                with("Alarme du moniteur : " + alarm.words(), reasonsFr, leads),
                with("Alarm of the monitor: " + alarm.words(), reasonsEn, leads),
                missing,
                sofaLow,
                sofaHigh,
                sofaChange);
    }

    private static List<String> with(String reason, List<String> others, boolean first) {
        return first
                ? Stream.concat(Stream.of(reason), others.stream()).toList()
                : Stream.concat(others.stream(), Stream.of(reason)).toList();
    }
}
