package org.vigie.alerts;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.monitor.MonitorLedgerStep;
import org.vigie.alerts.record.EquipmentFaultFilter;
import org.vigie.alerts.state.AlertStateFormat;
import org.vigie.alerts.state.StayOutput;
import org.vigie.alerts.sweep.StayDirectory;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.platform.topology.TopologySteps;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/**
 * Builds the topology that computes early warning, alarms and triage of each stay.
 * <pre>
 * observations.clean ------------- alert-observations -+--+--&gt; alerts.ledger
 * observations.rejected - faults - alert-faults -------+  +--&gt; alerts.current
 * scores.survival ---------------- alert-scores -------+  +--&gt; triage.current
 * commands.alerts ---------------- alert-commands -----+
 * stays.current -----------------------^ (all four)
 * alarms.bedside ----------------- monitor-alarms --------&gt; alerts.ledger
 * </pre>
 * <p>The four upper topics have the stay as key and the same number of partitions, so that one task sees all records of a stay. The four
 * processors of a task share one store. The stays on each bed have the bed as key and are known to every task.
 */
public final class AlertTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final TopologySteps steps;
    private final StayWatchConfig settings;
    private final AlertTasks tasks;
    private int staysOfPart = SweepingAlertProcessor.STAYS_OF_PART;

    /** Creates the topology with the shipped rules and without a triage model. Every published reading counts as processed at once. */
    public AlertTopology(TopicCatalogue topics, AvroSerdes serdes, StayWatchConfig settings) {
        this(topics, serdes, settings, AlarmRuleCatalogue.adultIcu());
    }

    /** Creates the topology with other rules and without a triage model. Every published reading counts as processed at once. */
    public AlertTopology(TopicCatalogue topics, AvroSerdes serdes, StayWatchConfig settings, AlarmRuleCatalogue rules) {
        this(topics, serdes, settings, RulesInForce.always(rules), SecondOpinionProvider.NONE, ReadHorizon.NOW);
    }

    /**
     * Creates the topology.
     *
     * @param rules by the append time of each record, and by the wall clock for what only a clock shows
     * @param opinion second opinion of a triage model
     * @param readHorizon instant up to which all published readings are processed
     */
    public AlertTopology(
            TopicCatalogue topics,
            AvroSerdes serdes,
            StayWatchConfig settings,
            RulesInForce rules,
            SecondOpinionProvider opinion,
            ReadHorizon readHorizon) {
        this.topics = topics;
        this.serdes = serdes;
        this.steps = new TopologySteps(builder, serdes);
        this.settings = settings;
        var factory = new AlertTaskFactory(topics, serdes, settings, rules, opinion, readHorizon);
        this.tasks = new AlertTasks(factory::create);
    }

    public Topology build() {
        readStays();
        steps.addStore(AlertTaskFactory.STORE, new AlertStateFormat(topics, serdes));
        var output = observations()
                .merge(faults(), Named.as("with-faults"))
                .merge(scores(), Named.as("with-scores"))
                .merge(commands(), Named.as("with-commands"));
        steps.send(ledgerIn(output).merge(monitorAlarms(), Named.as("with-monitors")), topics.alertsLedger());
        steps.send(currentIn(output), topics.alertsCurrent());
        steps.send(triageIn(output), topics.triageCurrent());
        return builder.build();
    }

    /**
     * Builds the same topology without changelogs, for a run whose state need not outlive the process. Nobody waits for its records, so that
     * it checks all stays at once.
     */
    public Topology buildWithoutChangelogs() {
        staysOfPart = Integer.MAX_VALUE;
        steps.withoutChangelogs();
        return build();
    }

    /** Reads the stays as bytes, because a global store cannot quarantine an unreadable record. */
    private void readStays() {
        var topic = topics.staysCurrent();
        builder.globalTable(
                topic.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(steps.stepName(topic)),
                Materialized.as(Stores.inMemoryKeyValueStore(StayDirectory.STORE)));
    }

    private KStream<String, StayOutput> observations() {
        return alert(
                steps.read(topics.observationsClean()),
                "alert-observations",
                () -> new SweepingAlertProcessor(tasks, settings, staysOfPart));
    }

    /** Processes the readings of known stays that were rejected because of an equipment fault. */
    private KStream<String, StayOutput> faults() {
        var faults = steps.read(topics.observationsRejected())
                .filter((stay, reading) -> EquipmentFaultFilter.isOne(reading), Named.as("faults"));
        return alert(faults, "alert-faults", () -> new AlertProcessor<>(tasks, AlertTask::fault));
    }

    private KStream<String, StayOutput> scores() {
        return alert(
                steps.read(topics.scoresSurvival()),
                "alert-scores",
                () -> new AlertProcessor<>(tasks, AlertTask::score));
    }

    private KStream<String, StayOutput> commands() {
        return alert(
                steps.read(topics.commandsAlerts()),
                "alert-commands",
                () -> new AlertProcessor<>(tasks, AlertTask::command));
    }

    /** Records the monitors' own alarms in the ledger, in the order in which each bed's gateway sent them. */
    private KStream<String, Alert> monitorAlarms() {
        steps.addStore(MonitorLedgerStep.STORE, serdes.of(topics.alertsLedger()));
        return steps.read(topics.alarmsBedside())
                .process(
                        () -> new MonitorLedgerStep(topics, serdes, new MonitorAlarmRule(settings.monitorSilence())),
                        Named.as("monitor-alarms"),
                        MonitorLedgerStep.STORE);
    }

    private static <V> KStream<String, StayOutput> alert(
            KStream<String, V> records, String name, ProcessorSupplier<String, V, String, StayOutput> processor) {
        return records.process(processor, Named.as(name), AlertTaskFactory.STORE);
    }

    private static KStream<String, Alert> ledgerIn(KStream<String, StayOutput> output) {
        return output.flatMapValues(StayOutput::ledger, Named.as("ledger"));
    }

    private static KStream<String, Alert> currentIn(KStream<String, StayOutput> output) {
        return output.flatMapValues(StayOutput::current, Named.as("current"))
                .selectKey((stay, alert) -> alert.getAlert(), Named.as("by-alert"));
    }

    private static KStream<String, TriageAssessmentRecord> triageIn(KStream<String, StayOutput> output) {
        return output.flatMapValues(StayOutput::triage, Named.as("triage"));
    }
}
