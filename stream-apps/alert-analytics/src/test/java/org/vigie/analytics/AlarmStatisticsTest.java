package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the statistics against numbers that were computed by hand. */
class AlarmStatisticsTest {
    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");
    private static final ReportPeriod DAY = new ReportPeriod(WardStory.at(0), WardStory.at(86_400));

    @Test
    void alarmsAreCountedByRuleAndPriorityAsOftenPerBedAndDay() {
        // when
        var statistics = of(
                4,
                episode("a", "hr_high", 10).build(),
                episode("b", "spo2_low", 20)
                        .setPriority(AlarmPriorityRecord.HIGH)
                        .build(),
                episode("c", "spo2_low", 7_000).build(),
                episode("before", "spo2_low", -1).build(),
                episode("risk", "risk", 30).setKind(AlertKind.PREDICTED).build());

        // then
        assertThat(statistics.all().alarms()).isEqualTo(3);
        assertThat(statistics.topTen())
                .extracting(StatisticsLine::name, StatisticsLine::alarms, StatisticsLine::perBedDay)
                .containsExactly(tuple("spo2_low", 2, 0.5), tuple("hr_high", 1, 0.25));
        assertThat(statistics.byPriority()).extracting(StatisticsLine::name).containsExactly("MEDIUM", "HIGH");
        assertThat(statistics.hourly())
                .hasSize(24)
                .containsEntry(WardStory.at(0), 2)
                .containsEntry(WardStory.at(3_600), 1);
    }

