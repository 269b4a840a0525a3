package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Publishes rules to a running app on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class PublishedRulesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path state;

    private KafkaConnectionConfig ward;
    private AvroSerdes serdes;

    @Test
    void publishedRulesTakeEffectWithoutARestart(KafkaTestNamespace namespace) throws Exception {
        // given: a saturation that the rules of the app accept
        ward = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        namespace.kafka().createTopics(ward.topics());
        serdes = new AvroSerdes(ward.registryUrl());
        Iterator<CleanObservation> told = new WardStory()
                .bed("1")
                .steady(3_600, Map.of("spo2", 93.0))
                .cleanObservations()
                .iterator();
        var configuration = new AlertStreamsConfig(
                ward, state, StayWatchConfig.defaults(), "adult-icu-3", StreamsApp.ONLY_INSTANCE);
        try (var app = AlertStreams.start(configuration)) {
            app.awaitRunning(PATIENCE);
            write(ward.topics().observationsClean(), "stay-1", told.next());

            // when
            write(ward.topics().rulesPublished(), "000001", calledBelow95());

            // then
            await().atMost(PATIENCE).untilAsserted(() -> {
                write(ward.topics().observationsClean(), "stay-1", told.next());
                assertThat(ledger())
                        .extracting(Alert::getRule, Alert::getRuleVersion)
                        .contains(tuple("spo2_low", "tried"));
            });
        }
    }

    private static RulePublication calledBelow95() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (InputStream shipped = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu-3.yaml")) {
            String rules = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            int spo2 = rules.indexOf("- name: spo2_low");
            return RulePublication.newBuilder()
                    .setNumber(1)
                    .setVersion("tried")
                    .setRules(rules.substring(0, spo2).replaceFirst("version: adult-icu-3", "version: tried")
                            + rules.substring(spo2)
                                    .replaceFirst("limit: 90, priority: MEDIUM", "limit: 95, priority: MEDIUM"))
                    .setDigest("d")
                    .setAuthor("Dr A")
                    .setReason("earlier calls")
                    .setPublishedAt(now)
                    .setInForceFrom(now)
                    .build();
        }
    }

    private List<Alert> ledger() {
        List<Alert> entries = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(ward, serdes, ward.topics().alertsLedger())) {
            reader.readToEnd(record -> record.readableValue().ifPresent(entries::add));
        }
        return entries;
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, String key, V value) throws Exception {
        try (var producer = new KafkaClients(ward)
                .producer(new StringSerializer(), serdes.of(topic).serializer(), Map.of())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }
}
