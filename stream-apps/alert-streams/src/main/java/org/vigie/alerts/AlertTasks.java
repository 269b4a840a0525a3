package org.vigie.alerts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Gives the processors of one Streams task, one for each source, the same {@link AlertTask}. */
final class AlertTasks {
    private final Function<ProcessorContext<?, ?>, AlertTask> factory;
    private final Map<TaskId, AlertTask> tasks = new ConcurrentHashMap<>();

    AlertTasks(Function<ProcessorContext<?, ?>, AlertTask> factory) {
        this.factory = factory;
    }

    /** Returns the task of a processor that begins. */
    AlertTask join(ProcessorContext<?, ?> context) {
        return tasks.computeIfAbsent(context.taskId(), id -> factory.apply(context));
    }

    /** Forgets a task whose processors close. */
    void close(TaskId id) {
        tasks.remove(id);
    }
}
