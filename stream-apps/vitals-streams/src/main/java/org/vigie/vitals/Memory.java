package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.Observation;

/**
 * What one task remembers: its newest messages with their verdicts, and its devices. Both lie in one store, hence in one changelog
 * partition, which keeps their order: a device that is found again after a crash brings every message that made it.
 */
final class Memory {
    /** As long as a window takes late readings, so that what a silent device charted is known when it comes again. */
    private static final Duration DEVICE_HORIZON = Duration.ofDays(3);

    private static final String SEPARATOR = "\u001f";
    private static final String MESSAGE = "message" + SEPARATOR;
    private static final String DEVICE = "device" + SEPARATOR;

    private final KeyValueStore<String, byte[]> store;
    private final MemorySettings settings;
    private final Deque<Remembered> messages;
    private Instant newest = Instant.MIN;
    private long settled = -1;

    Memory(KeyValueStore<String, byte[]> store, MemorySettings settings) {
        this.store = store;
        this.settings = settings;
        this.messages = storedMessages();
    }

    private record Remembered(String key, long offset, Instant publishedAt) {}

    Optional<RememberedMessage> message(Raw raw) {
        return Optional.ofNullable(store.get(messageKey(raw))).map(MemoryFormat::readMessage);
    }

    RememberedDevice device(Raw raw) {
        return Optional.ofNullable(store.get(deviceKey(raw)))
                .map(MemoryFormat::readDevice)
                .orElse(RememberedDevice.SILENT);
    }

    /** Before the device, so that no device is ever ahead of its messages. */
    void remember(Raw raw, RememberedMessage message) {
        String key = messageKey(raw);
        store.put(key, MemoryFormat.write(message));
        messages.addLast(new Remembered(key, message.offset(), message.publishedAt()));
    }

    void remember(Raw raw, RememberedDevice device) {
        store.put(deviceKey(raw), MemoryFormat.write(device));
        newest = device.publishedAt();
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

    /** Forgets devices that have said nothing for three days. */
    void forgetDevices() {
        List<String> silent = new ArrayList<>();
        each(DEVICE, (key, bytes) -> {
            if (isSilent(MemoryFormat.readDevice(bytes))) {
                silent.add(key);
            }
        });
        silent.forEach(store::delete);
    }

    private boolean isForgettable(Remembered message) {
        boolean old =
                message.publishedAt().isBefore(messages.peekLast().publishedAt().minus(settings.horizon()));
        return message.offset() <= settled && (old || messages.size() > settings.messages());
    }

    private boolean isSilent(RememberedDevice device) {
        return device.publishedAt().plus(DEVICE_HORIZON).isBefore(newest);
    }

    private Deque<Remembered> storedMessages() {
        List<Remembered> stored = new ArrayList<>();
        each(MESSAGE, (key, bytes) -> {
            RememberedMessage message = MemoryFormat.readMessage(bytes);
            stored.add(new Remembered(key, message.offset(), message.publishedAt()));
        });
        stored.sort(Comparator.comparingLong(Remembered::offset));
        return new ArrayDeque<>(stored);
    }

    private void each(String prefix, BiConsumer<String, byte[]> taker) {
        try (var entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> taker.accept(entry.key, entry.value));
        }
    }

    /** With the device time: a gateway that counts its messages from 1 again after a restart sends new ones, not duplicates. */
    private static String messageKey(Raw raw) {
        Observation said = raw.observation();
        return MESSAGE
                + said.getSource()
                + SEPARATOR
                + said.getMessageId()
                + SEPARATOR
                + said.getDeviceTime().toEpochMilli();
    }

    private static String deviceKey(Raw raw) {
        Observation said = raw.observation();
        return DEVICE + said.getBed() + SEPARATOR + said.getSource() + SEPARATOR + said.getDevice();
    }
}
