package org.vigie.analytics;

import java.io.DataInput;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vigie.platform.state.StateCodec;

/** Writes and reads a unit's recent alarms as bytes for the state store. */
final class RecentAlarmsFormat {
    private static final StateCodec FORMAT = new StateCodec(1, "alert-analytics");

    private RecentAlarmsFormat() {}

    static byte[] write(RecentAlarms recent) {
        return FORMAT.write(out -> {
            out.writeLong(recent.at().toEpochMilli());
            out.writeBoolean(recent.flood());
            out.writeInt(recent.raised().size());
            for (Map.Entry<String, Instant> each : recent.raised().entrySet()) {
                out.writeUTF(each.getKey());
                out.writeLong(each.getValue().toEpochMilli());
            }
        });
    }

    static RecentAlarms read(byte[] bytes) {
        return FORMAT.read(bytes, RecentAlarmsFormat::read);
    }

    private static RecentAlarms read(DataInput in) throws IOException {
        Instant at = Instant.ofEpochMilli(in.readLong());
        boolean flood = in.readBoolean();
        Map<String, Instant> raised = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            raised.put(in.readUTF(), Instant.ofEpochMilli(in.readLong()));
        }
        return new RecentAlarms(raised, at, flood);
    }
}
