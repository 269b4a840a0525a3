package org.vigie.alerts;

import static org.vigie.alerts.StayFormat.readInstant;
import static org.vigie.alerts.StayFormat.readList;
import static org.vigie.alerts.StayFormat.writeInstant;
import static org.vigie.alerts.StayFormat.writeList;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Side;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.life.Call;
import org.vigie.signal.alert.life.Calls;
import org.vigie.signal.alert.life.Over;
import org.vigie.signal.alert.life.Shelf;

/** The bytes of a stay's alarms and of what was asked about them. */
final class CallFormat {
    private CallFormat() {}

    static void write(DataOutput out, Calls calls) throws IOException {
        out.writeUTF(calls.stay());
        out.writeUTF(calls.bed());
        writeList(out, calls.open(), CallFormat::writeCall);
        writeList(out, calls.shelves(), CallFormat::writeShelf);
        writeList(out, calls.limits(), CallFormat::writeLimit);
        writeList(out, calls.over(), CallFormat::writeOver);
        writeList(out, calls.orders(), DataOutput::writeUTF);
        out.writeLong(calls.sequence());
        writeInstant(out, calls.clock());
        writeInstant(out, calls.told());
    }

    /** An older version kept no instant of the newest entry: its clock is not before that. */
    static Calls read(DataInput in, int version) throws IOException {
        String stay = in.readUTF();
        String bed = in.readUTF();
        List<Call> open = readList(in, CallFormat::readCall);
        List<Shelf> shelves = readList(in, CallFormat::readShelf);
        List<PatientLimit> limits = readList(in, CallFormat::readLimit);
        List<Over> over = readList(in, CallFormat::readOver);
        List<String> orders = readList(in, DataInput::readUTF);
        long sequence = in.readLong();
        Instant clock = readInstant(in);
        Instant told = version < StayFormat.WITH_TOLD ? clock : readInstant(in);
        return new Calls(stay, bed, open, shelves, limits, over, orders, sequence, clock, told);
    }

    private static void writeCall(DataOutput out, Call call) throws IOException {
        writeTransition(out, call.told());
        out.writeLong(call.version());
        writeInstant(out, call.calledAt());
        writeList(out, call.acknowledged(), (to, who) -> {
            to.writeUTF(who.by());
            writeInstant(to, who.at());
        });
        writeList(out, call.pausedUntil(), StayFormat::writeInstant);
        out.writeInt(call.step());
        out.writeUTF(call.to());
        out.writeBoolean(call.latched());
    }

    private static Call readCall(DataInput in) throws IOException {
        return new Call(
                readTransition(in),
                in.readLong(),
                readInstant(in),
                readList(in, from -> new Call.Acknowledged(from.readUTF(), readInstant(from))),
                readList(in, StayFormat::readInstant),
                in.readInt(),
                in.readUTF(),
                in.readBoolean());
    }

    private static void writeShelf(DataOutput out, Shelf shelf) throws IOException {
        writeTransition(out, shelf.told());
        writeInstant(out, shelf.until());
    }

    private static Shelf readShelf(DataInput in) throws IOException {
        return new Shelf(readTransition(in), readInstant(in));
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
                Side.valueOf(in.readUTF()),
                Priority.valueOf(in.readUTF()),
                in.readDouble(),
                in.readUTF(),
                in.readBoolean() ? Instant.MAX : readInstant(in));
    }

    private static void writeOver(DataOutput out, Over over) throws IOException {
        out.writeUTF(over.alert());
        out.writeUTF(over.bed());
        out.writeUTF(over.rule());
        out.writeUTF(over.version());
        out.writeUTF(over.kind().name());
        out.writeUTF(over.priority().name());
        writeInstant(out, over.onset());
        writeInstant(out, over.raisedAt());
    }

    private static Over readOver(DataInput in) throws IOException {
        return new Over(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                RuleKind.valueOf(in.readUTF()),
                Priority.valueOf(in.readUTF()),
                readInstant(in),
                readInstant(in));
    }

    private static void writeTransition(DataOutput out, Transition told) throws IOException {
        out.writeUTF(told.alert());
        out.writeUTF(told.stay());
        out.writeUTF(told.bed());
        out.writeUTF(told.rule());
        out.writeUTF(told.ruleVersion());
        out.writeUTF(told.kind().name());
        out.writeUTF(told.priority().name());
        out.writeUTF(told.state().name());
        writeInstant(out, told.onset());
        writeInstant(out, told.raisedAt());
        writeInstant(out, told.at());
        out.writeDouble(told.value());
        out.writeDouble(told.limit());
        out.writeUTF(told.messageFr());
        out.writeUTF(told.messageEn());
        writeList(out, told.causes(), CallFormat::writeCause);
    }

    private static Transition readTransition(DataInput in) throws IOException {
        return new Transition(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                RuleKind.valueOf(in.readUTF()),
                Priority.valueOf(in.readUTF()),
                Transition.State.valueOf(in.readUTF()),
                readInstant(in),
                readInstant(in),
                readInstant(in),
                in.readDouble(),
                in.readDouble(),
                in.readUTF(),
                in.readUTF(),
                readList(in, CallFormat::readCause));
    }

    private static void writeCause(DataOutput out, Transition.Cause cause) throws IOException {
        out.writeUTF(cause.variable());
        out.writeDouble(cause.value());
        writeInstant(out, cause.at());
        StayFormat.writePlace(out, cause.place());
    }

    private static Transition.Cause readCause(DataInput in) throws IOException {
        return new Transition.Cause(in.readUTF(), in.readDouble(), readInstant(in), StayFormat.readPlace(in));
    }
}
