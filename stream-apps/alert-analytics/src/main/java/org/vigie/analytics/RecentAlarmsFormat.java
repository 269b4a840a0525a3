package org.vigie.analytics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vigie.analytics.state.RecentAlarmsStateRecord;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateFormat;
import org.vigie.platform.state.StateRecordCodec;

/** Writes and reads the recent alarms of a unit for the state store. */
final class RecentAlarmsFormat implements StateFormat<RecentAlarms> {
    /** Every state schema that alert-analytics has released. */
    static final ReleasedStateSchemas SCHEMAS = ReleasedStateSchemas.of(AlertAnalytics.NAME, RecentAlarmsFormat.class);

    private final StateRecordCodec<RecentAlarmsStateRecord> codec =
            new StateRecordCodec<>(RecentAlarmsStateRecord.class, RecentAlarmsStateRecord.getClassSchema(), SCHEMAS);

    @Override
    public byte[] write(RecentAlarms recent) {
        Map<String, Long> raised = new HashMap<>();
        recent.raised().forEach((alert, at) -> raised.put(alert, at.toEpochMilli()));
        return codec.write(new RecentAlarmsStateRecord(recent.at().toEpochMilli(), recent.flood(), raised));
    }

    /** Reads recent alarms. Those that release 0.1.0 wrote by position are read too. */
    @Override
    public RecentAlarms read(String store, String key, byte[] bytes) {
        if (PositionalRecentAlarms.isReadable(bytes)) {
            return PositionalRecentAlarms.read(store, key, bytes);
        }
        RecentAlarmsStateRecord stored = codec.read(store, key, bytes);
        Map<String, Instant> raised = new HashMap<>();
        stored.getRaised().forEach((alert, at) -> raised.put(alert, Instant.ofEpochMilli(at)));
        return new RecentAlarms(raised, Instant.ofEpochMilli(stored.getAt()), stored.getFlood());
    }
}
