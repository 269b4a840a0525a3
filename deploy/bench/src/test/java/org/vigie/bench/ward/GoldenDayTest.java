package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.analytics.LedgerReport;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.archive.ArchiveFormat;
import org.vigie.replay.compare.ComparisonResult;
import org.vigie.replay.passport.AlertPassport;
import org.vigie.replay.passport.PassportAnswer;
import org.vigie.replay.passport.PassportOutcome;
import org.vigie.replay.passport.PlacedRecord;
import org.vigie.replay.passport.ScorePassport;
import org.vigie.replay.trial.AlertReplay;
import org.vigie.replay.ward.WardRecord;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.Topic;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Tests that the apps' output for a fixed day equals the committed files, byte for byte. A refactoring must not change
 * it. After an intended change of output, {@code -Dvigie.write.golden=true} writes the files again; the difference is
 * reviewed before it is committed.
 */
class GoldenDayTest {
    private static final int SAMPLES = 4;

    private static BrokerlessWard ward;
    private static Locale before;

    @BeforeAll
    static void play() throws Exception {
        before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        ward = new BrokerlessWard(GoldenDay.start());
        new GoldenDay().play(ward);
    }

    @AfterAll
    static void close() {
        Locale.setDefault(before);
        ward.close();
    }

    @Test
    void theLedgerIsTheSameEntryByEntry() throws IOException {
        // when
        List<Alert> ledger = ward.ledger();
        List<String> whole = ledger.stream().map(RecordJson::of).toList();
        List<String> text = new ArrayList<>();
        text.add("entries " + ledger.size() + ", sha256 of all in full " + GoldenFile.sha256(whole));
        text.add("");
        text.addAll(counted(ledger, entry -> entry.getState().name()));
        text.add("");
        text.addAll(counted(ledger, entry -> entry.getKind() + " " + entry.getRule()));
        text.add("");
        ledger.forEach(entry -> text.add(line(entry)));
        text.add("");
        text.addAll(whole.subList(0, Math.min(SAMPLES, whole.size())));

        // then
        new GoldenFile("ledger.txt").mustBe(lines(text), Map.of("ledger.jsonl", whole));
    }

    @Test
    void everyTableOfTheStoreHasTheSameRows() throws IOException {
        // when
        List<String> text = new ArrayList<>();
        Map<String, List<String>> whole = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : ward.rows().entrySet()) {
            List<String> rows = table.getValue();
            whole.put(table.getKey() + ".lp", rows);
            text.add("%s: %d rows, sha256 %s".formatted(table.getKey(), rows.size(), GoldenFile.sha256(rows)));
            samples(rows).forEach(row -> text.add("    " + row));
        }

