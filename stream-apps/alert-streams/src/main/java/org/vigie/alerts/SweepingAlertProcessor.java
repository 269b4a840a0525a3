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
    /** Time from one part of a sweep to the next. Records are processed meanwhile. */
    private static final Duration PART_INTERVAL = Duration.ofMillis(100);

    /** Stays that a part of a sweep checks, in some milliseconds. */
    static final int STAYS_OF_PART = 32;

    private final StayWatchConfig settings;
    private final int staysOfPart;

    /** @param staysOfPart number of stays that are checked at once */
    SweepingAlertProcessor(AlertTasks tasks, StayWatchConfig settings, int staysOfPart) {
        super(tasks, AlertTask::observation);
        this.settings = settings;
        this.staysOfPart = staysOfPart;
    }

    @Override
    public void init(ProcessorContext<String, StayOutput> processorContext) {
        super.init(processorContext);
        context().schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        context().schedule(PART_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweepOn);
        context().schedule(DELETE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::deleteOldOutputs);
    }

    private void sweep(long now) {
        task().sweep(now, staysOfPart, this::publish);
    }

    private void sweepOn(long now) {
        task().sweepOn(now, staysOfPart, this::publish);
    }

    private void deleteOldOutputs(long now) {
        task().deleteOutputs(now - settings.recall().toMillis());
    }
}
