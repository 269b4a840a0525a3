package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Exports streams that a real broker recorded, and reads the files with DuckDB. */
@ExtendWith(EmbeddedKafkaExtension.class)
class ExportCommandIT {
    private static final Pattern SQL_BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KafkaConnectionConfig kafka;

    @BeforeEach
    void record(KafkaTestNamespace namespace) throws Exception {
        kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        TopicCatalogue topics = kafka.topics();
        namespace.kafka().createTopics(topics);
        BedStory bed = new WardStory().bed("1").steady(5, Map.of(VariableNames.SPO2, 97.0));
        write(topics.staysCurrent(), "REA/1", bed.stays());
        for (CleanObservation observation : bed.cleanObservations()) {
            write(topics.observationsClean(), "stay-1", observation);
        }
        write(
                topics.observationsRejected(),
                "stay-1",
                rejected(bed.cleanObservations().get(0)));
        write(topics.scoresSurvival(), "stay-1", new RiskScoreStory("REA/1", "stay-1").scored(0.4, WardStory.at(9)));
        write(
                topics.alertsLedger(),
                "stay-1",
                bed.alert("a1").raisedAt(WardStory.at(5)).raised());
        write(topics.alertsLedger(), "stay-1", useful(bed));
        write(topics.truthEvents(), "REA/1", deterioration());
    }

    @Test
    void readingsComeWithVerdictAndReasonAndWithoutTheNamesOfTheWard() throws Exception {
        // when
        int code = export("--what", "vitals,scores,alerts", "--format", "parquet");
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(
                        rows(
                                "SELECT verdict, reason, unit, count(*) FROM '%s/vitals.parquet' GROUP BY ALL ORDER BY verdict"))
                .containsExactly("KEPT|NONE|%|5", "REJECTED|OUT_OF_RANGE|%|1");
        assertThat(rows("SELECT DISTINCT stay, bed FROM '%s/vitals.parquet'"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{16}\\|REA/[0-9a-f]{16}");
        assertThat(AuditReport.ofTopic(kafka).acts())
                .singleElement()
                .asString()
                .contains("account:", "EXPORT_RECORDS", "vitals,scores,alerts", "as parquet", "with pseudonyms");
        assertThat(rows("SELECT status, probability FROM '%s/scores.parquet'")).containsExactly("SCORED|0.4");
        assertThat(
                        rows(
                                "SELECT a.state, a.happened_at FROM '%s/alerts.parquet' a JOIN '%s/scores.parquet' s USING (stay) ORDER BY 2"))
                .containsExactly("RAISED|2026-03-01 08:00:05", "FEEDBACK|2026-03-01 08:00:07");
    }

    @Test
    void theDataDictionaryDescribesEveryColumnOfTheFiles() throws Exception {
        // when
        int code = export("--what", "clean", "--format", "csv");
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(Files.readAllLines(directory.resolve("clean.csv")).get(0).split(","))
                .containsExactlyElementsOf(
                        rows("SELECT \"column\" FROM read_csv('%s/dictionary.csv') WHERE \"column\" IS NOT NULL"));
        assertThat(rows("SELECT unit FROM '%s/variables.csv' WHERE variable = 'spo2'"))
                .containsExactly("%");
    }

    @Test
    void theEventsOfMedsAreSortedBySubjectAndTimeAndTheirCodesAreDescribed() throws Exception {
        // when
        int code = export("--format", "meds", "--what", "clean");
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(rows("SELECT code, numeric_value FROM '%s/data/all/0.parquet'"))
                .startsWith("ICU_ADMISSION|null", "VIGIE//spo2|97.0")
                .hasSize(6);
        assertThat(rows("SELECT DISTINCT typeof(subject_id), typeof(\"time\"), typeof(numeric_value)"
                        + " FROM '%s/data/all/0.parquet'"))
                .containsExactly("BIGINT|TIMESTAMP|FLOAT");
        assertThat(rows("SELECT e.code FROM '%s/data/all/0.parquet' e ANTI JOIN '%s/metadata/codes.parquet' c"
                        + " USING (code)"))
                .isEmpty();
        assertThat(directory.resolve("metadata/dataset.json")).content().contains("meds_version");
    }

    @Test
    void medsWithAnotherKindIsRefused() {
        assertThat(export("--format", "meds", "--what", "alerts")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--what: must be clean for --format meds");
    }

    @Test
    void theAnalysesOfTheDocumentationRunOnTheFiles() throws Exception {
        // given
        int code = export("--what", "vitals,clean,scores,alerts,labels");
        String page = Files.readString(Path.of(System.getProperty("vigie.repository"), "docs", "analysts.md"));
        // when
        List<List<String>> answers = new ArrayList<>();
        for (MatchResult block : SQL_BLOCK.matcher(page).results().toList()) {
            String query = block.group(1).replaceAll("'(\\w+\\.parquet)'", "'" + directory + "/$1'");
            answers.add(rows(query.replace(";", "")));
        }
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).containsExactly("spo2|OUT_OF_RANGE|1");
        assertThat(answers.get(1)).singleElement().asString().endsWith("|2026-03-01 08:00:00|97.0|97.0|97.0");
        assertThat(answers.get(2)).singleElement().asString().endsWith("|97.0");
        assertThat(answers.get(3)).containsExactly("spo2_low|1|1.0");
        assertThat(answers.get(4)).singleElement().asString().endsWith("|2026-03-01 08:00:00|0");
    }

    private static Alert useful(BedStory bed) {
        Alert entry = bed.alert("a1").raisedAt(WardStory.at(5)).entry(AlertStateRecord.FEEDBACK, WardStory.at(7));
        return Alert.newBuilder(entry).setFeedback(AlarmFeedbackRecord.USEFUL).build();
    }

    private static Truth deterioration() {
        return Truth.newBuilder()
                .setTruth("t1")
                .setBed("REA/1")
                .setStay("stay-1")
                .setKind(TruthKind.DETERIORATION)
                .setFrom(WardStory.START)
                .setUntil(WardStory.at(60))
                .setDetail("desaturation")
                .build();
    }

    private static RejectedReading rejected(CleanObservation kept) {
        return RejectedReading.newBuilder()
                .setStay(kept.getStay())
                .setBed(kept.getBed())
                .setSource(kept.getSource())
                .setDevice(kept.getDevice())
                .setMessageId("m")
                .setReceivedTime(kept.getReceivedTime())
                .setPublishedAt(kept.getPublishedAt())
                .setOrigin(kept.getOrigin())
                .setReading(ReadingRecord.newBuilder()
                        .setVariable(VariableNames.SPO2)
                        .setValue(140.0)
                        .setUnit("%")
                        .setStatus(MeasurementStatusRecord.VALID)
                        .setMeasuredAt(kept.getDeviceTime())
                        .build())
                .setReason(CleaningReasonRecord.OUT_OF_RANGE)
                .setDetail("140 %")
                .build();
    }

    private int export(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--broker", kafka.bootstrapServers(), "--registry", kafka.registryUrl()));
        all.addAll(List.of("--namespace", kafka.namespace(), "--partitions", "2", "--out", directory.toString()));
        return CommandRunner.of(new ExportCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    /** Returns the rows of a query on the files, columns separated by bars. */
    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "SELECT COLUMNS(*)::VARCHAR FROM (" + query.replace("%s", directory.toString()) + ")")) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(answer.getString(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, String key, V value) throws Exception {
        var serializer = new AvroSerdes(kafka.registryUrl()).of(topic).serializer();
        try (var producer = new KafkaClients(kafka).producer(new StringSerializer(), serializer, Map.of())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }
}
