package org.vigie.analytics;

import java.io.DataInput;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vigie.platform.state.PositionalStateReader;

/** Reads the recent alarms that release 0.1.0 wrote by position. Times are in ms since 1970. */
final class PositionalRecentAlarms {
    private static final PositionalStateReader BYTES = new PositionalStateReader(AlertAnalytics.NAME, 1, 1);

    private PositionalRecentAlarms() {}

    static boolean isReadable(byte[] bytes) {
        return BYTES.isReadable(bytes);
    }

    static RecentAlarms read(String store, String key, byte[] bytes) {
        return BYTES.read(store, key, bytes, PositionalRecentAlarms::recent);
    }

    private static RecentAlarms recent(DataInput in) throws IOException {
        Instant at = Instant.ofEpochMilli(in.readLong());
        boolean flood = in.readBoolean();
        Map<String, Instant> raised = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            raised.put(in.readUTF(), Instant.ofEpochMilli(in.readLong()));
        }
        return new RecentAlarms(raised, at, flood);
    }
}
