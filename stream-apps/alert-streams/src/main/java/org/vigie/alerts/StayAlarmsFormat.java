package org.vigie.alerts;

import static org.vigie.alerts.StayAlertStateFormat.readInstant;
import static org.vigie.alerts.StayAlertStateFormat.readList;
import static org.vigie.alerts.StayAlertStateFormat.writeInstant;
import static org.vigie.alerts.StayAlertStateFormat.writeList;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.lifecycle.ClosedAlarm;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.lifecycle.ShelvedRule;
import org.vigie.signal.alarm.lifecycle.StayAlarms;

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
        writeList(out, stayAlarms.orders(), DataOutput::writeUTF);
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
        List<ClosedAlarm> over = readList(in, StayAlarmsFormat::readClosed);
        List<String> orders = readList(in, DataInput::readUTF);
        long sequence = in.readLong();
        Instant clock = readInstant(in);
        Instant newestEntryAt = version < StayAlertStateFormat.WITH_TOLD ? clock : readInstant(in);
        return new StayAlarms(stay, bed, open, shelves, limits, over, orders, sequence, clock, newestEntryAt);
    }

    private static void writeOpen(DataOutput out, OpenAlarm openAlarm) throws IOException {
        writeTransition(out, openAlarm.told());
        out.writeLong(openAlarm.version());
        writeInstant(out, openAlarm.calledAt());
        writeList(out, openAlarm.acknowledged(), (to, who) -> {
            to.writeUTF(who.by());
            writeInstant(to, who.at());
        });
        writeList(out, openAlarm.pausedUntil(), StayAlertStateFormat::writeInstant);
        out.writeInt(openAlarm.step());
        out.writeUTF(openAlarm.to());
        out.writeBoolean(openAlarm.latched());
    }

    private static OpenAlarm readOpen(DataInput in) throws IOException {
        return new OpenAlarm(
                readTransition(in),
                in.readLong(),
                readInstant(in),
                readList(in, from -> new OpenAlarm.AlarmAcknowledgement(from.readUTF(), readInstant(from))),
                readList(in, StayAlertStateFormat::readInstant),
                in.readInt(),
                in.readUTF(),
                in.readBoolean());
    }

    private static void writeShelf(DataOutput out, ShelvedRule shelved) throws IOException {
        writeTransition(out, shelved.told());
        writeInstant(out, shelved.until());
    }

    private static ShelvedRule readShelf(DataInput in) throws IOException {
        return new ShelvedRule(readTransition(in), readInstant(in));
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

    private static void writeClosed(DataOutput out, ClosedAlarm closedAlarm) throws IOException {
        out.writeUTF(closedAlarm.alert());
        out.writeUTF(closedAlarm.bed());
        out.writeUTF(closedAlarm.rule());
        out.writeUTF(closedAlarm.version());
        out.writeUTF(closedAlarm.kind().name());
        out.writeUTF(closedAlarm.priority().name());
        writeInstant(out, closedAlarm.onset());
        writeInstant(out, closedAlarm.raisedAt());
    }

    private static ClosedAlarm readClosed(DataInput in) throws IOException {
        return new ClosedAlarm(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                AlarmRuleKind.valueOf(in.readUTF()),
                AlarmPriority.valueOf(in.readUTF()),
                readInstant(in),
                readInstant(in));
    }

    private static void writeTransition(DataOutput out, AlarmTransition transition) throws IOException {
        out.writeUTF(transition.alert());
        out.writeUTF(transition.stay());
        out.writeUTF(transition.bed());
        out.writeUTF(transition.rule());
        out.writeUTF(transition.ruleVersion());
        out.writeUTF(transition.kind().name());
        out.writeUTF(transition.priority().name());
        out.writeUTF(transition.state().name());
        writeInstant(out, transition.onset());
        writeInstant(out, transition.raisedAt());
        writeInstant(out, transition.at());
        out.writeDouble(transition.value());
        out.writeDouble(transition.limit());
        out.writeUTF(transition.messageFr());
        out.writeUTF(transition.messageEn());
        writeList(out, transition.causes(), StayAlarmsFormat::writeCause);
    }

    private static AlarmTransition readTransition(DataInput in) throws IOException {
        return new AlarmTransition(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                AlarmRuleKind.valueOf(in.readUTF()),
                AlarmPriority.valueOf(in.readUTF()),
                AlarmTransition.TransitionKind.valueOf(in.readUTF()),
                readInstant(in),
                readInstant(in),
                readInstant(in),
                in.readDouble(),
                in.readDouble(),
                in.readUTF(),
                in.readUTF(),
                readList(in, StayAlarmsFormat::readCause));
    }

    private static void writeCause(DataOutput out, AlarmTransition.TriggeringReading reading) throws IOException {
        out.writeUTF(reading.variable());
        out.writeDouble(reading.value());
        writeInstant(out, reading.at());
        StayAlertStateFormat.writePlace(out, reading.place());
    }

    private static AlarmTransition.TriggeringReading readCause(DataInput in) throws IOException {
        return new AlarmTransition.TriggeringReading(
                in.readUTF(), in.readDouble(), readInstant(in), StayAlertStateFormat.readPlace(in));
    }
}
