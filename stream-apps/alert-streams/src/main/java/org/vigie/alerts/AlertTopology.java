package org.vigie.alerts;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import org.vigie.platform.topology.TopologySteps;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Builds the topology that computes early warning, alarms and triage of each stay.
 * <pre>
 * observations.clean -----+--- alert ---+--&gt; alerts.ledger
 * observations.rejected --+      ^      +--&gt; alerts.current
 * scores.survival --------+      |      +--&gt; triage.current
 * commands.alerts --------+      |
 * stays.current -----------------+
 * </pre>
 * <p>The four upper topics have the stay as key and the same number of partitions, so that one task sees all records of a stay. The stays on each bed have the bed as key and are known to every task. Early warning, alarms and triage use the same current vitals and are one step.
 */
public final class AlertTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final TopologySteps steps;
    private final StayWatchConfig settings;

    private final AlarmRuleCatalogue rules;
    private final SecondOpinionProvider opinion;
    private final ReadHorizon readHorizon;

    /** Creates the topology with the shipped rules and without a triage model. Every published reading counts as processed at once. */
    public AlertTopology(TopicCatalogue topics, AvroSerdes serdes, StayWatchConfig settings) {
        this(topics, serdes, settings, AlarmRuleCatalogue.adultIcu(), SecondOpinionProvider.NONE, ReadHorizon.NOW);
    }

    AlertTopology(
            TopicCatalogue topics,
            AvroSerdes serdes,
            StayWatchConfig settings,
            AlarmRuleCatalogue rules,
            SecondOpinionProvider opinion,
            ReadHorizon readHorizon) {
        this.topics = topics;
        this.serdes = serdes;
        this.steps = new TopologySteps(builder, serdes);
        this.settings = settings;
        this.rules = rules;
        this.opinion = opinion;
        this.readHorizon = readHorizon;
    }

    public Topology build() {
        readStays();
        var records = read(topics.observationsClean())
                .merge(faultsIn(read(topics.observationsRejected())), Named.as("with-faults"))
                .merge(read(topics.scoresSurvival()), Named.as("with-scores"))
                .merge(read(topics.commandsAlerts()), Named.as("with-commands"));
        var outcomes = alert(records);
        steps.send(ledgerIn(outcomes), topics.alertsLedger());
        steps.send(currentIn(outcomes), topics.alertsCurrent());
        steps.send(triageIn(outcomes), topics.triageCurrent());
        return builder.build();
    }

    /** Reads the stays as bytes, because a global store cannot quarantine an unreadable record. */
    private void readStays() {
        var topic = topics.staysCurrent();
        builder.globalTable(
                topic.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(steps.stepName(topic)),
                Materialized.as(Stores.inMemoryKeyValueStore(StayDirectory.STORE)));
    }

    private <V extends SpecificRecord> KStream<String, SpecificRecord> read(Topic<V> topic) {
        return steps.read(topic).mapValues(SpecificRecord.class::cast, Named.as(steps.stepName(topic) + "-told"));
    }

    /** Selects readings of known stays that were rejected because of an equipment fault. */
    private static KStream<String, SpecificRecord> faultsIn(KStream<String, SpecificRecord> rejected) {
        return rejected.filter(
                (stay, reading) -> EquipmentFaultFilter.isOne((RejectedReading) reading), Named.as("faults"));
    }

    private KStream<String, StayOutput> alert(KStream<String, SpecificRecord> records) {
        steps.addStore(AlertStep.MEMORY, Serdes.ByteArray());
        var format = new StayOutputFormat(topics, serdes);
        return records.process(
                () -> new AlertStep(settings, rules, opinion, format, new StayDirectory(topics, serdes), readHorizon),
                Named.as("alert"),
                AlertStep.MEMORY);
    }

    private static KStream<String, Alert> ledgerIn(KStream<String, StayOutput> outcomes) {
        return outcomes.flatMapValues(StayOutput::ledger, Named.as("ledger"));
    }

    private static KStream<String, Alert> currentIn(KStream<String, StayOutput> outcomes) {
        return outcomes.flatMapValues(StayOutput::current, Named.as("current"))
                .selectKey((stay, alert) -> alert.getAlert(), Named.as("by-alert"));
    }

    private static KStream<String, TriageAssessmentRecord> triageIn(KStream<String, StayOutput> outcomes) {
        return outcomes.flatMapValues(StayOutput::triage, Named.as("triage"));
    }
}
