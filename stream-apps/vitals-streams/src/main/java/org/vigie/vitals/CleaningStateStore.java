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
 * Stores the cleaning state of one task: its newest messages with their verdicts, its devices, instants and beds.
 *
 * <p>All are in one store and hence in one changelog partition, which keeps their order. A device that is restored after a crash therefore
 * comes with every message that changed it.
 */
final class CleaningStateStore {
    /**
     * Time for which a silent device is kept. It equals the time for which a window accepts late readings, so that a device's charted
     * values are still known when it returns.
     */
    private static final Duration DEVICE_HORIZON = HourlyGrid.TAKES_LATE;

    /** Shortest time for which instants are kept, because values of the last minute may still become suspect. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Number of digits of the milliseconds of any instant in a record. */
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

    /** Key of a stored message with the data that decides when it is deleted. */
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

    /** Stores a message. It is stored before the device, so that no device contains a message that is missing. */
    void remember(RawObservation raw, StoredMessage message) {
        String key = messageKey(raw);
        store.put(key, CleaningStateFormat.write(message));
        messages.addLast(new StoredMessageKey(key, message.offset(), message.publishedAt()));
    }

    void remember(RawObservation raw, StoredDevice device) {
        store.put(deviceKey(raw), CleaningStateFormat.write(device));
        newest = device.publishedAt();
    }

    /** Returns the values that a device reported for the instants of a message. */
    InstantHistory history(RawObservation raw, Set<Instant> instants) {
        Map<Instant, List<ChannelReport>> reports = new HashMap<>();
        for (Instant at : instants) {
            byte[] bytes = store.get(instantKey(device(raw.observation()), at));
            if (bytes != null) {
                reports.put(at, CleaningStateFormat.readReports(at, bytes));
            }
        }
        return reports.isEmpty() ? InstantHistory.NOTHING : new InstantHistory(reports);
    }

    /** Stores the values of instants. They are stored after the device: if they are lost in a crash, everything later is lost too. */
    void remember(RawObservation raw, InstantHistory history) {
        history.byInstant()
                .forEach((at, reports) ->
                        store.put(instantKey(device(raw.observation()), at), CleaningStateFormat.write(reports)));
    }

    /** Deletes instants before the horizon, or newer ones too when there are too many. */
    void deleteOldInstants() {
        if (newest.equals(Instant.MIN)) {
            return;
        }
        Duration kept = settings.seconds();
        deleteOldInstants(newest.minus(kept));
        while (isTooMany() && kept.compareTo(SHORTEST) > 0) {
            kept = kept.dividedBy(2);
            deleteOldInstants(newest.minus(kept));
        }
    }

    private boolean isTooMany() {
        return store.approximateNumEntries() - messages.size() > settings.instants();
    }

    private void deleteOldInstants(Instant before) {
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

    /** Stores a bed. It is stored after the device, for the same reason. */
    void remember(RawObservation raw, StoredBed bed) {
        store.put(bedKey(raw), CleaningStateFormat.write(bed));
    }

    /**
     * Deletes the oldest messages beyond the horizon. It keeps every message that was added since the previous call, because its offset may
     * not be committed yet.
     */
    void deleteOldMessages() {
        while (!messages.isEmpty() && mayBeDeleted(messages.peekFirst())) {
            store.delete(messages.removeFirst().key());
        }
        settled = messages.isEmpty() ? settled : messages.peekLast().offset();
    }

    /** Deletes devices with their instants, and beds, that have sent nothing for three days. */
    void deleteSilentDevices() {
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
        devices.forEach(this::deleteInstantsOf);
        beds.forEach(store::delete);
    }

    private void deleteInstantsOf(String deviceKey) {
        List<String> keys = new ArrayList<>();
        each(INSTANT + deviceKey.substring(DEVICE.length()) + SEPARATOR, (key, bytes) -> keys.add(key));
        keys.forEach(store::delete);
    }

    private boolean mayBeDeleted(StoredMessageKey message) {
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

    /**
     * Returns the key of a message. It contains the device time, so that a gateway that restarts its numbering at 1 sends no duplicates.
     */
    private static String messageKey(RawObservation raw) {
        Observation observation = raw.observation();
        return MESSAGE
                + observation.getSource()
                + SEPARATOR
                + observation.getMessageId()
                + SEPARATOR
                + observation.getDeviceTime().toEpochMilli();
    }

    private static String bedKey(RawObservation raw) {
        return BED + raw.observation().getBed();
    }

    private static String deviceKey(RawObservation raw) {
        return DEVICE + device(raw.observation());
    }

    private static String device(Observation observation) {
        return observation.getBed() + SEPARATOR + observation.getSource() + SEPARATOR + observation.getDevice();
    }

    /** Returns the key of an instant. The instants of one device are sorted by time. */
    private static String instantKey(String device, Instant at) {
        String millis = Long.toString(Math.max(0, at.toEpochMilli()));
        return INSTANT + device + SEPARATOR + "0".repeat(DIGITS - millis.length()) + millis;
    }
}