    @Test
    void timesAreMediansOfThoseThatHaveThem() {
        // when
        var line = of(
                        1,
                        episode("a", "r", 0)
                                .setAcknowledgedAt(WardStory.at(30))
                                .setClearedAt(WardStory.at(60))
                                .build(),
                        episode("b", "r", 100)
                                .setAcknowledgedAt(WardStory.at(190))
                                .setClearedAt(WardStory.at(300))
                                .build(),
                        episode("c", "r", 200).build())
                .all();

        // then
        assertThat(line.secondsToAcknowledge()).isEqualTo(60);
        assertThat(line.seconds()).isEqualTo(130);
        assertThat(line.acknowledgedShare()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void positivePredictiveValueCountsTheJudgedAlarmsOnly() {
        // when
        var line = of(
                        1,
                        judged("a", AlarmFeedbackRecord.USEFUL),
                        judged("b", AlarmFeedbackRecord.KNOWN),
                        judged("c", AlarmFeedbackRecord.FALSE),
                        judged("d", AlarmFeedbackRecord.ARTEFACT),
                        judged("e", AlarmFeedbackRecord.ARTEFACT),
                        episode("f", "r", 50).build())
                .all();

        // then
        assertThat(line.feedbacks()).isEqualTo(5);
        assertThat(line.positivePredictiveValue()).isEqualTo(0.4);
        assertThat(line.usefulShare()).isEqualTo(0.2);
        assertThat(of(1, episode("f", "r", 50).build()).all().positivePredictiveValue())
                .isNull();
    }

    @Test
    void threeOfOneRuleAndStayWithinAMinuteChatter() {
        // when
        var line = of(
                        1,
                        episode("a", "r", 0).build(),
                        episode("b", "r", 30).build(),
                        episode("c", "r", 60).build(),
                        episode("d", "r", 91).build(),
                        episode("e", "other", 61).build())
                .all();

        // then
        assertThat(line.chattering()).isEqualTo(3);
    }

    @Test
    void whatLastsMoreThanADayIsStale() {
        // when
        var statistics = new AlarmStatistics(
                new ReportPeriod(WardStory.at(0), WardStory.at(200_000)),
                List.of(
                        episode("a", "r", 0).setClearedAt(WardStory.at(86_400)).build(),
                        episode("b", "r", 0).setClearedAt(WardStory.at(86_401)).build(),
                        episode("open", "r", 100_000).build()),
                Map.of("REA", 1.0),
                config());

        // then
        assertThat(statistics.all().stale()).isEqualTo(2);
    }

    @Test
    void aFloodLastsFromTheEleventhAlarmUntilFewerThanFiveInTenMinutes() {
        // given
        List<AlarmEpisode> alarms = new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(i -> episode("a" + i, "r", 10L * i).build())
                .toList());
        alarms.add(episode("later", "r", 3_000).build());

        // when
        List<AlarmFlood> floods = new AlarmStatistics(DAY, alarms, Map.of("REA", 1.0), config()).floods();

        // then
        // The eleventh comes at 100 s. Of twelve, the eighth leaves the ten minutes at 670 s: four are left.
        assertThat(floods).containsExactly(new AlarmFlood("REA", WardStory.at(100), WardStory.at(670), 2));
    }

    @Test
    void theBudgetIsOneAlarmPerTenMinutesAndNurse() {
        // given
        AlarmEpisode[] alarms = IntStream.range(0, 72)
                .mapToObj(i -> episode("a" + i, "r", 1_200L * i).build())
                .toArray(AlarmEpisode[]::new);

        // when
        var statistics = of(1, alarms);

        // then
        assertThat(statistics.burn()).isCloseTo(0.5, within(1e-9));
        assertThat(statistics.loads()).singleElement().satisfies(load -> {
            assertThat(load.getLast120Minutes()).isEqualTo(5);
            assertThat(load.getLast10Minutes()).isZero();
        });
    }

    @Test
    void bedDaysAreThoseOfThePeriodAndOfEachUnit() {
        // given
        var left = stay(WardStory.at(-86_400), WardStory.at(43_200));
        var came = stay(WardStory.at(64_800), null);
        var before = stay(WardStory.at(-86_400), WardStory.at(-3_600));

        // when
        Map<String, Double> bedDays = DAY.bedDays(List.of(
                new BedStays("REA/01", List.of(left, came)),
                new BedStays("REA/02", List.of(came)),
                new BedStays("USC/01", List.of(left)),
                new BedStays("USC/02", List.of()),
                new BedStays("SSPI/01", List.of(before)),
                new BedStays("BOX", List.of(came))));

        // then
        assertThat(bedDays).isEqualTo(Map.of("REA", 1.0, "USC", 0.5, "BOX", 0.25));
    }

    @Test
    void eachUnitsAlarmsAreDividedByItsOwnBedDaysInEveryForm() {
        // given
        var statistics = new AlarmStatistics(
                DAY,
                List.of(
                        episode("a", "hr_high", 10).build(),
                        episode("b", "hr_high", 20).build(),
                        episode("c", "hr_high", 30).build(),
                        episode("d", "hr_high", 40).setUnit("USC").build(),
                        episode("e", "hr_high", 50).setUnit("HALL").build()),
                Map.of("REA", 12.0, "USC", 0.5, "SSPI", 7.5),
                config());

        // when
        AlarmReport report = AlarmReport.of(DAY, statistics, 1);

        // then
        assertThat(statistics.byUnit())
                .extracting(
                        StatisticsLine::name,
                        StatisticsLine::alarms,
                        StatisticsLine::bedDays,
                        StatisticsLine::perBedDay)
                .containsExactly(
                        tuple("REA", 3, 12.0, 0.25),
                        tuple("HALL", 1, 0.0, null),
                        tuple("USC", 1, 0.5, 2.0),
                        tuple("SSPI", 0, 7.5, 0.0));
        assertThat(statistics.all().perBedDay()).isEqualTo(0.25);
        assertThat(statistics.byRule()).extracting(StatisticsLine::perBedDay).containsExactly(0.25);
        assertThat(new TextAlarmReport(report).toString())
                .containsPattern("REA +3 +3 +0 +12\\.00 +0\\.25 ")
                .containsPattern("USC +1 +1 +0 +0\\.50 +2\\.00 ")
                .containsPattern("HALL +1 +1 +0 +0\\.00 +- ")
                .containsPattern("all +5 +5 +0 +20\\.00 +0\\.25 ");
        assertThat(new HtmlAlarmReport(report).toString())
                .contains("<tr><td>USC</td><td>1</td><td>1</td><td>0</td><td>0.50</td><td>2.00</td>")
                .contains("<tr><td>REA</td><td>3</td><td>3</td><td>0</td><td>12.00</td><td>0.25</td>");
        assertThat(report.figures().get("by_unit"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(line -> line.get("name"), line -> line.get("bed_days"), line -> line.get("per_bed_day"))
                .containsExactly(
                        tuple("REA", 12.0, 0.25),
                        tuple("HALL", 0.0, null),
                        tuple("USC", 0.5, 2.0),
                        tuple("SSPI", 7.5, 0.0));
    }

    @Test
    void everyFormOfTheReportHoldsTheSameFigures() {
        // when
        AlarmReport report =
                AlarmReport.of(DAY, of(2, episode("a", "spo2_<low>", 10).build()), 1);

        // then
        assertThat(new TextAlarmReport(report).toString())
                .contains("spo2_<low>")
                .contains("0.50");
        assertThat(new HtmlAlarmReport(report).toString())
                .contains("spo2_&lt;low&gt;")
                .doesNotContain("spo2_<low>")
                .doesNotContain("http://", "https://");
        assertThat(report.figures()).containsEntry("bed_days", 2.0).containsEntry("top_ten", List.of("spo2_<low>"));
    }

    private static AlarmEpisode judged(String alert, AlarmFeedbackRecord feedback) {
        return episode(alert, "r", 50).setFeedback(feedback).build();
    }

    private static AlarmStatistics of(double bedDays, AlarmEpisode... episodes) {
        return new AlarmStatistics(DAY, List.of(episodes), Map.of("REA", bedDays), config());
    }

    private static AnalyticsConfig config() {
        AnalyticsConfig defaults = AnalyticsConfig.defaults();
        return new AnalyticsConfig(defaults.kafka(), defaults.stateDir(), 1, 1);
    }

    private static Stay stay(Instant from, Instant until) {
        return new WardStory().bed("REA/01", "s").admission(from, until);
    }

    private static AlarmEpisode.Builder episode(String alert, String rule, long second) {
        return BED.alert(alert).rule(rule, "").raisedAt(WardStory.at(second)).episode();
    }
}
