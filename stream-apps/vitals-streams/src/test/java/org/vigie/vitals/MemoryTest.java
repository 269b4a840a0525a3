package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.runtime.VersionedBytes;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.Speaker;
import org.vigie.signal.channel.VariableSources;
import org.vigie.signal.clean.Arrival;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Cleaner;
import org.vigie.signal.clean.Judgement;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.SaidInstants;
import org.vigie.signal.clean.SaidInstants.Said;
import org.vigie.signal.clean.Seen.Fate;
import org.vigie.signal.clean.Seen.Told;
import org.vigie.signal.clean.Status;
import org.vigie.signal.identify.Identity;
import org.vigie.stories.Ward;

class MemoryTest {
    private static final MemorySettings SETTINGS = new MemorySettings(Duration.ofMinutes(10), 3);
    private static final Identity STAY = new Identity("stay-é", true);

    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("memory"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private Memory memory;

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        memory = new Memory(store, SETTINGS);
    }

    @Test
    void aMessageIsRememberedAsItWas() {
        var message = new RememberedMessage(
                0,
                Ward.START,
                STAY,
                List.of(Reason.NONE, Reason.RETRACTED),
                List.of(List.of(), List.of(7.1, 4.2)),
                List.of(Ward.START, Ward.START.minusSeconds(3)),
                List.of(false, true));

        memory.remember(raw(0, Ward.START), message);

        assertThat(memory.message(raw(0, Ward.START))).contains(message);
        assertThat(memory.message(raw(1, Ward.START))).isEmpty();
    }

    @Test
    void aDeviceIsRememberedAsItWas() {
        Reading reading = new Reading("hr", 80, "", "/min", Status.VALID, Ward.START, "MDC_DEV_ECG_VMD 1.6.1");
        var arrival = new Arrival(Ward.START, Ward.START);
        Channels channels =
                Cleaner.judge(List.of(reading), arrival, Channels.SILENT).channels();
        Channels heard = Cleaner.judge(
                        List.of(new Reading("spo2", 0, "", "%", Status.VALID, Ward.START)), arrival, channels)
                .channels();
        var device = new RememberedDevice(7, Ward.START, heard);

        memory.remember(raw(7, Ward.START), device);

        assertThat(memory.device(raw(9, Ward.START))).usingRecursiveComparison().isEqualTo(device);
    }

    @Test
    void aBedIsRememberedAsItWas() {
        // given
        var co2 = new SourceName("gate|box", "MDC_DEV_ANALY_AWAY_VMD 1.20.1.1");
        var speaker = new Speaker(co2, Ward.START, Duration.ofSeconds(1), Ward.START);
        var sources = new BedSources(Map.of(
                "rr", new VariableSources(List.of(speaker), Optional.of(co2)),
                "hr", new VariableSources(List.of(), Optional.empty())));
        var bed = new RememberedBed(7, Ward.START, sources);

        // when
        memory.remember(raw(7, Ward.START), bed);

        // then
        assertThat(memory.bed(raw(9, Ward.START))).isEqualTo(bed);
    }

    @Test
    void aDeviceOfBeforeChannelsIsReadAsItsOnlyChannel() throws IOException {
        // given: version 2, one channel of which one value was told
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(2);
        out.writeLong(7);
        out.writeLong(Ward.START.toEpochMilli());
        out.writeInt(1);
        out.writeUTF("hr");
        out.writeLong(Ward.START.toEpochMilli());
        out.writeLong(Ward.START.toEpochMilli());
        out.writeDouble(80);
        out.writeLong(Ward.START.toEpochMilli());
        out.writeDouble(80);
        out.writeByte(0);
        out.writeDouble(80);
        out.writeLong(Ward.START.toEpochMilli());
        out.writeByte(1);
        out.writeDouble(80);
        out.writeLong(Ward.START.toEpochMilli());
        out.writeByte('K');

        // when
        Channels channels = MemoryFormat.readDevice(bytes.toByteArray()).channels();

        // then: the same value once more is known
        assertThat(channels.byKey()).containsOnlyKeys(new ChannelKey("hr", ""));
        Reading again = new Reading("hr", 80, "", "/min", Status.VALID, Ward.START);
        assertThat(Cleaner.judge(List.of(again), new Arrival(Ward.START, Ward.START), channels)
                        .reasons())
                .containsExactly(Reason.DUPLICATE);
    }

