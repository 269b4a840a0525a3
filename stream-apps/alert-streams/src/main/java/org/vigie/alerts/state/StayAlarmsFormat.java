package org.vigie.alerts.state;

import static org.vigie.alerts.state.StayAlertStateFormat.readInstant;
import static org.vigie.alerts.state.StayAlertStateFormat.readList;
import static org.vigie.alerts.state.StayAlertStateFormat.writeInstant;
import static org.vigie.alerts.state.StayAlertStateFormat.writeList;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.lifecycle.AlarmAcknowledgement;
import org.vigie.signal.alarm.lifecycle.AlarmHandling;
import org.vigie.signal.alarm.lifecycle.EscalationProgress;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.lifecycle.ShelvedRule;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.text.LocalizedText;

/** Writes and reads the alarms of a stay as bytes. */
final class StayAlarmsFormat {
    private StayAlarmsFormat() {}

    static void write(DataOutput out, StayAlarms stayAlarms) throws IOException {
        out.writeUTF(stayAlarms.stay());
        out.writeUTF(stayAlarms.bed());
        writeList(out, stayAlarms.open(), StayAlarmsFormat::writeOpen);
        writeList(out, stayAlarms.shelves(), StayAlarmsFormat::writeShelf);
        writeList(out, stayAlarms.limits(), StayAlarmsFormat::writeLimit);
        writeList(out, stayAlarms.closed(), StayAlarmsFormat::writeClosed);
        writeList(out, stayAlarms.commandIds(), DataOutput::writeUTF);
        out.writeLong(stayAlarms.sequence());
        writeInstant(out, stayAlarms.clock());
        writeInstant(out, stayAlarms.newestEntryAt());
    }

    /**
     * Reads the alarms. An older version did not store the time of the newest entry; the clock, which is not before it, is used instead.
     */
    static StayAlarms read(DataInput in, int version) throws IOException {
        String stay = in.readUTF();
        String bed = in.readUTF();
        List<OpenAlarm> open = readList(in, StayAlarmsFormat::readOpen);
        List<ShelvedRule> shelves = readList(in, StayAlarmsFormat::readShelf);
        List<PatientLimit> limits = readList(in, StayAlarmsFormat::readLimit);
        List<Alarm> closed = readList(in, from -> readClosed(from, stay));
        List<String> commandIds = readList(in, DataInput::readUTF);
        long sequence = in.readLong();
        Instant clock = readInstant(in);
        Instant newestEntryAt = version < StayAlertStateFormat.WITH_NEWEST_ENTRY ? clock : readInstant(in);
        return new StayAlarms(stay, bed, open, shelves, limits, closed, commandIds, sequence, clock, newestEntryAt);
    }

    private static void writeOpen(DataOutput out, OpenAlarm openAlarm) throws IOException {
        AlarmHandling handling = openAlarm.handling();
        writeAlarm(out, openAlarm.alarm(), handling.latched() ? AlarmEventKind.LATCHED : AlarmEventKind.RAISED);
        out.writeLong(handling.version());
        writeInstant(out, handling.escalation().since());
        writeList(out, handling.acknowledgement().stream().toList(), (to, acknowledgement) -> {
            to.writeUTF(acknowledgement.by());
            writeInstant(to, acknowledgement.at());
        });
        writeList(out, handling.pauseEnd().stream().toList(), StayAlertStateFormat::writeInstant);
        out.writeInt(handling.escalation().steps());
        out.writeUTF(handling.escalation().role());
        out.writeBoolean(handling.latched());
    }

    private static OpenAlarm readOpen(DataInput in) throws IOException {
        Alarm alarm = readAlarm(in);
        long version = in.readLong();
        Instant since = readInstant(in);
        var acknowledgement = first(readList(in, from -> new AlarmAcknowledgement(from.readUTF(), readInstant(from))));
        Instant pauseEnd = first(readList(in, StayAlertStateFormat::readInstant));
        var escalation = new EscalationProgress(since, in.readInt(), in.readUTF());
        var handling = new AlarmHandling(version, escalation, in.readBoolean(), acknowledgement, pauseEnd);
        return new OpenAlarm(alarm.id(), alarm, handling);
    }

    private static <T> @Nullable T first(List<T> items) {
        return items.isEmpty() ? null : items.get(0);
    }

    private static void writeShelf(DataOutput out, ShelvedRule shelved) throws IOException {
        writeAlarm(out, shelved.alarm(), AlarmEventKind.RAISED);
        writeInstant(out, shelved.until());
    }

