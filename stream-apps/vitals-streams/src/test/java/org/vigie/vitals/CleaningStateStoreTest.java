package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.state.StatePartStore;
import org.vigie.platform.state.UnreadableStateException;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceActivity;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.VariableSources;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.testing.story.WardStory;

/** Tests that the cleaning state is written, read and deleted as specified. */
class CleaningStateStoreTest {
    private static final CleaningMemoryConfig SETTINGS = new CleaningMemoryConfig(Duration.ofMinutes(10), 3);
    private static final StayAssignment STAY = new StayAssignment("stay-é", true);
    private static final StoredVerdict KEPT = new StoredVerdict(CleaningReason.NONE, List.of(), null, true);

    private final LoggedStateStore logged = new LoggedStateStore(List.of());
    private final StatePartStore<CleaningPart> store = logged.parts();
    private final CleaningStateStore stateStore = new CleaningStateStore(store, SETTINGS);

    @Test
    void aMessageIsRememberedAsItWas() {
        // given
        var message = new StoredMessage(
                0,
                WardStory.START,
                STAY,
                List.of(
                        new StoredVerdict(CleaningReason.NONE, List.of(), WardStory.START, false),
                        new StoredVerdict(
                                CleaningReason.RETRACTED, List.of(7.1, 4.2), WardStory.START.minusSeconds(3), true)));

        // when
        stateStore.remember(raw(0, WardStory.START), message);

        // then
        assertThat(stateStore.message(raw(0, WardStory.START))).contains(message);
        assertThat(stateStore.message(raw(1, WardStory.START))).isEmpty();
    }

    @Test
    void aDeviceIsRememberedAsItWas() {
        // given
        Reading reading =
                new Reading("hr", 80, "", "/min", MeasurementStatus.VALID, WardStory.START, "MDC_DEV_ECG_VMD 1.6.1");
        var arrival = new ArrivalTimes(WardStory.START, WardStory.START);
        DeviceChannels channels = ReadingCleaner.judge(List.of(reading), arrival, DeviceChannels.SILENT)
                .channels();
        DeviceChannels heard = ReadingCleaner.judge(
                        List.of(new Reading("spo2", 0, "", "%", MeasurementStatus.VALID, WardStory.START)),
                        arrival,
                        channels)
                .channels();
        var device = new StoredDevice(7, WardStory.START, heard);

        // when
        stateStore.remember(raw(7, WardStory.START), List.of(), device);

        // then
        assertThat(stateStore.device(raw(9, WardStory.START)))
                .usingRecursiveComparison()
                .isEqualTo(device);
    }

    @Test
    void aBedIsRememberedAsItWas() {
        // given
        var co2 = new SourceName("gate|box", "MDC_DEV_ANALY_AWAY_VMD 1.20.1.1");
        var activity = new SourceActivity(co2, WardStory.START, Duration.ofSeconds(1), WardStory.START);
        var sources = new BedSources(Map.of(
                "rr", new VariableSources(List.of(activity), Optional.of(co2)),
                "hr", new VariableSources(List.of(), Optional.empty())));
        var bed = new StoredBed(7, WardStory.START, sources);

        // when
        stateStore.remember(raw(7, WardStory.START), bed);

        // then
        assertThat(stateStore.bed(raw(9, WardStory.START))).isEqualTo(bed);
    }

