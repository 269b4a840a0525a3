package org.vigie.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;

/** Tests the nursing activities and sensor faults of patients who vary. */
class DisturbanceScheduleTest {
    private static final Instant LIVE = Instant.parse("2026-03-01T08:00:00Z");
    private static final int PATIENTS = 150;

    @Test
    void eachDisturbanceOccursAsOftenAsTheTableStates() {
        // given
        Map<String, Long> counts = IntStream.range(0, PATIENTS)
                .mapToObj(DisturbanceScheduleTest::ofADay)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(episode -> episode.disturbance().name(), Collectors.counting()));

        // when, then
        assertThat(BedsideDisturbance.standard())
                .filteredOn(each -> each.patients().equals("all"))
                .allSatisfy(each -> assertThat(counts.get(each.name()) / (double) PATIENTS)
                        .as(each.name())
                        .isCloseTo(each.perDay(), within(0.2 * each.perDay() + 0.25)));
    }

    @Test
    void halfOfTheFaultsEndWithinFourteenSeconds() {
        // when
        List<Long> seconds = IntStream.range(0, PATIENTS)
                .mapToObj(DisturbanceScheduleTest::ofADay)
                .flatMap(List::stream)
                .filter(episode -> episode.disturbance().name().equals("oximeter-motion"))
                .map(episode ->
                        Duration.between(episode.from(), episode.until()).toSeconds())
                .sorted()
                .toList();

        // then
        assertThat(seconds.get(seconds.size() / 2)).isBetween(12L, 16L);
    }

    @Test
    void whatBeginsIsThereUntilItsEnd() {
        // given
        DisturbanceSchedule schedule = schedule(1);

        // when, then
        assertThat(ofADay(1)).isNotEmpty().allSatisfy(episode -> {
            assertThat(schedule.at(episode.from())).contains(episode);
            assertThat(schedule.at(episode.until().minusSeconds(1))).contains(episode);
            assertThat(schedule.at(episode.until())).doesNotContain(episode);
        });
    }

    @Test
    void nothingBeginsBeforeTheWardIsLive() {
        assertThat(schedule(1).beginning(LIVE.minus(Duration.ofDays(1)), LIVE.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void aFlushRaisesThePressureBeyondEveryLimitAndIsListedInTheTruth() {
        // given
        DisturbanceEpisode flush = first("line-flush");
        ReadingRecord before = reading("abp_sys", 120);

        // when
        List<ReadingRecord> sent = flush.applyTo(List.of(before, reading("hr", 80)), flush.from());
        Truth truth = flush.truth("REA/01", "stay-1");

        // then
        assertThat(sent.get(0).getValue()).isBetween(280.0, 295.0);
        assertThat(sent.get(1).getValue()).isEqualTo(80);
        assertThat(truth.getDetail()).isEqualTo("nursing: line-flush of abp_sys abp_dia abp_mean");
    }

    @Test
    void anElectrodeThatIsOffSendsNoNumber() {
        // given
        DisturbanceEpisode off = first("electrodes-off");

        // when
        ReadingRecord sent = off.applyTo(List.of(reading("hr", 80)), off.from()).get(0);

        // then
        assertThat(sent.getValue()).isNull();
        assertThat(sent.getStatus()).isEqualTo(MeasurementStatusRecord.UNAVAILABLE);
    }

    @Test
    void mobilisingChangesThePatientAndEndsWithTheActivity() {
        // given
        DisturbanceEpisode mobilising = first("mobilising");
        Map<String, Double> during = new HashMap<>(Map.of("hr", 80.0));
        Map<String, Double> atTheEnd = new HashMap<>(Map.of("hr", 80.0));
        Duration half = Duration.between(mobilising.from(), mobilising.until()).dividedBy(2);

        // when
        mobilising.applyTo(during, mobilising.from().plus(half));
        mobilising.applyTo(atTheEnd, mobilising.until().minusMillis(1));

        // then
        assertThat(during.get("hr")).isBetween(88.0, 105.0);
        assertThat(atTheEnd.get("hr")).isCloseTo(80, within(0.1));
    }

    @Test
    void everyRateAndDurationNamesItsSource() {
        // when, then
        assertThat(CsvTables.rows(BedsideDisturbance.class, "disturbances.csv").map(row -> row.getField("source")))
                .allSatisfy(source -> assertThat(source).isNotBlank());
        // when
        Function<NamedCsvRecord, String> name = row -> row.getField("disturbance");
        // then
        assertThat(CsvTables.rows(BedsideDisturbance.class, "disturbance-effects.csv")
                        .map(name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(BedsideDisturbance.standard().stream()
                        .map(BedsideDisturbance::name)
                        .toList());
    }

    private static DisturbanceEpisode first(String name) {
        return IntStream.range(0, PATIENTS)
                .mapToObj(DisturbanceScheduleTest::ofADay)
                .flatMap(List::stream)
                .filter(episode -> episode.disturbance().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<DisturbanceEpisode> ofADay(int patient) {
        return schedule(patient).beginning(LIVE.minusMillis(1), LIVE.plus(Duration.ofDays(1)));
    }

    private static DisturbanceSchedule schedule(int patient) {
        return new DisturbanceSchedule(
                new SimulatedPatient(patient, new RandomSeed(3).derive(patient), LIVE.minus(Duration.ofDays(2)), true),
                LIVE);
    }

    private static ReadingRecord reading(String variable, double value) {
        return new ReadingRecord(variable, value, null, "", MeasurementStatusRecord.VALID, LIVE, "");
    }
}
