package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.note;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.triage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.UnitScope;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.login.ApiTokens;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.UnwatchedReason;
import org.vigie.station.past.LaterChange;
import org.vigie.station.past.PastBoardText;
import org.vigie.station.past.PastWardConfig;
import org.vigie.station.past.PastWardReader;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.past.PastWardTimeoutException;
import org.vigie.station.past.ReadDeadline;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.ward.WardReader;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.MessageStory;
import org.vigie.testing.story.WardStory;

/** Tests earlier situations with a real broker, whose append times separate before and after. */
@ExtendWith(EmbeddedKafkaExtension.class)
class PastWardReaderIT {
    private static final String BED = "REA/01";
    private static final String CANARY = "VIGIE-CANARY/1";
    private static final Duration HOUR = Duration.ofHours(1);

    /** No value becomes stale while a slow machine runs the test. */
    private static final StalenessConfig LIMITS =
            new StalenessConfig(HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, 1, Map.of());

    @TempDir
    private Path folder;

    private Path config;
    private KafkaConnectionConfig kafka;
    private AvroSerdes serdes;
    private TopicCatalogue topics;
    private final Instant measured = Instant.now().minusSeconds(5);

    @BeforeEach
    void createTopics(KafkaTestNamespace shared) throws IOException {
        config = Files.writeString(folder.resolve("station.yaml"), "limits: {continuous: PT1H}\n");
        EmbeddedKafka broker = shared.kafka();
        String namespace = "past-" + System.nanoTime();
        topics = TopicCatalogue.in(namespace, 2);
        broker.createTopics(topics);
        kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), namespace, 2);
        serdes = new AvroSerdes(kafka.registryUrl());
    }

    @Test
    void aSituationShowsOnlyWhatTheBrokerHadTakenUntilThen() {
        // given
        Alert alert = raised("a1", BED, "s1", AlarmPriorityRecord.HIGH, measured);
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        send(topics.alertsCurrent(), "a1", alert);
        Instant between = pause();
        send(
                topics.observationsClean(),
                "s1",
                message(measured.plusSeconds(2)).kept("hr", 120).clean());
        send(topics.alertsCurrent(), "a1", cleared(alert, measured.plusSeconds(3)));

        // when
        PastWardSnapshot then = read(between);
        PastWardSnapshot now = read(pause());

        // then
        assertThat(values(then)).containsExactly(82.0);
        assertThat(then.ward().alerts())
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo("RAISED"));
        assertThat(values(now)).containsExactly(120.0);
        assertThat(now.ward().alerts())
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo("CLEARED"));
        assertThat(new PastBoardText(then).toString())
                .contains("NOT LIVE", "hr 82 /min", "alarm: HIGH", "changed by records that came until")
                .contains("hr > ");
    }

    @Test
    void theAuditTrailSaysThatAnEarlierBoardWasRead() {
        // given
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());

        // when
        String written = board();

        // then
        assertThat(AuditReport.ofTopic(kafka).byUse().keySet())
                .as(written)
                .singleElement()
                .satisfies(use -> assertThat(use).startsWith("account:").endsWith(" READ_PAST PERMITTED"));
    }

    @Test
    void aTokenShowsTheBedsOfItsUnitsAndIsRefusedWhereItHasNone(@TempDir Path access) {
        // given
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        var tokens = new ApiTokens(access.resolve("tokens"));
        tokens.own("reanimator", AccessRole.PHYSICIAN, UnitScope.of("REA", "CARDIO"));
        tokens.own("cardiologist", AccessRole.PHYSICIAN, UnitScope.of("CARDIO"));
        tokens.own("screen", AccessRole.WALL_SCREEN, UnitScope.of("REA"));

        // when, then
        assertThat(boardBy(access, "reanimator")).contains(BED, "stay s1");
        assertThat(boardBy(access, "reanimator", "--reader", "AB"))
                .contains("--reader: must be the user of the token, 'reanimator', was 'AB'");
        assertThat(boardBy(access, "cardiologist"))
                .isEqualToIgnoringNewLines("board: READ_PAST is refused: this user has no access to this unit");
        assertThat(boardBy(access, "screen"))
                .isEqualToIgnoringNewLines("board: READ_PAST is refused: the role of this user may not do this");
        assertThat(AuditReport.ofTopic(kafka).notable()).hasSize(2);
    }

    @Test
    void anAnalystSeesAnEarlierBoardOfTheOwnUnitsWithoutThePatients(@TempDir Path access) {
        // given
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        var tokens = new ApiTokens(access.resolve("tokens"));
        tokens.own("reanimator", AccessRole.PHYSICIAN, UnitScope.of("REA"));
        tokens.own("study", AccessRole.ANALYST, UnitScope.of("REA"));

        // when
        String physician = boardBy(access, "reanimator", "--json");
        String analyst = boardBy(access, "study", "--json");

        // then
        assertThat(physician).contains(BED, "P-s1");
        assertThat(analyst).contains(BED, "\"hr\"").doesNotContain("P-s1");
    }

    private String boardBy(Path access, String user, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--access", access.toString(), "--token-file", access + "/tokens/" + user));
        return board(arguments.toArray(String[]::new));
    }

    /** Returns what the command prints, with its errors. */
    private String board(String... more) {
        var written = new StringWriter();
        var writer = new PrintWriter(written);
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--at", "PT0S", "--broker", kafka.bootstrapServers()));
        arguments.addAll(List.of("--registry", kafka.registryUrl(), "--namespace", kafka.namespace()));
        arguments.addAll(List.of("--partitions", "2", "--config", config.toString()));
        var unused = CommandRunner.of(new BoardCommand(), writer, writer).execute(arguments.toArray(String[]::new));
        return written.toString();
    }

    @Test
    void aValueThatWasWithdrawnLaterIsListedAsChanged() {
        // given
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        Instant between = pause();
        send(
                topics.observationsClean(),
                "s1",
                message(measured).withdrawn("hr", 82).clean());

        // when
        List<LaterChange> changes = read(between).past().changes();

        // then
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("WITHDRAWN");
            assertThat(change.variable()).isEqualTo("hr");
            assertThat(change.shown()).isEqualTo(82.0);
        });
    }

    @Test
    void aBedWhoseCanaryWasMissedAtThatTimeIsNotWatched() {
        // given
        Instant old = measured.minus(Duration.ofMinutes(90));
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        send(topics.triageCurrent(), "s1", triage(CANARY, "provisional-1", TriageLevelRecord.UNKNOWN, 0, 0, measured));
        send(topics.observationsClean(), "c1", canary(old));
        Instant between = pause();
        send(topics.observationsClean(), "c1", canary(measured));

        // when
        PastWardSnapshot then = read(between);
        PastWardSnapshot now = read(pause());

        // then
        assertThat(then.unwatched())
                .extracting(BedFreshnessSnapshot::bed, BedFreshnessSnapshot::reason, BedFreshnessSnapshot::since)
                .containsExactly(tuple(BED, UnwatchedReason.CANARY_MISSED, old.toEpochMilli()));
        assertThat(now.unwatched()).isEmpty();
    }

    private static CleanObservation canary(Instant received) {
        return new WardStory()
                .bed(CANARY, "provisional-1")
                .at(received)
                .kept("hr", 80)
                .clean();
    }

    @Test
    void aScoreIsToldToTheReaderWhoseOwnEstimateStoodAtThatTime() {
        // given
        send(topics.staysCurrent(), BED, admitted(BED, "s1", measured.minusSeconds(7_200)));
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        send(topics.scoresSurvival(), "s1", risk(BED, "s1", 0.31, 0.3, measured));
        Instant before = pause();
        send(
                topics.alertsLedger(),
                "s1",
                note(BED, "s1", AlertStateRecord.ESTIMATE_RECORDED, Map.of("percent", "20"), measured));
        Instant after = pause();

        // when
        PastWardSnapshot then = read(before);
        PastWardSnapshot now = read(after);

        // then
        assertThat(text(then, "AB")).contains("risk held back: no own estimate of the reader stood");
        assertThat(text(now, "AB")).contains("risk 0.3100");
        assertThat(text(now, "CD")).contains("risk held back").doesNotContain("0.31");
    }

    private static String text(PastWardSnapshot situation, String reader) {
        return new PastBoardText(situation.seenBy(new WardReader(UnitScope.everyUnit(), reader))).toString();
    }

    @Test
    void aSituationSaysFromWhenOnItsHistoryIsHeld() throws Exception {
        // given: a record of the history was deleted
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        send(
                topics.observationsClean(),
                "s1",
                message(measured).kept("spo2", 97).clean());
        Instant at = pause();
        PastWardSnapshot whole = read(at);
        deleteFirst();

        // when
        PastWardSnapshot situation = read(at);

        // then
        assertThat(whole.past().heldFrom()).isNull();
        assertThat(situation.past().heldFrom()).isBetween(measured.toEpochMilli(), at.toEpochMilli());
        assertThat(new PastBoardText(situation).toString())
                .contains("RECORDS BEFORE "
                        + Instant.ofEpochMilli(situation.past().heldFrom()) + " ARE NO LONGER KEPT");
    }

    /** Deletes the first record of the partition that holds some, as the broker does after the retention. */
    private void deleteFirst() throws Exception {
        try (Admin admin = Admin.create(kafka.clientSettings(Map.of()))) {
            for (int number = 0; number < 2; number++) {
                var partition = new TopicPartition(topics.observationsClean().name(), number);
                var ends = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
                if (ends.partitionResult(partition).get().offset() > 0) {
                    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                            .all()
                            .get();
                }
            }
        }
    }

    @Test
    void aTimeBeforeTheFirstObservationIsRefused() {
        // given
        Instant before = pause();
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(before))
                .withMessageContaining("the topics hold no observation");
    }

    @Test
    void aReadingThatTakesTooLongShowsNothing() {
        // given
        send(topics.observationsClean(), "s1", message(measured).kept("hr", 82).clean());
        Instant after = pause();

        // then
        assertThatExceptionOfType(PastWardTimeoutException.class)
                .isThrownBy(
                        () -> reader().read(after, after, new ReadDeadline(() -> after, HOUR, after.minusMillis(1))))
                .withMessageContaining("not read within PT1H");
    }

    private PastWardSnapshot read(Instant at) {
        return reader().read(at, Instant.now(), ReadDeadline.never());
    }

    private PastWardReader reader() {
        var watch = new BedWatchConfig(HOUR, HOUR);
        return new PastWardReader(
                kafka, serdes, new PastWardConfig(WardViewConfig.of(LIMITS), List.of(), 1, Duration.ofHours(2), watch));
    }

    private static List<Double> values(PastWardSnapshot situation) {
        return situation.ward().beds().get(0).values().stream()
                .map(ValueSnapshot::value)
                .toList();
    }

    private static MessageStory message(Instant at) {
        return new WardStory().bed(BED, "s1").at(at);
    }

    /** Returns a time after everything that was sent and before everything that follows. */
    private static Instant pause() {
        Instant after = Instant.now().plusMillis(2);
        await().atMost(HOUR).until(() -> Instant.now().isAfter(after.plusMillis(2)));
        return after;
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
        }
    }
}