    @Test
    void aDeviceOfBeforeChannelsIsReadAsItsOnlyChannel() throws IOException {
        // given: version 2, one channel with one reported value
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(2);
        out.writeLong(7);
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeInt(1);
        out.writeUTF("hr");
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeDouble(80);
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeDouble(80);
        out.writeByte(0);
        out.writeDouble(80);
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeByte(1);
        out.writeDouble(80);
        out.writeLong(WardStory.START.toEpochMilli());
        out.writeByte('K');

        // when
        DeviceChannels channels = PositionalCleaningState.readDevice("device", bytes.toByteArray())
                .channels();

        // then: the same value once more is known
        assertThat(channels.byKey()).containsOnlyKeys(new ChannelKey("hr", ""));
        Reading again = new Reading("hr", 80, "", "/min", MeasurementStatus.VALID, WardStory.START);
        assertThat(ReadingCleaner.judge(List.of(again), new ArrivalTimes(WardStory.START, WardStory.START), channels)
                        .reasons())
                .containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void noMoreMessagesAreRememberedThanAllowed() {
        // given
        rememberMessages(0, 8, WardStory.START);
        stateStore.deleteOldMessages();
        rememberMessages(8, 10, WardStory.START);

        // when
        stateStore.deleteOldMessages();

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(stateStore.message(raw(6, WardStory.START))).isEmpty();
        assertThat(stateStore.message(raw(7, WardStory.START))).isPresent();
    }

    @Test
    void whatWasTakenInSinceTheLastCallIsNotForgottenHoweverOldOrMany() {
        // given
        rememberMessages(0, 8, WardStory.START);
        rememberMessages(8, 9, WardStory.START.plus(Duration.ofHours(1)));

        // when
        stateStore.deleteOldMessages();

        // then
        assertThat(stored()).isEqualTo(9);
    }

    @Test
    void afterARestartTheOldestIsForgottenFirst() {
        // given
        rememberMessages(0, 12, WardStory.START);
        var restarted = new CleaningStateStore(store, SETTINGS);
        restarted.deleteOldMessages();

        // when
        restarted.deleteOldMessages();

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(restarted.message(raw(11, WardStory.START))).isPresent();
        assertThat(restarted.message(raw(2, WardStory.START))).isEmpty();
    }

    @Test
    void instantsAreForgottenAfterTheirHorizonAndTheOldestEarlierWhereThereAreTooMany() {
        // given
        var settings = new CleaningMemoryConfig(Duration.ofMinutes(10), 3, Duration.ofHours(2), 1_000);
        var bounded = new CleaningStateStore(store, settings);
        for (int second = 0; second < 3 * 3_600; second += 10) {
            Instant at = WardStory.START.plusSeconds(second);
            RawObservation raw = raw(second, at);
            bounded.remember(raw, List.of(), new StoredDevice(second, at, DeviceChannels.SILENT));
            bounded.remember(raw, new InstantHistory(Map.of(at, List.of(said(at)))));
        }

        // when
        bounded.deleteOldInstants();

        // then
        assertThat(stored()).isEqualTo(1 + 720);
        RawObservation newest = raw(0, WardStory.START);
        Instant kept = WardStory.START.plusSeconds(2 * 3_600);
        assertThat(bounded.history(newest, Set.of(kept, WardStory.START)).byInstant())
                .containsOnlyKeys(kept);

        // when
        new CleaningStateStore(store, settings).deleteOldInstants();

        // then
        assertThat(stored()).isEqualTo(721);

        // when
        var narrow = new CleaningStateStore(
                store, new CleaningMemoryConfig(Duration.ofMinutes(10), 3, Duration.ofHours(2), 100));
        narrow.remember(
                newest, List.of(), new StoredDevice(9, WardStory.START.plusSeconds(3 * 3_600), DeviceChannels.SILENT));
        narrow.deleteOldInstants();

        // then
        assertThat(stored()).isBetween(40L, 100L);
    }

    private static ChannelReport said(Instant at) {
        return new ChannelReport(new ChannelKey("hr", ""), new ReportedValue(80, at, ValueDisposition.KEPT));
    }

    @Test
    void aDeviceThatIsSilentForThreeDaysIsForgotten() {
        // given
        stateStore.remember(
                raw(0, WardStory.START), List.of(), new StoredDevice(0, WardStory.START, DeviceChannels.SILENT));
        Instant later = WardStory.START.plus(Duration.ofHours(73));
        RawObservation other = new RawObservation(
                Observation.newBuilder(raw(1, later).observation())
                        .setDevice("other")
                        .build(),
                new Origin("raw", 0, 1L, -1),
                later);
        stateStore.remember(other, List.of(), new StoredDevice(1, later, DeviceChannels.SILENT));

        // when
        stateStore.deleteSilentDevices();

        // then
        assertThat(stored()).isEqualTo(1);
        assertThat(stateStore.device(other).offset()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "A3", "REA/1", "device"})
    void aBedThatIsSilentForThreeDaysIsForgottenHoweverShortItsName(String bed) {
        // given
        RawObservation first = raw(bed, 0, WardStory.START);
        stateStore.remember(first, List.of(), new StoredDevice(0, WardStory.START, DeviceChannels.SILENT));
        stateStore.remember(first, new InstantHistory(Map.of(WardStory.START, List.of(said(WardStory.START)))));
        stateStore.remember(first, new StoredBed(0, WardStory.START, BedSources.NONE));
        Instant later = WardStory.START.plus(Duration.ofHours(73));
        RawObservation other = raw("REA/2", 1, later);
        stateStore.remember(other, List.of(), new StoredDevice(1, later, DeviceChannels.SILENT));
        stateStore.remember(other, new InstantHistory(Map.of(later, List.of(said(later)))));
        stateStore.remember(other, new StoredBed(1, later, BedSources.NONE));

        // when
        stateStore.deleteSilentDevices();

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(stateStore.device(first)).isEqualTo(StoredDevice.SILENT);
        assertThat(stateStore.bed(first)).isEqualTo(StoredBed.SILENT);
        assertThat(stateStore.history(other, Set.of(later)).byInstant()).containsOnlyKeys(later);
        assertThat(stateStore.bed(other).offset()).isEqualTo(1);
    }

    @Test
    void bytesOfNoKnownReleaseAreNamedWithTheirPlace() {
        // given
        byte[] unknown = {9};

        // when
        var read = assertThatThrownBy(
                () -> new CleaningStateFormat().read(CleanStep.MEMORY, "message\u001ftest\u001f1", unknown));

        // then
        read.isInstanceOf(UnreadableStateException.class)
                .hasMessageStartingWith(
                        "MEMORY_UNREADABLE: vitals-streams, store memory, key message|test|1, schema none");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void whatAVersionBeforeRememberedOfAMessageIsRead(int version) {
        // given
        byte[] old = positional(version, out -> {
            out.writeLong(5);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeUTF("stay-é");
            out.writeBoolean(true);
            out.writeInt(1);
            out.writeUTF("RETRACTED");
            out.writeByte(1);
            out.writeDouble(7.1);
            if (version == 4) {
                out.writeInt(0);
            }
        });

        // when, then
        assertThat(PositionalCleaningState.readMessage("message", old))
                .isEqualTo(new StoredMessage(
                        5,
                        WardStory.START,
                        STAY,
                        List.of(new StoredVerdict(CleaningReason.RETRACTED, List.of(7.1), null, true))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whatAVersionBeforeRememberedOfADeviceIsReadAndItsFutureHidesNothing(int version) {
        // given
        byte[] old = positional(version, out -> {
            out.writeLong(5);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeInt(1);
            out.writeUTF("hr");
            if (version == 3) {
                out.writeUTF("");
            }
            out.writeLong(WardStory.START.plusSeconds(240).toEpochMilli());
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeDouble(80);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeDouble(80);
            out.writeByte(0);
            out.writeDouble(80);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeByte(1);
            out.writeDouble(80);
            out.writeLong(WardStory.START.plusSeconds(240).toEpochMilli());
            out.writeByte('K');
        });
        DeviceChannels channels =
                PositionalCleaningState.readDevice("device", old).channels();
        Instant next = WardStory.START.plusSeconds(1);

        // when
        CleaningResult judged = ReadingCleaner.judge(
                List.of(new Reading("hr", 81, "", "/min", MeasurementStatus.VALID, next)),
                new ArrivalTimes(next, next),
                channels);

        // then
        assertThat(judged.reasons()).containsExactly(CleaningReason.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void aDeviceOfVersion4WhoseValuesAreCountedInOneByteIsNamedAsUnreadable(int told) {
        // given
        byte[] old = positional(4, out -> {
            out.writeLong(5);
            out.writeLong(WardStory.START.toEpochMilli());
            out.write(new byte[16 * Long.BYTES]);
            out.writeInt(1);
            out.writeUTF("hr");
            out.writeUTF("");
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeDouble(80);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeDouble(80);
            out.writeByte(0);
            out.writeDouble(80);
            out.writeLong(WardStory.START.toEpochMilli());
            out.writeByte(told);
            for (int index = 0; index < told; index++) {
                out.writeDouble(80);
                out.writeLong(WardStory.START.toEpochMilli());
                out.writeByte('K');
            }
        });

        // when, then
        assertThatThrownBy(() -> PositionalCleaningState.readDevice("device", old))
                .hasMessageContaining("store memory, key device, schema version 4: the bytes are cut short");
    }

    /** Writes the fields of a part. */
    private interface FieldWriter {
        void write(DataOutput out) throws IOException;
    }

    /** Returns a part as release 0.1.0 wrote it: its version, then the fields. */
    private static byte[] positional(int version, FieldWriter fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void rememberMessages(int from, int until, Instant publishedAt) {
        for (int offset = from; offset < until; offset++) {
            stateStore.remember(raw(offset, publishedAt), new StoredMessage(offset, publishedAt, STAY, List.of(KEPT)));
        }
    }

    private long stored() {
        return store.size();
    }

    private static RawObservation raw(int offset, Instant publishedAt) {
        return raw("REA/1", offset, publishedAt);
    }

    private static RawObservation raw(String bed, int offset, Instant publishedAt) {
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
