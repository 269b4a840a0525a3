package org.vigie.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Archives a day from a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class DayArchiveIT {
    /** A day that is over, and whose records are kept. */
    private static final LocalDate DAY = LocalDate.now(Clock.systemUTC()).minusDays(1);

    private static final long NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();

    @TempDir
    Path folder;

    @Test
    void eachUnitHasAFileOfItsOwnAndASecondRunReplacesIt(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig kafka = wardOfThreeBeds(namespace);
        var archive = new DayArchive(kafka, folder, ArchiveFormat.AVRO);

        // when
        archive.write(DAY);
        var written = archive.write(DAY);

        // then
        Path clean = folder.resolve("observations.clean/day=" + DAY);
        assertThat(written).containsEntry("observations.clean", 3L).containsEntry("alerts.ledger", 0L);
        assertThat(files(clean)).containsExactly("unit=REA/records.avro", "unit=USC/records.avro");
        assertThat(beds(clean.resolve("unit=REA/records.avro"))).containsExactlyInAnyOrder("REA/01", "REA/02");
    }

    @Test
    void theParquetFilesAnswerTheQuestionOfTheOperationsPage(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig kafka = wardOfThreeBeds(namespace);

        // when
        var written = new DayArchive(kafka, folder, ArchiveFormat.PARQUET).write(DAY);

        // then
        assertThat(written).containsEntry("observations.clean", 3L);
        assertThat(files(folder)).allMatch(file -> file.endsWith("records.parquet"));
        assertThat(answers(exampleOfThePage(DAY)))
                .containsExactly("REA/01 hr 1 80.0", "REA/02 hr 1 80.0", "USC/01 hr 1 80.0");
    }

    @Test
    void whoArchivesADayStandsInTheAuditTrail(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig kafka = wardOfThreeBeds(namespace);
        var printed = new StringWriter();

        // when
        int code = CommandRunner.of(new ArchiveCommand(), new PrintWriter(printed), new PrintWriter(printed))
                .execute(
                        "--to",
                        folder.toString(),
                        "--day",
                        DAY.toString(),
                        "--broker",
                        kafka.bootstrapServers(),
                        "--registry",
                        kafka.registryUrl(),
                        "--namespace",
                        kafka.namespace());

        // then
        assertThat(code).as(printed.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(AuditReport.ofTopic(kafka).acts())
                .singleElement()
                .asString()
                .contains("account:", "EXPORT_RECORDS", "archive of " + kafka.namespace(), "day " + DAY, "as avro");
    }

    private static KafkaConnectionConfig wardOfThreeBeds(KafkaTestNamespace namespace) throws Exception {
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        var topic = kafka.topics().observationsClean();
        create(kafka, topic);
        namespace.kafka().createTopics(kafka.topics());
        var values = new AvroSerdes(kafka.registryUrl()).of(topic).serializer();
        try (var producer = new KafkaClients(kafka).producer(new StringSerializer(), values, Map.of())) {
            for (String bed : List.of("REA/01", "REA/02", "USC/01", BedName.CANARY_UNIT + "/1")) {
                var reading =
                        new WardStory().bed(bed, "stay of " + bed).at("PT1M").kept("hr", 80);
                producer.send(new ProducerRecord<>(topic.name(), null, NOON, bed, reading.clean()))
                        .get();
            }
        }
        return kafka;
    }

    /** Creates the topic with the times of its sender, so that no midnight comes between a record and its archive. */
    private static void create(KafkaConnectionConfig kafka, Topic<CleanObservation> topic) throws Exception {
        NewTopic made = topic.toNewTopic((short) 1);
        Map<String, String> settings = new HashMap<>(made.configs());
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(made.configs(settings))).all().get();
        }
    }

    /** Returns the SQL of docs/operations.md for the folder and the day of this test. */
    private String exampleOfThePage(LocalDate day) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("vigie.repository"), "docs", "operations.md"));
        int from = page.indexOf("```sql\n") + 7;
        return page.substring(from, page.indexOf("```", from))
                .replace("/archive/", folder + "/")
                .replace("2026-11-28", day.toString());
    }

    private static List<String> answers(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(String.join(
                        " ", answer.getString(1), answer.getString(2), answer.getString(3), answer.getString(4)));
            }
        }
        return rows;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Reads a file as a program without Vigie's classes does. */
    private static List<String> beds(Path file) throws IOException {
        List<String> beds = new ArrayList<>();
        try (var reader = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
            reader.forEach(record -> beds.add(record.get("bed").toString()));
        }
        return beds;
    }
}
