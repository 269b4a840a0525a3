package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.platform.topic.TopicReader;
import org.vigie.replay.export.ExportCommand;
import org.vigie.replay.namespace.NamespacesCommand;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Replays the past that a real broker recorded. */
@ExtendWith(EmbeddedKafkaExtension.class)
class ReplayCommandIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KafkaConnectionConfig ward;
    private AvroSerdes serdes;
    private String study;

    @BeforeEach
    void recordADesaturation(KafkaTestNamespace namespace) throws Exception {
        ward = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        namespace.kafka().createTopics(ward.topics());
        serdes = new AvroSerdes(ward.registryUrl());
        study = "study-" + namespace.name();
        BedStory bed = new WardStory().bed("1");
        write(ward.topics().staysCurrent(), "REA/1", List.of(bed.stays()));
        write(
                ward.topics().observationsRaw(),
                "REA/1",
                bed.steady(20, Map.of(VariableNames.SPO2, 97.0))
                        .steady(40, Map.of(VariableNames.SPO2, 84.0))
                        .steady(30, Map.of(VariableNames.SPO2, 97.0))
                        .observations());
    }

    @Test
    void theStepsRunAgainInTheirOwnNamespaceAndChangeNoTopicOfTheWard() {
        // given
        Map<TopicPartition, Long> before = ends();
        Instant from = Instant.now().minusSeconds(3_600);
        // when
        int code = replay(study, "--from", from.toString());
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        List<CleanObservation> clean = read(topic(study).observationsClean());
        assertThat(clean)
                .hasSize(90)
                .allSatisfy(each -> assertThat(each.getOrigin().getTopic())
                        .isEqualTo(ward.topics().observationsRaw().name()));
        assertThat(read(topic(study).alertsLedger())).extracting(Alert::getRule).contains("spo2_low");
        assertThat(read(topic(study).rulesPublished())).singleElement().satisfies(rules -> {
            assertThat(rules.getNumber()).isZero();
            assertThat(rules.getRules()).contains("spo2_low");
        });
        assertThat(out.toString()).contains(study, "times real time", "alerts.ledger");
        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void theNamespaceOfAWardIsRefusedBeforeAnythingIsRead() {
        // given
        Map<TopicPartition, Long> before = ends();
        // when
        int code = replay(ward.namespace());
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--namespace: must begin with study-");
        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void aNamespaceIsListedExportedAndDeletedAndTheWardIsNot(@TempDir Path folder) {
        // given
        replay(study);
        // when
        int listed = namespaces("list");
        int again = replay(study);
        int refused = namespaces("drop", ward.namespace());
        int exported = run(new ExportCommand(), study, Stream.of("--from", "PT1H", "--out", folder.toString()));
        int dropped = run(new NamespacesCommand(), study, Stream.of("drop", study));
        // then
        assertThat(List.of(listed, again, refused, exported, dropped)).containsExactly(0, 2, 2, 0, 0);
        assertThat(out.toString())
                .containsPattern(study + " +replay +11 topics")
                .containsPattern("11 topics of " + study + " and ([1-9]|1[01]) subjects of their schemas were deleted");
        assertThat(err.toString()).contains(study + " exists", "was '" + ward.namespace() + "'");
        assertThat(ends()).isNotEmpty();
        assertThat(AuditReport.ofTopic(ward).acts())
                .satisfiesExactly(
                        act -> assertThat(act)
                                .contains("account:", "REPLAY_RECORDS", study + " of " + ward.namespace()),
                        // It was permitted to replay again, before the namespace was found to exist.
                        act -> assertThat(act).contains("REPLAY_RECORDS", study + " of " + ward.namespace()),
                        act -> assertThat(act).contains("account:", "EXPORT_RECORDS", "clean of " + study),
                        act -> assertThat(act).contains("account:", "DROP_NAMESPACE", "begins: " + study),
                        act -> assertThat(act).contains("account:", "DROP_NAMESPACE", "done: " + study));
    }

    @Test
    void aPausedReplayIsSteeredWhileItRuns() throws Exception {
        // given
        Instant from = Instant.now().minusSeconds(3_600);
        var running = CompletableFuture.supplyAsync(() -> replay(study, "--from", from.toString(), "--pause"));
        while (!out.toString().contains(study + ": paused at ") && !running.isDone()) {
            control("status");
        }
        // when
        int refused = control("seek", from.minusSeconds(1).toString());
        int resumed = control("resume");
        // then
        assertThat(running.get(10, TimeUnit.MINUTES)).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(List.of(refused, resumed)).containsExactly(CommandRunner.COULD_NOT, CommandRunner.DONE);
        assertThat(err.toString()).contains("seek: must be after " + from);
        assertThat(read(topic(study).alertsLedger())).isNotEmpty();
        control("status");
        assertThat(out.toString()).contains(study + ": ended at ");
    }

    private int control(String... arguments) {
        return run(new ReplayCommand(), study, Stream.concat(Stream.of("control"), Stream.of(arguments)));
    }

    private int replay(String namespace, String... more) {
        return run(
                new ReplayCommand(), namespace, Stream.concat(Stream.of("--ward", ward.namespace()), Stream.of(more)));
    }

    private int namespaces(String... arguments) {
        return run(new NamespacesCommand(), ward.namespace(), Stream.of(arguments));
    }

    private int run(Object command, String namespace, Stream<String> arguments) {
        List<String> all = new ArrayList<>(arguments.toList());
        all.addAll(List.of("--broker", ward.bootstrapServers(), "--registry", ward.registryUrl()));
        all.addAll(List.of("--namespace", namespace));
        return CommandRunner.of(command, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private TopicCatalogue topic(String namespace) {
        return ward.withNamespace(namespace).topics();
    }

    private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(ward, serdes, topic)) {
            reader.readToEnd(record -> record.readableValue().ifPresent(values::add));
        }
        return values;
    }

    private Map<TopicPartition, Long> ends() {
        List<Topic<? extends SpecificRecord>> live =
                new ArrayList<>(ward.topics().all());
        live.removeIf(topic -> topic.name().equals(ward.topics().auditEvents().name()));
        try (var reader = PartitionReader.fromEnd(ward, live)) {
            return reader.positions();
        }
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, String key, List<V> values) throws Exception {
        var serializer = serdes.of(topic).serializer();
        try (var producer = new KafkaClients(ward).producer(new StringSerializer(), serializer, Map.of())) {
            for (V value : values) {
                producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
            }
        }
    }
}
