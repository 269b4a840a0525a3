package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.vitals.state.ChannelReportRecord;
import org.vigie.vitals.state.InstantStateRecord;

/** Writes and reads the streamed values of one instant. The key holds the instant. */
final class InstantStateCodec {
    private final StateRecordCodec<InstantStateRecord> codec;

    InstantStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(InstantStateRecord.class, InstantStateRecord.getClassSchema(), released);
    }

    byte[] write(StoredInstant instant) {
        List<ChannelReportRecord> reports = new ArrayList<>(instant.reports().size());
        for (ChannelReport report : instant.reports()) {
            reports.add(new ChannelReportRecord(
                    report.key().variable(),
                    report.key().channel(),
                    report.value().value(),
                    ChannelStateCodec.DISPOSITION.toRecord(report.value().disposition())));
        }
        return codec.write(new InstantStateRecord(reports));
    }

    StoredInstant read(String store, String key, byte[] bytes) {
        Instant at = CleaningPartKey.instantIn(key);
        return new StoredInstant(
                at,
                codec.read(store, key, bytes).getReports().stream()
                        .map(report -> report(report, at))
                        .toList());
    }

    private static ChannelReport report(ChannelReportRecord stored, Instant at) {
        return new ChannelReport(
                new ChannelKey(stored.getVariable(), stored.getChannel()),
                new ReportedValue(
                        stored.getValue(), at, ChannelStateCodec.DISPOSITION.toRule(stored.getDisposition())));
    }
}