    @Test
    void noMoreMessagesAreRememberedThanAllowed() {
        rememberMessages(0, 8, Ward.START);
        memory.forgetMessages();
        rememberMessages(8, 10, Ward.START);

        memory.forgetMessages();

        assertThat(stored()).isEqualTo(3);
        assertThat(memory.message(raw(6, Ward.START))).isEmpty();
        assertThat(memory.message(raw(7, Ward.START))).isPresent();
    }

    @Test
    void whatWasTakenInSinceTheLastCallIsNotForgottenHoweverOldOrMany() {
        rememberMessages(0, 8, Ward.START);
        rememberMessages(8, 9, Ward.START.plus(Duration.ofHours(1)));

        memory.forgetMessages();

        assertThat(stored()).isEqualTo(9);
    }

    @Test
    void afterARestartTheOldestIsForgottenFirst() {
        rememberMessages(0, 12, Ward.START);
        var restarted = new Memory(store, SETTINGS);
        restarted.forgetMessages();

        restarted.forgetMessages();

        assertThat(stored()).isEqualTo(3);
        assertThat(restarted.message(raw(11, Ward.START))).isPresent();
        assertThat(restarted.message(raw(2, Ward.START))).isEmpty();
    }

    @Test
    void instantsAreForgottenAfterTheirHorizonAndTheOldestEarlierWhereThereAreTooMany() {
        var settings = new MemorySettings(Duration.ofMinutes(10), 3, Duration.ofHours(2), 1_000);
        var bounded = new Memory(store, settings);
        for (int second = 0; second < 3 * 3_600; second += 10) {
            Instant at = Ward.START.plusSeconds(second);
            Raw raw = raw(second, at);
            bounded.remember(raw, new RememberedDevice(second, at, Channels.SILENT));
            bounded.remember(raw, new SaidInstants(Map.of(at, List.of(said(at)))));
        }

        bounded.forgetInstants();

        assertThat(stored()).isEqualTo(1 + 720);
        Raw newest = raw(0, Ward.START);
        Instant kept = Ward.START.plusSeconds(2 * 3_600);
        assertThat(bounded.said(newest, Set.of(kept, Ward.START)).byInstant()).containsOnlyKeys(kept);
        new Memory(store, settings).forgetInstants();
        assertThat(stored()).isEqualTo(721);

        var narrow = new Memory(store, new MemorySettings(Duration.ofMinutes(10), 3, Duration.ofHours(2), 100));
        narrow.remember(newest, new RememberedDevice(9, Ward.START.plusSeconds(3 * 3_600), Channels.SILENT));
        narrow.forgetInstants();
        assertThat(stored()).isBetween(40L, 100L);
    }

    private static Said said(Instant at) {
        return new Said(new ChannelKey("hr", ""), new Told(80, at, Fate.KEPT));
    }

    @Test
    void aDeviceThatIsSilentForThreeDaysIsForgotten() {
        memory.remember(raw(0, Ward.START), new RememberedDevice(0, Ward.START, Channels.SILENT));
        Instant later = Ward.START.plus(Duration.ofHours(73));
        Raw other = new Raw(
                Observation.newBuilder(raw(1, later).observation())
                        .setDevice("other")
                        .build(),
                new Origin("raw", 0, 1L, -1),
                later);
        memory.remember(other, new RememberedDevice(1, later, Channels.SILENT));

        memory.forgetDevices();

        assertThat(stored()).isEqualTo(1);
        assertThat(memory.device(other).offset()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "A3", "REA/1", "device"})
    void aBedThatIsSilentForThreeDaysIsForgottenHoweverShortItsName(String bed) {
        // given
        Raw first = raw(bed, 0, Ward.START);
        memory.remember(first, new RememberedDevice(0, Ward.START, Channels.SILENT));
        memory.remember(first, new SaidInstants(Map.of(Ward.START, List.of(said(Ward.START)))));
        memory.remember(first, new RememberedBed(0, Ward.START, BedSources.NONE));
        Instant later = Ward.START.plus(Duration.ofHours(73));
        Raw other = raw("REA/2", 1, later);
        memory.remember(other, new RememberedDevice(1, later, Channels.SILENT));
        memory.remember(other, new SaidInstants(Map.of(later, List.of(said(later)))));
        memory.remember(other, new RememberedBed(1, later, BedSources.NONE));

        // when
        memory.forgetDevices();

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(memory.device(first)).isEqualTo(RememberedDevice.SILENT);
        assertThat(memory.bed(first)).isEqualTo(RememberedBed.SILENT);
        assertThat(memory.said(other, Set.of(later)).byInstant()).containsOnlyKeys(later);
        assertThat(memory.bed(other).offset()).isEqualTo(1);
    }

