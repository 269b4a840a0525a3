package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.state.UnreadableStateException;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceActivity;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.VariableSources;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.testing.story.WardStory;

/** Tests that the cleaning state is written, read and deleted as specified. */
class CleaningStateStoreTest extends CleaningStateMemory {
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
}
