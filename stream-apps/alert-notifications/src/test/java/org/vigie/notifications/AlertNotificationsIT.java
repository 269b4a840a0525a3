package org.vigie.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.notifications.config.NotificationsConfig.AlertmanagerConfig;
import org.vigie.notifications.config.NotificationsConfig.IheAcmConfig;
import org.vigie.notifications.config.NotificationsConfig.MailConfig;
import org.vigie.notifications.config.NotificationsConfig.WebhookConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.monitoring.AlertmanagerProcess;
import org.vigie.testing.story.MonitorAlarmStory;

/** Runs the app against a real broker and a real Alertmanager. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class AlertNotificationsIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final ExponentialBackoff QUICK =
            ExponentialBackoff.doubling(Duration.ofMillis(20), Duration.ofMillis(100));

    private static final MonitorAlarmStory ASYSTOLE = new MonitorAlarmStory("REA/03", "7", "ASYSTOLE", "PH");

    private static EmbeddedKafka kafka;

    @TempDir
    Path directory;

    @BeforeAll
    static void startKafka(KafkaTestNamespace shared) {
        kafka = shared.kafka();
    }

    @Test
    void aChannelThatFailsIsShownAndHoldsUpNoOther() throws Exception {
        try (var receiver = FakeHttpReceiver.start()) {
            // given
            var settings = settings("webhook");
            // when, then
            try (var app = AlertNotifications.start(
                    config(settings, receiver.url(), UnusedPort.find().number(), "http://127.0.0.1:9"), QUICK)) {
                assertThat(app.channels()).containsExactly("webhook", "ihe-acm");
                awaitStatus(settings, "webhook");
                awaitStatus(settings, "ihe-acm");
                publish(settings, settings.topics().alertsLedger(), SaturationAlertSamples.raised("a1"));

                await().atMost(TIMEOUT).until(() -> !keys(receiver).isEmpty());
                await().atMost(TIMEOUT)
                        .until(() -> !statuses(settings).get("ihe-acm").getWorking());
                await().atMost(TIMEOUT)
                        .until(() -> statuses(settings).get("webhook").getWorking());
            }
            // and
            publish(settings, settings.topics().alertsLedger(), SaturationAlertSamples.raised("a2"));
            try (var app = AlertNotifications.start(
                    config(settings, receiver.url(), UnusedPort.find().number(), "http://127.0.0.1:9"), QUICK)) {
                await().atMost(TIMEOUT).until(() -> keys(receiver).size() >= 2);
                assertThat(app.channels()).contains("webhook");
                assertThat(keys(receiver)).containsExactly("a1-RAISED-hash", "a2-RAISED-hash");
            }
        }
    }

    @Test
    void alertmanagerShowsOpenAlarmsAndRemovesClearedOnes() throws Exception {
        // given
        Optional<Path> program = AlertmanagerProcess.program();
        if (program.isEmpty()) {
            System.err.println(
                    "=== NO ALERTMANAGER: its test is SKIPPED. Debian: apt install prometheus-alertmanager ===");
        }
        Assumptions.assumeTrue(program.isPresent());
        try (var real = AlertmanagerProcess.start(
                program.orElseThrow(), directory, UnusedPort.find().number())) {
            var settings = settings("alertmanager");
            publish(settings, settings.topics().alertsCurrent(), SaturationAlertSamples.raised("a1"));
            try (var app = AlertNotifications.start(config(settings, "", 0, real.url()), QUICK)) {
                // when, then
                assertThat(app.channels()).containsExactly("alertmanager");
                await().atMost(TIMEOUT).until(() -> real.alerts().contains("\"alert\":\"a1\""));
                assertThat(real.alerts()).contains("à vérifier").contains("\"severity\":\"HIGH\"");
                String first = updatedAt(real.alerts());
                await().atMost(TIMEOUT).until(() -> !updatedAt(real.alerts()).equals(first));

                publish(settings, settings.topics().alertsCurrent(), SaturationAlertSamples.cleared("a1"));

                await().atMost(TIMEOUT).until(() -> real.alerts().equals("[]\n"));
            }
        }
    }

    @Test
    void aMonitorsAlarmIsSentForTheNextPatientTooAndItsEndIsSentAfterARestart() throws Exception {
        try (var receiver = FakeHttpReceiver.start()) {
            // given
            var settings = settings("monitors");
            var config = config(settings, receiver.url(), UnusedPort.find().number(), "http://127.0.0.1:9");
            Instant start = Instant.now().minusSeconds(60);
            try (var app = AlertNotifications.start(config, QUICK)) {
                assertThat(app.channels()).contains("webhook");
                awaitStatus(settings, "webhook-monitors");
                publish(settings, ASYSTOLE.says("", start));
                await().atMost(TIMEOUT).until(() -> states(receiver).size() == 1);

                // when
                publish(settings, settings.topics().staysCurrent(), "REA/03", left(start.plusSeconds(30)));

                // then
                await().atMost(TIMEOUT).until(() -> {
                    publish(settings, ASYSTOLE.says("", Instant.now()));
                    return states(receiver).size() >= 3;
                });
            }
            // and
            publish(settings, ASYSTOLE.says("end", Instant.now().plusSeconds(1)));
            try (var app = AlertNotifications.start(config, QUICK)) {
                await().atMost(TIMEOUT).until(() -> states(receiver).size() >= 4);
                assertThat(states(receiver)).containsExactly("RAISED", "CLEARED", "RAISED", "CLEARED");
                assertThat(app.channels()).contains("webhook");
            }
        }
    }

    /** Returns the keys that a webhook got, each once: a call that a halted machine answers late is sent again. */
    private static Set<String> keys(FakeHttpReceiver receiver) {
        Set<String> keys = new LinkedHashSet<>();
        receiver.taken().forEach(post -> keys.add(post.header("Idempotency-Key")));
        return keys;
    }

    /** Returns the states that a webhook got, each key once. */
    private static List<String> states(FakeHttpReceiver receiver) {
        Map<String, String> states = new LinkedHashMap<>();
        receiver.taken()
                .forEach(post -> states.put(
                        post.header("Idempotency-Key"), post.body().replaceAll("(?s).*\"state\":\"(\\w+)\".*", "$1")));
        return List.copyOf(states.values());
    }

    private static BedStays left(Instant at) {
        var stay = Stay.newBuilder()
                .setStay("first")
                .setPatient("patient-1")
                .setBed("REA/03")
                .setFrom(at.minusSeconds(3600))
                .setUntil(at)
                .setAdmittedAt(at.minusSeconds(3600))
                .build();
        return new BedStays("REA/03", List.of(stay));
    }

    private static KafkaConnectionConfig settings(String namespace) {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), namespace, 1);
        kafka.createTopics(settings.topics());
        return settings;
    }

    private static String updatedAt(String alerts) {
        int at = alerts.indexOf("\"updatedAt\"");
        return alerts.substring(at, alerts.indexOf(',', at));
    }

    /** Returns a configuration without a webhook, in which only Alertmanager is enabled. */
    private static NotificationsConfig config(
            KafkaConnectionConfig kafka, String webhook, int acm, String alertmanager) {
        boolean others = !webhook.isEmpty();
        return new NotificationsConfig(
                kafka,
                Duration.ofDays(36_500),
                new AlertmanagerConfig(!others, alertmanager, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                others
                        ? new WebhookConfig(true, webhook + "/hook", "a-secret-of-more-than-16", "LOW")
                        : WebhookConfig.defaults(),
                MailConfig.defaults(),
                others
                        ? new IheAcmConfig(true, "127.0.0.1", acm, Duration.ofSeconds(1), "LOW")
                        : IheAcmConfig.defaults());
    }

    private static void awaitStatus(KafkaConnectionConfig settings, String channel) {
        await().atMost(TIMEOUT).until(() -> statuses(settings).containsKey(channel));
    }

    private static void publish(KafkaConnectionConfig settings, BedsideAlarm alarm) throws Exception {
        publish(settings, settings.topics().alarmsBedside(), alarm.getBed(), alarm);
    }

    private static void publish(KafkaConnectionConfig settings, Topic<Alert> topic, Alert alert) throws Exception {
        publish(settings, topic, alert.getAlert(), alert);
    }

    private static <V extends SpecificRecord> void publish(
            KafkaConnectionConfig settings, Topic<V> topic, String key, V value) throws Exception {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        var values = new AvroSerdes(settings.registryUrl()).of(topic).serializer();
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), values)) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    private static Map<String, NotificationStatus> statuses(KafkaConnectionConfig settings) {
        var topic = settings.topics().notificationsStatus();
        var partitions = List.of(new TopicPartition(topic.name(), 0));
        Map<String, NotificationStatus> newest = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                new StringDeserializer(),
                new AvroSerdes(settings.registryUrl()).of(topic).deserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().iterator().next();
            List<NotificationStatus> read = new ArrayList<>();
            while (consumer.position(partitions.get(0)) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
            }
            read.forEach(status -> newest.put(status.getChannel(), status));
        }
        return newest;
    }
}