    private static ShelvedRule readShelf(DataInput in) throws IOException {
        return new ShelvedRule(readAlarm(in), readInstant(in));
    }

    private static void writeLimit(DataOutput out, PatientLimit limit) throws IOException {
        out.writeUTF(limit.variable());
        out.writeUTF(limit.side().name());
        out.writeUTF(limit.priority().name());
        out.writeDouble(limit.limit());
        out.writeUTF(limit.by());
        out.writeBoolean(limit.isOpenEnded());
        if (!limit.isOpenEnded()) {
            writeInstant(out, limit.until());
        }
    }

    private static PatientLimit readLimit(DataInput in) throws IOException {
        return new PatientLimit(
                in.readUTF(),
                LimitSide.valueOf(in.readUTF()),
                AlarmPriority.valueOf(in.readUTF()),
                in.readDouble(),
                in.readUTF(),
                in.readBoolean() ? Instant.MAX : readInstant(in));
    }

    private static void writeClosed(DataOutput out, Alarm closed) throws IOException {
        out.writeUTF(closed.id().digest());
        out.writeUTF(closed.bed());
        out.writeUTF(closed.rule());
        out.writeUTF(closed.finding().ruleVersion());
        out.writeUTF(closed.kind().name());
        out.writeUTF(closed.priority().name());
        writeInstant(out, closed.id().onset());
        writeInstant(out, closed.raisedAt());
    }

    private static Alarm readClosed(DataInput in, String stay) throws IOException {
        in.readUTF();
        String bed = in.readUTF();
        String rule = in.readUTF();
        AlarmFinding finding = AlarmFinding.withoutValue(in.readUTF());
        AlarmRuleKind kind = AlarmRuleKind.valueOf(in.readUTF());
        AlarmPriority priority = AlarmPriority.valueOf(in.readUTF());
        AlarmId id = new AlarmId(stay, rule, readInstant(in));
        return new Alarm(id, kind, priority, bed, readInstant(in), finding);
    }

    /** Writes an alarm with the kind and the time of an event, which the format contains and nothing reads. */
    private static void writeAlarm(DataOutput out, Alarm alarm, AlarmEventKind event) throws IOException {
        AlarmFinding finding = alarm.finding();
        out.writeUTF(alarm.id().digest());
        out.writeUTF(alarm.id().stay());
        out.writeUTF(alarm.bed());
        out.writeUTF(alarm.rule());
        out.writeUTF(finding.ruleVersion());
        out.writeUTF(alarm.kind().name());
        out.writeUTF(alarm.priority().name());
        out.writeUTF(event.name());
        writeInstant(out, alarm.id().onset());
        writeInstant(out, alarm.raisedAt());
        writeInstant(out, alarm.raisedAt());
        out.writeDouble(finding.value());
        out.writeDouble(finding.limit());
        out.writeUTF(finding.text().fr());
        out.writeUTF(finding.text().en());
        writeList(out, finding.causes(), StayAlarmsFormat::writeCause);
    }

    private static Alarm readAlarm(DataInput in) throws IOException {
        in.readUTF();
        String stay = in.readUTF();
        String bed = in.readUTF();
        String rule = in.readUTF();
        String ruleVersion = in.readUTF();
        AlarmRuleKind kind = AlarmRuleKind.valueOf(in.readUTF());
        AlarmPriority priority = AlarmPriority.valueOf(in.readUTF());
        in.readUTF();
        AlarmId id = new AlarmId(stay, rule, readInstant(in));
        Instant raisedAt = readInstant(in);
        readInstant(in);
        return new Alarm(id, kind, priority, bed, raisedAt, readFinding(in, ruleVersion));
    }

    private static AlarmFinding readFinding(DataInput in, String ruleVersion) throws IOException {
        return new AlarmFinding(
                ruleVersion,
                in.readDouble(),
                in.readDouble(),
                new LocalizedText(in.readUTF(), in.readUTF()),
                readList(in, StayAlarmsFormat::readCause));
    }

    private static void writeCause(DataOutput out, TriggeringReading reading) throws IOException {
        out.writeUTF(reading.variable());
        out.writeDouble(reading.value());
        writeInstant(out, reading.at());
        StayAlertStateFormat.writePlace(out, reading.place());
    }

    private static TriggeringReading readCause(DataInput in) throws IOException {
        return new TriggeringReading(
                in.readUTF(), in.readDouble(), readInstant(in), StayAlertStateFormat.readPlace(in));
    }
}
