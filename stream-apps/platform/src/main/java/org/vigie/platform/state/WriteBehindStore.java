package org.vigie.platform.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.Task.TaskType;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Implements a {@link StatePartStore} whose changelog is written before each commit.
 *
 * <p>Kafka Streams flushes a store before a commit only if the store is a {@link CachedStateStore}. That interface and the context's
 * {@code logChange} are internal to Kafka Streams, as no public interface offers either. They are used here only.
 */
final class WriteBehindStore<V> implements StatePartStore<V>, CachedStateStore<String, V> {
    private final String name;
    private final boolean logged;
    private final StatePartTable<V> table;
    private @Nullable InternalProcessorContext<?, ?> task;
    private @Nullable StoreSizeMetric size;
    private boolean open;

    WriteBehindStore(String name, StateFormat<V> format, boolean logged) {
        this.name = name;
        this.logged = logged;
        this.table = new StatePartTable<>(name, format);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        if (logged) {
            var internal = (InternalProcessorContext<?, ?>) context;
            task = internal;
            table.writeTo((key, value) -> write(internal, key, value));
            size = StoreSizeMetric.of(this, internal);
        }
        context.register(root, (key, value) -> table.restore(new String(key, StandardCharsets.UTF_8), value));
        open = true;
    }

    private void write(InternalProcessorContext<?, ?> context, String key, byte @Nullable [] value) {
        context.logChange(
                name,
                Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)),
                value,
                wallClock(context),
                Position.emptyPosition());
    }

    /** Returns the wall-clock time. A task without a record since its restoration has no time yet, but may flush. */
    private static long wallClock(InternalProcessorContext<?, ?> context) {
        long time = context.currentSystemTimeMs();
        return time < 0 ? System.currentTimeMillis() : time;
    }

    @Override
    public @Nullable V get(String key) {
        return table.get(key);
    }

    @Override
    public void put(String key, V part) {
        table.put(key, part);
    }

    @Override
    public boolean contains(String key) {
        return table.contains(key);
    }

    @Override
    public void delete(String key) {
        table.delete(key);
    }

    @Override
    public void putNow(String key, V part) {
        table.putNow(key, part);
    }

    @Override
    public void deleteNow(String key) {
        table.deleteNow(key);
    }

    @Override
    public List<String> keys(String prefix) {
        return table.keys(prefix);
    }

    @Override
    public List<String> keys(String from, String to) {
        return table.keys(from, to);
    }

    @Override
    public void forEach(String prefix, BiConsumer<String, V> taker) {
        table.forEach(prefix, taker);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void flush() {
        flushCache();
    }

    @Override
    public void flushCache() {
        if (!isStandby()) {
            table.flush();
        }
    }

    /** Returns whether the task is a standby copy, which takes its state from the changelog and writes nothing. */
    private boolean isStandby() {
        return task != null && task.taskType() == TaskType.STANDBY;
    }

    @Override
    public void clearCache() {
        // The parts in memory are the state and not a copy of it.
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void close() {
        open = false;
        StoreSizeMetric.close(size);
        table.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
