package org.vigie.alerts;

import java.time.Instant;
import java.util.function.BiFunction;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.alerts.state.StayOutput;
import org.vigie.platform.tracing.TraceHeaders;
import org.vigie.schemas.Origin;

/**
 * Processes the records of one source in the step alert.
 *
 * @param <V> type of the records
 */
class AlertProcessor<V> implements Processor<String, V, String, StayOutput> {
    private final AlertTasks tasks;
    private final BiFunction<AlertTask, SourceRecord<V>, StayOutput> method;
    private ProcessorContext<String, StayOutput> context;
    private AlertTask task;

    /** @param method method of the step for this kind of record */
    AlertProcessor(AlertTasks tasks, BiFunction<AlertTask, SourceRecord<V>, StayOutput> method) {
        this.tasks = tasks;
        this.method = method;
    }

    @Override
    public void init(ProcessorContext<String, StayOutput> processorContext) {
        context = processorContext;
        task = tasks.join(processorContext);
    }

    @Override
    public void process(Record<String, V> record) {
        var source = new SourceRecord<>(
                record.key(),
                record.value(),
                origin(),
                Instant.ofEpochMilli(record.timestamp()),
                Instant.ofEpochMilli(context.currentSystemTimeMs()));
        task.useRulesAt(source.published());
        publish(
                record.key(),
                method.apply(task, source),
                new TraceHeaders(record.headers()).passedOn(record.timestamp()));
    }

    private Origin origin() {
        return context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), -1))
                .orElseThrow();
    }

    final ProcessorContext<String, StayOutput> context() {
        return context;
    }

    final AlertTask task() {
        return task;
    }

    /** Publishes what the passing of time alone has changed. */
    final void publish(String stay, StayOutput output) {
        publish(stay, output, new RecordHeaders());
    }

    private void publish(String stay, StayOutput output, Headers headers) {
        if (!output.isNothing()) {
            long now = context.currentSystemTimeMs();
            task.published(stay, output, now);
            context.forward(new Record<>(stay, output, now, headers));
        }
    }

    @Override
    public void close() {
        if (context != null) {
            tasks.close(context.taskId());
        }
    }
}