        // then
        new GoldenFile("tables.txt").mustBe(lines(text), whole);
    }

    @Test
    void theDayReplayedGivesTheSameVerdictsWindowsScoresAlertsAndTriage() {
        // when
        ComparisonResult compared = new ReplayedDay(ward).compared();
        // then
        assertThat(compared.records())
                .containsOnlyKeys("verdicts", "windows", "scores", "alerts", "triage")
                .allSatisfy((kind, records) -> assertThat(records).isGreaterThan(100));
        assertThat(compared.differences()).as(compared.toString()).isEmpty();
    }

    /** A replay of the same records is the same, so that the replay above holds for an archive, too. */
    @ParameterizedTest
    @EnumSource(ArchiveFormat.class)
    void theDayReadFromItsArchiveIsTheRecordedOne(ArchiveFormat format, @TempDir Path folder) throws IOException {
        // given
        List<WardRecord> recorded = new ReplayedDay(ward).records();
        var archive = new ArchivedDay(folder, format, ward.serdes());
        archive.write(recorded);
        // when
        List<WardRecord> read = archive.read(
                new PartitionPeriod(GoldenDay.start(), GoldenDay.end().plus(Duration.ofDays(1))));
        Map<String, WardRecord> byPlace = read.stream().collect(Collectors.toMap(GoldenDayTest::place, each -> each));
        List<WardRecord> archived = recorded.stream()
                .filter(record -> ArchivedDay.isArchived(record.topic()))
                .toList();
        // then: each record is read once, in the order of the times
        assertThat(read).isSortedAccordingTo(Comparator.comparing(WardRecord::at));
        assertThat(byPlace.keySet())
                .isEqualTo(archived.stream().map(GoldenDayTest::place).collect(Collectors.toSet()));
        assertThat(archived.stream().filter(record -> !isSame(record, byPlace.get(place(record)))))
                .isEmpty();
    }

    private static boolean isSame(WardRecord one, WardRecord other) {
        return one.key().equals(other.key())
                && one.at().equals(other.at())
                && one.headers().equals(other.headers())
                && (Arrays.equals(one.value(), other.value()) || decoded(one).equals(decoded(other)));
    }

    /** The arguments of a command have no order, so that its bytes may differ. No other record differs. */
    private static AlarmCommandRecord decoded(WardRecord command) {
        Topic<AlarmCommandRecord> topic = BrokerlessWard.TOPICS.commandsAlerts();
        assertThat(command.topic()).isEqualTo(topic.name());
        return ward.serdes().of(topic).deserializer().deserialize(topic.name(), command.value());
    }

    private static String place(WardRecord record) {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }

    @Test
    void theReportOnAlarmsIsTheSame() throws IOException {
        // when
        String report = LedgerReport.text(ward.ledger(), ward.beds(), GoldenDay.start(), GoldenDay.end());
        // then
        new GoldenFile("alarms-report.txt").mustBe(report);
    }

    @Test
    void thePageOfTheReportOnAlarmsIsTheSame() throws IOException {
        // when
        String page = LedgerReport.page(ward.ledger(), ward.beds(), GoldenDay.start(), GoldenDay.end());
        // then
        new GoldenFile("alarms-report.html").mustBe(page);
    }

    @Test
    void theStationShowsTheSameWard() throws IOException {
        new GoldenFile("station.json").mustBe(ward.picture() + "\n");
    }

    @Test
    void theStationSentTheSameChangesToItsPages() throws IOException {
        // when
        List<String> changes = ward.changes();
        List<String> text = new ArrayList<>();
        text.add("changes " + changes.size() + ", sha256 " + GoldenFile.sha256(changes));
        // then
        new GoldenFile("station-changes.txt").mustBe(lines(text), Map.of("station-changes.jsonl", changes));
    }

    @Test
    void everyTopicHoldsAsManyRecords() throws IOException {
        // when
        List<String> text = new ArrayList<>();
        ward.counts().forEach((topic, count) -> text.add(topic + " " + count));
        // then
        new GoldenFile("topics.txt").mustBe(lines(text));
    }

    @Test
    void everyScoreOfTheDayIsComputedAgainFromItsWindowWithTheSameOutcome() {
        // given
        Map<String, PlacedRecord<Window>> windows = new TreeMap<>();
        recorded(BrokerlessWard.TOPICS.windowsHourly())
                .forEach(window -> windows.put(
                        window.getStay() + ":" + window.getRevision(),
                        new PlacedRecord<>(window, "windows.hourly", GoldenDay.end())));
        var passport = new ScorePassport(score -> new FlinkSteps.ArithmeticScorer(), 0);

        // when
        List<PassportAnswer> answers = recorded(BrokerlessWard.TOPICS.scoresSurvival()).stream()
                .map(score -> passport.verify(score, Optional.ofNullable(windows.get(ScorePassport.id(score)))))
                .toList();

        // then
        assertThat(answers).hasSize(868);
        assertThat(answers).extracting(PassportAnswer::outcome).containsOnly(PassportOutcome.SAME);
    }

    @Test
    void everyAlertOfTheLedgerIsComputedAgainFromTheCleanStreamWithTheSameOutcome() {
        // given
        var passport = new AlertPassport();
        recorded(BrokerlessWard.TOPICS.observationsClean()).forEach(passport::takeInput);
        computeAgain(passport);

        // when
        Map<String, List<Alert>> alerts = ward.ledger().stream()
                .filter(entry -> !entry.getAlert().isEmpty())
                .collect(Collectors.groupingBy(Alert::getAlert, TreeMap::new, Collectors.toList()));
        List<PassportAnswer> answers = new ArrayList<>();
        alerts.forEach((alert, entries) -> answers.add(passport.verify(alert, entries)));

        // then
        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(
                        answer -> assertThat(answer.outcome()).as("%s", answer).isEqualTo(PassportOutcome.SAME));
    }

    private static void computeAgain(AlertPassport passport) {
        var topics = BrokerlessWard.TOPICS;
        Set<String> read = Set.of(
                topics.staysCurrent().name(),
                topics.observationsClean().name(),
                topics.observationsRejected().name(),
                topics.scoresSurvival().name(),
                topics.commandsAlerts().name());
        try (var replay = new AlertReplay(
                topics, ward.serdes(), AlarmRuleCatalogue.adultIcu(), StayWatchConfig.defaults(), GoldenDay.start())) {
            ward.recorded().stream().filter(each -> read.contains(each.topic())).forEach(replay::send);
            replay.passTo(GoldenDay.end());
            replay.collect(passport::takeComputed);
        }
    }

    private static <V extends SpecificRecord> List<V> recorded(Topic<V> topic) {
        var values = ward.serdes().of(topic).deserializer();
        return ward.recorded().stream()
                .filter(each -> each.topic().equals(topic.name()))
                .map(each -> values.deserialize(each.topic(), each.value()))
                .toList();
    }

    /** Else the golden files would prove little. */
    @Test
    void theDayHoldsWhatCanHappenToAnAlarm() {
        // when, then
        assertThat(ward.ledger())
                .extracting(Alert::getState)
                .contains(
                        AlertStateRecord.RAISED,
                        AlertStateRecord.UPGRADED,
                        AlertStateRecord.CLEARED,
                        AlertStateRecord.ACKNOWLEDGED,
                        AlertStateRecord.AUDIO_PAUSED,
                        AlertStateRecord.AUDIO_RESUMED,
                        AlertStateRecord.SHELVED,
                        AlertStateRecord.UNSHELVED,
                        AlertStateRecord.ESCALATED,
                        AlertStateRecord.LIMIT_SET,
                        AlertStateRecord.LIMIT_EXPIRED,
                        AlertStateRecord.FEEDBACK,
                        AlertStateRecord.COMMAND_REFUSED);
        assertThat(ward.rows())
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        var check = new LedgerCheck();
        assertThat(ward.ledger())
                .allSatisfy(entry -> assertThat(check.take("golden day", entry)).isEmpty());
    }

    private static String line(Alert entry) {
        return String.join(
                " | ",
                Long.toString(entry.getSequence()),
                entry.getAt().toString(),
                entry.getBed(),
                entry.getStay(),
                entry.getKind().name(),
                entry.getRule(),
                entry.getState().name(),
                entry.getPriority().name(),
                entry.getMessageEn(),
                entry.getHash());
    }

    private static List<String> counted(List<Alert> ledger, Function<Alert, String> by) {
        Map<String, Long> counts =
                ledger.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> "%6d %s".formatted(each.getValue(), each.getKey()))
                .toList();
    }

    /** A few, evenly spread. */
    private static List<String> samples(List<String> lines) {
        int many = Math.min(SAMPLES, lines.size());
        return IntStream.range(0, many)
                .mapToObj(sample -> lines.get(sample * lines.size() / many))
                .toList();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
