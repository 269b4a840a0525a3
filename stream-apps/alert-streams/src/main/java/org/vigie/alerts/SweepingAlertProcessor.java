package org.vigie.alerts;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.StayOutput;
import org.vigie.schemas.CleanObservation;

/** Processes the observations, and checks all stays of the task at regular intervals. */
final class SweepingAlertProcessor extends AlertProcessor<CleanObservation> {
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);
    private static final Duration DELETE_INTERVAL = Duration.ofMinutes(1);

    private final StayWatchConfig settings;

    SweepingAlertProcessor(AlertTasks tasks, StayWatchConfig settings) {
        super(tasks, AlertTask::observation);
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, StayOutput> processorContext) {
        super.init(processorContext);
        context().schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        context().schedule(DELETE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::deleteOldOutputs);
    }

    private void sweep(long now) {
        task().sweep(now, this::publish);
    }

    private void deleteOldOutputs(long now) {
        task().deleteOutputs(now - settings.recall().toMillis());
    }
}
