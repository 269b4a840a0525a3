package org.vigie.alerts;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.AlertPart;
import org.vigie.alerts.state.AlertStateFormat;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;
import org.vigie.testing.story.WardStory;

/** Runs the topology in the test driver. After a simulated crash the next run gets the whole store or a part of it. */
final class AlertTopologyDriver implements AutoCloseable {
    static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);
    private static final String FLUSH_KEY = "\u0000flush";

    private final TopologyTestDriver driver;
    private final AvroSerdes serdes;
    private final RulesInForce rules;
    private final SecondOpinionProvider opinion;
    private long unreadFrom = Long.MAX_VALUE;
    private Optional<Instant> resumed = Optional.empty();
    private int halts;
    private final TestInputTopic<String, CleanObservation> clean;
    private final TestInputTopic<String, RejectedReading> rejected;
    private final TestInputTopic<String, AlarmCommandRecord> commands;
    private final TestInputTopic<String, RiskScore> scores;
    private final TestInputTopic<String, BedStays> stays;
    private final TestInputTopic<String, BedsideAlarm> monitors;
    private final TestOutputTopic<String, Alert> ledger;
    private final TestOutputTopic<String, Alert> current;
    private final TestOutputTopic<String, TriageAssessmentRecord> triage;
    private final TestOutputTopic<String, byte[]> changelog;
    private final AlertStateFormat format;

    AlertTopologyDriver() {
        this(AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow());
    }

    AlertTopologyDriver(AlarmRuleCatalogue rules) {
        this(RulesInForce.always(rules));
    }

    AlertTopologyDriver(RulesInForce rules) {
        this(serdes(), rules, SecondOpinionProvider.NONE);
    }

    AlertTopologyDriver(SecondOpinionProvider opinion) {
        this(
                serdes(),
                RulesInForce.always(AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow()),
                opinion);
    }

    /** Returns serdes whose registry gives the schemas the ids of the stored state of release 0.1.0. */
    static AvroSerdes serdes() {
        try {
            var registry = new MockSchemaRegistryClient();
            registry.register("alert", released("Alert-61c73cb01621efcd"), 1, 6);
            registry.register("triage", released("TriageAssessmentRecord-65344bd1a198fe3d"), 1, 5);
            return new AvroSerdes(registry);
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AvroSchema released(String name) throws IOException {
        try (InputStream schema = AlertStateFormat.class.getResourceAsStream("state/" + name + ".avsc")) {
            return new AvroSchema(new Schema.Parser().parse(schema));
        }
    }

    private AlertTopologyDriver(AvroSerdes serdes, RulesInForce rules, SecondOpinionProvider opinion) {
        this.serdes = serdes;
        this.rules = rules;
        this.opinion = opinion;
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert-streams-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                new AlertTopology(TOPICS, serdes, StayWatchConfig.defaults(), rules, opinion, new DrivenHorizon())
                        .build(),
                properties,
                WardStory.START);
        clean = input(TOPICS.observationsClean());
        rejected = input(TOPICS.observationsRejected());
        commands = input(TOPICS.commandsAlerts());
        scores = input(TOPICS.scoresSurvival());
        stays = input(TOPICS.staysCurrent());
        monitors = input(TOPICS.alarmsBedside());
        ledger = output(TOPICS.alertsLedger());
        current = output(TOPICS.alertsCurrent());
        triage = output(TOPICS.triageCurrent());
        changelog = driver.createOutputTopic(
                "alert-streams-test-" + AlertTaskFactory.STORE + "-changelog",
                new StringDeserializer(),
                new ByteArrayDeserializer());
        format = new AlertStateFormat(TOPICS, serdes);
    }

    /** Starts a new run with the restored {@code store}. Offsets begin at 0 again, as after a reset to the last commit. */
    AlertTopologyDriver restarted(Map<String, byte[]> restored) {
        return restarted(restored, rules);
    }

    /** Starts a new run with the restored store and another rule file. */
    AlertTopologyDriver restarted(Map<String, byte[]> restored, AlarmRuleCatalogue other) {
        return restarted(restored, RulesInForce.always(other));
    }

    private AlertTopologyDriver restarted(Map<String, byte[]> restored, RulesInForce other) {
        close();
        var next = new AlertTopologyDriver(serdes, other, opinion);
        restored.forEach((key, part) -> next.store().put(key, next.format.read(AlertTaskFactory.STORE, key, part)));
        return next;
    }

    /** Starts a new run with the store that a changelog holds. A flush without its last record is left out. */
    AlertTopologyDriver restartedFrom(List<KeyValue<String, byte[]>> changelog) {
        Map<String, byte[]> restored = new HashMap<>();
        Map<String, byte[]> flush = new HashMap<>();
        for (KeyValue<String, byte[]> record : changelog) {
            if (record.key.equals(FLUSH_KEY)) {
                restored.putAll(flush);
                flush.clear();
            } else if (record.value != null && record.value[0] == 0) {
                flush.put(record.key, Arrays.copyOfRange(record.value, 1, record.value.length));
            } else {
                restored.put(record.key, record.value);
            }
        }
        restored.values().removeIf(part -> part == null || part.length == 0);
        return restarted(restored);
    }

    /** Returns the records that the store wrote to its changelog since the last call. */
    List<KeyValue<String, byte[]>> changelog() {
        return changelog.readKeyValuesToList();
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    /** Leaves everything that is published from {@code time} on unread, by the wall clock, until {@link #readAll}. */
    AlertTopologyDriver readUpTo(Instant time) {
        unreadFrom = time.toEpochMilli();
        return this;
    }

    AlertTopologyDriver readAll() {
        unreadFrom = Long.MAX_VALUE;
        return this;
    }

    /** Makes this process one that has just gone on after a new halt, or no longer. */
    void afterHalt(boolean halted) {
        resumed = halted ? Optional.of(WardStory.START.plusSeconds(++halts)) : Optional.empty();
    }

    /** Gives the horizon that a test has set. */
    private final class DrivenHorizon implements ReadHorizon {
        @Override
        public long of(int clean, Set<Integer> raw, long now) {
            return Math.min(now, unreadFrom);
        }

        @Override
        public Optional<Instant> resumedAt() {
            return resumed;
        }
    }

    AlertTopologyDriver tell(List<CleanObservation> observations) {
        observations.forEach(each -> clean.pipeInput(each.getStay(), each));
        return this;
    }

    void tell(CleanObservation observation, Headers headers) {
        clean.pipeInput(new TestRecord<>(observation.getStay(), observation, headers));
    }

    AlertTopologyDriver tell(RejectedReading reading) {
        rejected.pipeInput(reading.getStay(), reading);
        return this;
    }

    /** Publishes a command. The broker appends it at the time of the command. */
    AlertTopologyDriver ask(AlarmCommandRecord command) {
        commands.pipeInput(command.getStay(), command, command.getAt());
        return this;
    }

    /** Publishes a score. The broker appends it at the time of the score. */
    AlertTopologyDriver tell(RiskScore score) {
        scores.pipeInput(score.getStay(), score, score.getScoredAt());
        return this;
    }

    /** Publishes a score, and lets the clock show that all readings before it are processed. */
    AlertTopologyDriver tellAndPass(RiskScore score) {
        tell(score).pass(Duration.ofSeconds(5));
        return this;
    }

    AlertTopologyDriver tell(BedStays bed) {
        stays.pipeInput(bed.getBed(), bed);
        return this;
    }

    AlertTopologyDriver tell(BedsideAlarm alarm) {
        monitors.pipeInput(alarm.getBed(), alarm);
        return this;
    }

    void pass(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
    }

    List<TestRecord<String, Alert>> ledgerRecords() {
        return ledger.readRecordsToList();
    }

    List<Alert> ledger() {
        return ledger.readValuesToList();
    }

    List<KeyValue<String, Alert>> current() {
        return current.readKeyValuesToList();
    }

    List<TriageAssessmentRecord> triage() {
        return triage.readValuesToList();
    }

    /** Returns the bytes of all parts of the store. */
    Map<String, byte[]> stored() {
        Map<String, byte[]> all = new HashMap<>();
        store().forEach("", (key, part) -> all.put(key, format.write(part)));
        return all;
    }

    @SuppressWarnings("unchecked")
    private StatePartStore<AlertPart> store() {
        return (StatePartStore<AlertPart>) driver.getStateStore(AlertTaskFactory.STORE);
    }

    /** Returns a stay on its bed; {@code until} is null while the patient is there. */
    static BedStays stays(String stay, String bed, Instant until) {
        BedStays stays = new WardStory().bed(bed, stay).stays();
        stays.getStays().get(0).setUntil(until);
        return stays;
    }

    static List<String> told(List<Alert> alerts) {
        List<String> told = new ArrayList<>();
        alerts.forEach(alert ->
                told.add(alert.getBed() + " " + alert.getRule() + " " + alert.getState() + " " + alert.getPriority()));
        return told;
    }

    @Override
    public void close() {
        driver.close();
    }
}
