package org.vigie.vitals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.testing.story.WardStory;

/** Remembers messages, devices and beds, and restarts. */
abstract class CleaningStateMemory {
    static final CleaningMemoryConfig SETTINGS = new CleaningMemoryConfig(Duration.ofMinutes(10), 3);

    static final StayAssignment STAY = new StayAssignment("stay-é", true);

    static final StoredVerdict KEPT = new StoredVerdict(CleaningReason.NONE, List.of(), null, true);

    final LoggedStateStore logged = new LoggedStateStore(List.of());

    final StatePartStore<CleaningPart> store = logged.parts();

    final CleaningStateStore stateStore = new CleaningStateStore(store, SETTINGS);

    static ChannelReport said(Instant at) {
        return new ChannelReport(new ChannelKey("hr", ""), new ReportedValue(80, at, ValueDisposition.KEPT));
    }

    /** Writes the fields of a part. */
    interface FieldWriter {
        void write(DataOutput out) throws IOException;
    }

    /** Returns a part as release 0.1.0 wrote it: its version, then the fields. */
    static byte[] positional(int version, FieldWriter fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void rememberMessages(int from, int until, Instant publishedAt) {
        for (int offset = from; offset < until; offset++) {
            stateStore.remember(raw(offset, publishedAt), new StoredMessage(offset, publishedAt, STAY, List.of(KEPT)));
        }
    }

    long stored() {
        return store.size();
    }

    static RawObservation raw(int offset, Instant publishedAt) {
        return raw("REA/1", offset, publishedAt);
    }

    static RawObservation raw(String bed, int offset, Instant publishedAt) {
        Observation said = Observation.newBuilder()
                .setSource("test")
                .setDevice("monitor")
                .setBed(bed)
                .setMessageId(Integer.toString(offset))
                .setSequence(offset)
                .setDeviceTime(WardStory.START)
                .setReceivedTime(WardStory.START)
                .setReadings(List.of())
                .build();
        return new RawObservation(said, new Origin("raw", 0, (long) offset, -1), publishedAt);
    }
}
