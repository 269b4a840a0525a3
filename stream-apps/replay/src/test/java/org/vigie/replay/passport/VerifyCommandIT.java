package org.vigie.replay.passport;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.UnitScope;
import org.vigie.access.login.ApiTokens;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicReader;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.trial.AlertReplay;
import org.vigie.replay.ward.WindowSamples;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Verifies alerts and scores that a real broker recorded. */
@ExtendWith(EmbeddedKafkaExtension.class)
class VerifyCommandIT {
    private static final String STAY = "stay-1";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KafkaConnectionConfig kafka;
    private TopicCatalogue topics;

    @BeforeEach
    void createTopics(KafkaTestNamespace namespace) {
        kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        topics = kafka.topics();
        namespace.kafka().createTopics(topics);
    }

    @Test
    void anAlertThatIsComputedAgainFromItsInputsIsTheSame() throws Exception {
        // given
        record(ledger());

        // when
        int code = run("alert", STAY);

        // then
        assertThat(code).as(out + " " + err).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString()).contains("SAME ", "rules adult-icu-3", "inputs: ");
        assertThat(audited()).containsExactly("READ_PATIENT " + STAY);
    }

    @Test
    void aTokenOfAnotherUnitOrOfARoleWithoutPatientsComputesNothingAgain(@TempDir Path access) throws Exception {
        // given
        record(ledger());
        var tokens = new ApiTokens(access.resolve("tokens"));
        tokens.own("cardiologist", AccessRole.PHYSICIAN, UnitScope.of("CARDIO"));
        tokens.own("study", AccessRole.ANALYST);

        // when
        int otherUnit = run("alert", STAY, "--access", "" + access, "--token-file", access + "/tokens/cardiologist");
        int otherRole = run("alert", STAY, "--access", "" + access, "--token-file", access + "/tokens/study");

        // then
        assertThat(List.of(otherUnit, otherRole)).containsOnly(CommandRunner.COULD_NOT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "verify alert: READ_PATIENT is refused: this user has no access to this unit",
                        "verify alert: READ_PATIENT is refused: the role of this user may not do this");
        assertThat(audited()).containsExactly("READ_PATIENT " + STAY, "READ_PATIENT " + STAY);
    }

    @Test
    void anAlertThatWasWrittenOtherwiseDiffersInItsFirstField() throws Exception {
        // given
        List<Alert> entries = ledger();
        entries.get(0).setValue(12.0);
        entries.get(0).setHash(LedgerEntryHash.of(entries.get(0)));
        record(entries);

        // when
        int code = run("alert", entries.get(0).getAlert());

        // then
        assertThat(code).as(out + " " + err).isEqualTo(CommandRunner.NO);
        assertThat(out.toString()).contains("DIFF ", "entry 1 (RAISED) value: recorded 12.0, computed ");
    }

    @Test
    void anAlertThatTheLedgerDoesNotHoldIsToldWithTheTopic() {
        assertThat(run("alert", "none")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("ID: alerts.ledger holds no alert 'none'");
    }

    @Test
    void aScoreWhoseWindowWasChangedDiffersInItsDigest() throws Exception {
        // given
        write(topics.windowsHourly(), STAY, window());
        write(topics.scoresSurvival(), STAY, new RiskScoreStory("REA/1", STAY).scored(0.4, Instant.now()));

        // when
        int code = run("score", STAY + ":1");

        // then
        assertThat(code).as(out + " " + err).isEqualTo(CommandRunner.NO);
        assertThat(out.toString()).contains("DIFF stay-1:1", "windowDigest: recorded w, computed ");
    }

    @Test
    void aScoreWhoseWindowIsNoLongerKeptIsUnknown() throws Exception {
        // given
        write(topics.scoresSurvival(), STAY, new RiskScoreStory("REA/1", STAY).scored(0.4, Instant.now()));

        // when
        int code = run("score", STAY, "--json");

        // then
        assertThat(code).as(out + " " + err).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(out.toString()).contains("\"unknown\" : 1", "its window is not in windows.hourly");
    }

    /** Returns what the audit trail holds, with the patient. */
    private List<String> audited() {
        List<String> events = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topics.auditEvents())) {
            reader.readToEnd(record -> record.readableValue()
                    .ifPresent(event -> events.add(event.getOperation() + " " + event.getPatient())));
        }
        return events;
    }

    private void record(List<Alert> ledger) throws Exception {
        for (CleanObservation observation : desaturation().cleanObservations()) {
            write(topics.observationsClean(), STAY, observation);
        }
        for (Alert entry : ledger) {
            write(topics.alertsLedger(), STAY, entry);
        }
    }

    private static BedStory desaturation() {
        return new WardStory()
                .bed("1")
                .steady(20, Map.of(VariableNames.SPO2, 97.0))
                .steady(30, Map.of(VariableNames.SPO2, 84.0))
                .steady(30, Map.of(VariableNames.SPO2, 97.0));
    }

    /** Returns what alert-streams writes for the desaturation. */
    private List<Alert> ledger() throws Exception {
        write(topics.staysCurrent(), "REA/1", desaturation().stays());
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());
        Instant now = Instant.now();
        List<Alert> entries = new ArrayList<>();
        try (var replay = new AlertReplay(
                topics,
                serdes,
                AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow(),
                StayWatchConfig.defaults(),
                now)) {
            replay.send(recorded(
                    topics.staysCurrent(), serdes, "REA/1", desaturation().stays(), now));
            for (CleanObservation observation : desaturation().cleanObservations()) {
                replay.send(recorded(topics.observationsClean(), serdes, STAY, observation, now));
            }
            replay.collect(entries::add);
        }
        assertThat(entries).isNotEmpty();
        return entries;
    }

    private static <V extends SpecificRecord> RecordedRecord recorded(
            Topic<V> topic, AvroSerdes serdes, String key, V value, Instant at) {
        return new RecordedRecord(
                topic.name(), key, serdes.of(topic).serializer().serialize(topic.name(), value), at);
    }

    private static Window window() {
        return WindowSamples.window(STAY, 0, 1f, CellOriginRecord.MEASURED, 0f);
    }

    private int run(String... arguments) {
        var line = CommandRunner.of(new VerifyCommand(), new PrintWriter(out), new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--broker", kafka.bootstrapServers(), "--registry", kafka.registryUrl()));
        all.addAll(List.of("--namespace", kafka.namespace(), "--partitions", "2"));
        return line.execute(all.toArray(String[]::new));
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, String key, V value) throws Exception {
        byte[] bytes =
                new AvroSerdes(kafka.registryUrl()).of(topic).serializer().serialize(topic.name(), value);
        try (var producer =
                new KafkaClients(kafka).producer(new StringSerializer(), new ByteArraySerializer(), Map.of())) {
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        }
    }
}
