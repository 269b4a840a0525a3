package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.Observation;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.signal.window.HourlyGrid;

/**
 * What one task remembers: its newest messages with their verdicts, and its devices. Both lie in one store, hence in one changelog
 * partition, which keeps their order: a device that is found again after a crash brings every message that made it.
 */
final class CleaningStateStore {
    /** As long as a window takes late readings, so that what a silent device charted is known when it comes again. */
    private static final Duration DEVICE_HORIZON = HourlyGrid.TAKES_LATE;

    /** Whatever must be forgotten: what came in the last minute may still be in doubt. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Of the milliseconds of any instant that a record can hold. */
    private static final int DIGITS = 19;

    private static final String SEPARATOR = "\u001f";
    private static final String MESSAGE = "message" + SEPARATOR;
    private static final String BED = "bed" + SEPARATOR;
    private static final String DEVICE = "device" + SEPARATOR;
    private static final String INSTANT = "instant" + SEPARATOR;

    private final KeyValueStore<String, byte[]> store;
    private final CleaningMemoryConfig settings;
    private final Deque<StoredMessageKey> messages;
    private Instant newest = Instant.MIN;
    private long settled = -1;

    CleaningStateStore(KeyValueStore<String, byte[]> store, CleaningMemoryConfig settings) {
        this.store = store;
        this.settings = settings;
        this.messages = storedMessages();
    }

    private record StoredMessageKey(String key, long offset, Instant publishedAt) {}

    Optional<StoredMessage> message(RawObservation raw) {
        return Optional.ofNullable(store.get(messageKey(raw))).map(CleaningStateFormat::readMessage);
    }

    StoredDevice device(RawObservation raw) {
        return Optional.ofNullable(store.get(deviceKey(raw)))
                .map(CleaningStateFormat::readDevice)
                .orElse(StoredDevice.SILENT);
    }

    StoredBed bed(RawObservation raw) {
        return Optional.ofNullable(store.get(bedKey(raw)))
                .map(CleaningStateFormat::readBed)
                .orElse(StoredBed.SILENT);
    }

    /** Before the device, so that no device is ever ahead of its messages. */
    void remember(RawObservation raw, StoredMessage message) {
        String key = messageKey(raw);
        store.put(key, CleaningStateFormat.write(message));
        messages.addLast(new StoredMessageKey(key, message.offset(), message.publishedAt()));
    }

    void remember(RawObservation raw, StoredDevice device) {
        store.put(deviceKey(raw), CleaningStateFormat.write(device));
        newest = device.publishedAt();
    }

    /** What a device said of the instants that a message speaks of. */
    InstantHistory said(RawObservation raw, Set<Instant> instants) {
        Map<Instant, List<ChannelReport>> said = new HashMap<>();
        for (Instant at : instants) {
            byte[] bytes = store.get(instantKey(device(raw.observation()), at));
            if (bytes != null) {
                said.put(at, CleaningStateFormat.readSaid(at, bytes));
            }
        }
        return said.isEmpty() ? InstantHistory.NOTHING : new InstantHistory(said);
    }

    /** After the device: where this was lost in a crash, nothing of what came later is there. */
    void remember(RawObservation raw, InstantHistory said) {
        said.byInstant()
                .forEach((at, words) ->
                        store.put(instantKey(device(raw.observation()), at), CleaningStateFormat.write(words)));
    }

    /** Forgets what was said of instants before the horizon, or before less where there are too many. */
    void forgetInstants() {
        if (newest.equals(Instant.MIN)) {
            return;
        }
        Duration kept = settings.seconds();
        forgetInstants(newest.minus(kept));
        while (isTooMany() && kept.compareTo(SHORTEST) > 0) {
            kept = kept.dividedBy(2);
            forgetInstants(newest.minus(kept));
        }
    }

    private boolean isTooMany() {
        return store.approximateNumEntries() - messages.size() > settings.instants();
    }