    @Test
    void aFormatOfAnotherVersionIsNamed() {
        assertThatThrownBy(() -> MemoryFormat.readMessage(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("MEMORY_UNREADABLE: format must be 5, was 9");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void whatAVersionBeforeRememberedOfAMessageIsRead(int version) {
        byte[] old = new VersionedBytes(version, "test").write(out -> {
            out.writeLong(5);
            out.writeLong(Ward.START.toEpochMilli());
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

        assertThat(MemoryFormat.readMessage(old))
                .isEqualTo(new RememberedMessage(
                        5,
                        Ward.START,
                        STAY,
                        List.of(Reason.RETRACTED),
                        List.of(List.of(7.1)),
                        List.of(),
                        List.of(true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whatAVersionBeforeRememberedOfADeviceIsReadAndItsFutureHidesNothing(int version) {
        byte[] old = new VersionedBytes(version, "test").write(out -> {
            out.writeLong(5);
            out.writeLong(Ward.START.toEpochMilli());
            out.writeInt(1);
            out.writeUTF("hr");
            if (version == 3) {
                out.writeUTF("");
            }
            out.writeLong(Ward.START.plusSeconds(240).toEpochMilli());
            out.writeLong(Ward.START.toEpochMilli());
            out.writeDouble(80);
            out.writeLong(Ward.START.toEpochMilli());
            out.writeDouble(80);
            out.writeByte(0);
            out.writeDouble(80);
            out.writeLong(Ward.START.toEpochMilli());
            out.writeByte(1);
            out.writeDouble(80);
            out.writeLong(Ward.START.plusSeconds(240).toEpochMilli());
            out.writeByte('K');
        });
        Channels channels = MemoryFormat.readDevice(old).channels();
        Instant next = Ward.START.plusSeconds(1);

        Judgement judged = Cleaner.judge(
                List.of(new Reading("hr", 81, "", "/min", Status.VALID, next)), new Arrival(next, next), channels);

        assertThat(judged.reasons()).containsExactly(Reason.NONE);
    }

    @Test
    void aMemoryThatIsCutShortIsNamed() {
        byte[] whole = MemoryFormat.write(new RememberedMessage(
                0, Ward.START, STAY, List.of(Reason.NONE), List.of(List.of()), List.of(), List.of(true)));

        assertThatThrownBy(() -> MemoryFormat.readMessage(Arrays.copyOf(whole, whole.length - 1)))
                .hasMessageStartingWith("MEMORY_UNREADABLE: cut short");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void aDeviceOfVersion4WhoseValuesAreCountedInOneByteIsNamedAsUnreadable(int told) {
        byte[] old = new VersionedBytes(4, "test").write(out -> {
            out.writeLong(5);
            out.writeLong(Ward.START.toEpochMilli());
            out.write(new byte[16 * Long.BYTES]);
            out.writeInt(1);
            out.writeUTF("hr");
            out.writeUTF("");
            out.writeLong(Ward.START.toEpochMilli());
            out.writeDouble(80);
            out.writeLong(Ward.START.toEpochMilli());
            out.writeDouble(80);
            out.writeByte(0);
            out.writeDouble(80);
            out.writeLong(Ward.START.toEpochMilli());
            out.writeByte(told);
            for (int index = 0; index < told; index++) {
                out.writeDouble(80);
                out.writeLong(Ward.START.toEpochMilli());
                out.writeByte('K');
            }
        });

        assertThatThrownBy(() -> MemoryFormat.readDevice(old)).hasMessageStartingWith("MEMORY_UNREADABLE: cut short");
    }

    private void rememberMessages(int from, int until, Instant publishedAt) {
        for (int offset = from; offset < until; offset++) {
            memory.remember(
                    raw(offset, publishedAt),
                    new RememberedMessage(
                            offset,
                            publishedAt,
                            STAY,
                            List.of(Reason.NONE),
                            List.of(List.of()),
                            List.of(),
                            List.of(true)));
        }
    }

    private long stored() {
        return store.approximateNumEntries();
    }

    private static Raw raw(int offset, Instant publishedAt) {
        return raw("REA/1", offset, publishedAt);
    }

    private static Raw raw(String bed, int offset, Instant publishedAt) {
        Observation said = Observation.newBuilder()
                .setSource("test")
                .setDevice("monitor")
                .setBed(bed)
                .setMessageId(Integer.toString(offset))
                .setSequence(offset)
                .setDeviceTime(Ward.START)
                .setReceivedTime(Ward.START)
                .setReadings(List.of())
                .build();
        return new Raw(said, new Origin("raw", 0, (long) offset, -1), publishedAt);
    }
}
