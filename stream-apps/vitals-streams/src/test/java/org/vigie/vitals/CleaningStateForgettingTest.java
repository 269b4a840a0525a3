package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.testing.story.WardStory;

/** Tests what the memory of cleaning forgets, and when. */
class CleaningStateForgettingTest extends CleaningStateMemory {
    private static void settleAndDelete(CleaningStateStore memory) {
        memory.settle();
        memory.deleteOldMessages();
    }

    @Test
    void noMoreMessagesAreRememberedThanAllowed() {
        // given
        rememberMessages(0, 8, WardStory.START);
        settleAndDelete(stateStore);
        rememberMessages(8, 10, WardStory.START);

        // when
        settleAndDelete(stateStore);

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
        settleAndDelete(stateStore);

        // then
        assertThat(stored()).isEqualTo(9);
    }

    @Test
    void afterARestartTheOldestIsForgottenFirst() {
        // given
        rememberMessages(0, 12, WardStory.START);
        var restarted = new CleaningStateStore(store, SETTINGS);
        settleAndDelete(restarted);

        // when
        settleAndDelete(restarted);

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

        // then: a value that was measured hours ago is kept until it is settled
        assertThat(stored()).isEqualTo(1 + 1_080);

        // when
        bounded.settle();
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
        assertThat(stored()).isEqualTo(100);
        assertThat(narrow.history(newest, Set.of(WardStory.START.plusSeconds(3 * 3_600 - 10)))
                        .byInstant())
                .hasSize(1);
    }

    @Test
    void anInstantWhoseBytesAreDamagedIsForgottenLikeTheOthers() {
        // given
        var damaged = LoggedStateStore.ChangelogEntry.of(
                CleaningPartKey.instant("monitor", WardStory.START), new byte[] {9, 9, 9});
        StatePartStore<CleaningPart> restored = new LoggedStateStore(List.of(damaged)).parts();

        // when
        new StoredInstants(restored, SETTINGS).deleteOld(WardStory.START.plus(Duration.ofHours(3)), 1);

        // then
        assertThat(restored.size()).isZero();
    }

    @Test
    void instantsOfTheLastMinuteAreKeptHoweverMany() {
        // given
        var narrow = new CleaningStateStore(
                store, new CleaningMemoryConfig(Duration.ofMinutes(10), 3, Duration.ofHours(2), 2));
        for (int second = 0; second <= 100; second += 10) {
            Instant at = WardStory.START.plusSeconds(second);
            narrow.remember(raw(second, at), List.of(), new StoredDevice(second, at, DeviceChannels.SILENT));
            narrow.remember(raw(second, at), new InstantHistory(Map.of(at, List.of(said(at)))));
        }

        // when
        narrow.settle();
        narrow.deleteOldInstants();

        // then
        assertThat(stored()).isEqualTo(1 + 6);
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

    @Test
    void theChannelsOfASilentDeviceAreForgottenWithItAndNoOthers() {
        // given
        rememberLactate(stateStore, raw("REA/1", 0, WardStory.START), WardStory.START);
        Instant later = WardStory.START.plus(Duration.ofHours(73));
        rememberLactate(stateStore, raw("REA/2", 1, later), later);
        assertThat(stored()).isEqualTo(4);

        // when
        stateStore.deleteSilentDevices();

        // then
        assertThat(stored()).isEqualTo(2);
        assertThat(store.keys(CleaningPartKey.CHANNEL))
                .singleElement()
                .asString()
                .contains("REA/2");
    }

    private static void rememberLactate(CleaningStateStore memory, RawObservation raw, Instant at) {
        List<Reading> readings = List.of(new Reading("lactate", 1.2, "", "mmol/L", MeasurementStatus.VALID, at));
        DeviceChannels channels = ReadingCleaner.judge(readings, new ArrivalTimes(at, at), DeviceChannels.SILENT)
                .channels();
        memory.remember(raw, readings, new StoredDevice(0, at, channels));
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
        stateStore.settle();
        stateStore.deleteOldInstants();

        // then
        assertThat(stored()).isEqualTo(3);
        assertThat(stateStore.device(first)).isEqualTo(StoredDevice.SILENT);
        assertThat(stateStore.bed(first)).isEqualTo(StoredBed.SILENT);
        assertThat(stateStore.history(other, Set.of(later)).byInstant()).containsOnlyKeys(later);
        assertThat(stateStore.bed(other).offset()).isEqualTo(1);
    }
}