    private void forgetInstants(Instant before) {
        List<String> devices = new ArrayList<>();
        each(DEVICE, (key, bytes) -> devices.add(key.substring(DEVICE.length())));
        List<String> old = new ArrayList<>();
        for (String device : devices) {
            try (var entries = store.range(instantKey(device, Instant.EPOCH), instantKey(device, before))) {
                entries.forEachRemaining(entry -> old.add(entry.key));
            }
        }
        old.forEach(store::delete);
    }

    /** After the device, for the same reason. */
    void remember(RawObservation raw, StoredBed bed) {
        store.put(bedKey(raw), CleaningStateFormat.write(bed));
    }

    /**
     * Forgets the oldest messages beyond the horizon, never one that was taken in since the call before this: by then its offset is
     * committed and it cannot be played again.
     */
    void forgetMessages() {
        while (!messages.isEmpty() && isForgettable(messages.peekFirst())) {
            store.delete(messages.removeFirst().key());
        }
        settled = messages.isEmpty() ? settled : messages.peekLast().offset();
    }

    /** Forgets devices, with what they said of instants, and beds, that have said nothing for three days. */
    void forgetDevices() {
        List<String> devices = new ArrayList<>();
        each(DEVICE, (key, bytes) -> {
            if (isSilent(CleaningStateFormat.readDevice(bytes).publishedAt())) {
                devices.add(key);
            }
        });
        List<String> beds = new ArrayList<>();
        each(BED, (key, bytes) -> {
            if (isSilent(CleaningStateFormat.readBed(bytes).publishedAt())) {
                beds.add(key);
            }
        });
        devices.forEach(store::delete);
        devices.forEach(this::forgetInstantsOf);
        beds.forEach(store::delete);
    }

    private void forgetInstantsOf(String deviceKey) {
        List<String> keys = new ArrayList<>();
        each(INSTANT + deviceKey.substring(DEVICE.length()) + SEPARATOR, (key, bytes) -> keys.add(key));
        keys.forEach(store::delete);
    }

    private boolean isForgettable(StoredMessageKey message) {
        boolean old =
                message.publishedAt().isBefore(messages.peekLast().publishedAt().minus(settings.horizon()));
        return message.offset() <= settled && (old || messages.size() > settings.messages());
    }

    private boolean isSilent(Instant publishedAt) {
        return publishedAt.plus(DEVICE_HORIZON).isBefore(newest);
    }

    private Deque<StoredMessageKey> storedMessages() {
        List<StoredMessageKey> stored = new ArrayList<>();
        each(MESSAGE, (key, bytes) -> {
            StoredMessage message = CleaningStateFormat.readMessage(bytes);
            stored.add(new StoredMessageKey(key, message.offset(), message.publishedAt()));
        });
        stored.sort(Comparator.comparingLong(StoredMessageKey::offset));
        return new ArrayDeque<>(stored);
    }

    private void each(String prefix, BiConsumer<String, byte[]> taker) {
        try (var entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> taker.accept(entry.key, entry.value));
        }
    }

    /** With the device time: a gateway that counts its messages from 1 again after a restart sends new ones, not duplicates. */
    private static String messageKey(RawObservation raw) {
        Observation said = raw.observation();
        return MESSAGE
                + said.getSource()
                + SEPARATOR
                + said.getMessageId()
                + SEPARATOR
                + said.getDeviceTime().toEpochMilli();
    }

    private static String bedKey(RawObservation raw) {
        return BED + raw.observation().getBed();
    }

    private static String deviceKey(RawObservation raw) {
        return DEVICE + device(raw.observation());
    }

    private static String device(Observation said) {
        return said.getBed() + SEPARATOR + said.getSource() + SEPARATOR + said.getDevice();
    }

    /** Instants of one device lie in their order. */
    private static String instantKey(String device, Instant at) {
        String millis = Long.toString(Math.max(0, at.toEpochMilli()));
        return INSTANT + device + SEPARATOR + "0".repeat(DIGITS - millis.length()) + millis;
    }
}
