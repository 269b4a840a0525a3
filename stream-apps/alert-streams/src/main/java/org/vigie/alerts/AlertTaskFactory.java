package org.vigie.alerts;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayEvaluators;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.AlertStateStore;
import org.vigie.alerts.sweep.StayDirectory;
import org.vigie.alerts.sweep.StaySweeper;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/** Creates the step alert of one Streams task. */
record AlertTaskFactory(
        TopicCatalogue topics,
        AvroSerdes serdes,
        StayWatchConfig settings,
        RulesInForce rules,
        SecondOpinionProvider opinion,
        ReadHorizon readHorizon) {
    /** Name of the store with the state of each stay and the output of each record. */
    static final String STORE = "memory";

    AlertTask create(ProcessorContext<?, ?> context) {
        var stateStore = new AlertStateStore(context.getStateStore(STORE));
        var directory = new StayDirectory(topics, serdes);
        StayEvaluators evaluators = evaluators(directory);
        int partition = context.taskId().partition();
        var sweeper = new StaySweeper(
                settings, evaluators, directory, stateStore, (raw, now) -> readHorizon.of(partition, raw, now));
        return new AlertTask(
                stateStore,
                evaluators.records(),
                evaluators.risks(),
                sweeper,
                new HaltedSweepFilter(readHorizon),
                () -> refresh(directory, context));
    }

    private StayEvaluators evaluators(StayDirectory directory) {
        return StayEvaluators.of(
                settings,
                rules,
                state -> opinion.assess(
                        state.detection().vitals(),
                        directory.patient(state.stay()),
                        state.detection().clock()));
    }

    private static void refresh(StayDirectory directory, ProcessorContext<?, ?> context) {
        directory.refresh(context.getStateStore(StayDirectory.STORE));
    }
}
