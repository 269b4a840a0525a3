package org.vigie.vitals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.Task.TaskType;
import org.apache.kafka.streams.processor.internals.metrics.StreamsMetricsImpl;
import org.vigie.platform.state.StatePartStore;
import org.vigie.platform.state.StatePartStoreBuilder;

/** The cleaning state without a broker: it keeps its changelog, and it begins with a part of another one. */
final class LoggedStateStore {
    private final StatePartStore<CleaningPart> parts =
            new StatePartStoreBuilder<>(CleanStep.MEMORY, new CleaningStateFormat()).build();
    private final List<ChangelogEntry> changelog = new ArrayList<>();
    private final StreamsMetricsImpl metrics = new StreamsMetricsImpl(new Metrics(), "test", Time.SYSTEM);

    /** One record of the changelog. */
    record ChangelogEntry(byte[] key, byte[] value) {
        static ChangelogEntry of(String key, byte[] value) {
            return new ChangelogEntry(key.getBytes(StandardCharsets.UTF_8), value);
        }
    }

    LoggedStateStore(List<ChangelogEntry> restored) {
        parts.init(context(restored), parts);
    }

    StatePartStore<CleaningPart> parts() {
        return parts;
    }

    /** Returns all records since the start, the oldest first. */
    List<ChangelogEntry> changelog() {
        return List.copyOf(changelog);
    }

    /** Returns all parts by key. */
    Map<String, CleaningPart> content() {
        Map<String, CleaningPart> content = new TreeMap<>();
        parts.forEach("", (key, part) -> content.put(key, copy(part)));
        return content;
    }

    private static CleaningPart copy(CleaningPart part) {
        if (part instanceof StoredDevice device) {
            return device.copy();
        }
        return part instanceof StoredBed bed ? bed.copy() : part;
    }

    private InternalProcessorContext<?, ?> context(List<ChangelogEntry> restored) {
        return (InternalProcessorContext<?, ?>) Proxy.newProxyInstance(
                LoggedStateStore.class.getClassLoader(),
                new Class<?>[] {InternalProcessorContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "register" -> {
                        var restore = (StateRestoreCallback) arguments[1];
                        restored.forEach(record -> restore.restore(record.key(), record.value()));
                        yield null;
                    }
                    case "logChange" ->
                        changelog.add(new ChangelogEntry(((Bytes) arguments[1]).get(), (byte[]) arguments[2]));
                    case "metrics" -> metrics;
                    case "taskId" -> new TaskId(0, 0);
                    case "currentSystemTimeMs" -> 0L;
                    case "taskType" -> TaskType.ACTIVE;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
