package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.vigie.platform.state.StatePartStore;

/** Stores messages at once and deletes them in the order of their offsets. */
final class StoredMessages {
    private final StatePartStore<CleaningPart> parts;
    private final CleaningMemoryConfig settings;
    private final Deque<StoredMessageKey> inOrder;
    private long settled = -1;
    private long settling = -1;

    StoredMessages(StatePartStore<CleaningPart> parts, CleaningMemoryConfig settings) {
        this.parts = parts;
        this.settings = settings;
        this.inOrder = stored();
    }

    /** Holds the key of a stored message with the data that decides when it is deleted. */
    private record StoredMessageKey(String key, long offset, Instant publishedAt) {}

    void put(String key, StoredMessage message) {
        parts.putNow(key, message);
        inOrder.addLast(new StoredMessageKey(key, message.offset(), message.publishedAt()));
    }

    int size() {
        return inOrder.size();
    }

    /**
     * Lets those messages be deleted that were added before the previous call. A later one is kept, because its offset may not be committed
     * yet.
     */
    void settle() {
        settled = settling;
        settling = inOrder.isEmpty() ? settling : inOrder.peekLast().offset();
    }

    /** Deletes the oldest settled messages beyond the horizon. */
    void deleteOld() {
        while (!inOrder.isEmpty() && mayBeDeleted(inOrder.peekFirst())) {
            parts.deleteNow(inOrder.removeFirst().key());
        }
    }

    private boolean mayBeDeleted(StoredMessageKey message) {
        boolean old =
                message.publishedAt().isBefore(inOrder.peekLast().publishedAt().minus(settings.horizon()));
        return message.offset() <= settled && (old || inOrder.size() > settings.messages());
    }

    private Deque<StoredMessageKey> stored() {
        List<StoredMessageKey> stored = new ArrayList<>();
        parts.forEach(CleaningPartKey.MESSAGE, (key, part) -> {
            var message = (StoredMessage) part;
            stored.add(new StoredMessageKey(key, message.offset(), message.publishedAt()));
        });
        stored.sort(Comparator.comparingLong(StoredMessageKey::offset));
        return new ArrayDeque<>(stored);
    }
}
