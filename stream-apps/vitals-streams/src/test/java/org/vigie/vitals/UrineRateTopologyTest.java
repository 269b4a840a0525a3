package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.vitals.VitalsTopologyStory.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.WardStory;

/** Tests the urine rate that vitals-streams derives from what one charting system sends hour by hour. */
class UrineRateTopologyTest {
    private final VitalsTopologyDriver vitals =
            new VitalsTopologyDriver(new CleaningMemoryConfig(Duration.ofMinutes(1), 1_000));

    private List<Stay> stays = List.of(stay("first", WardStory.START, null));

    @AfterEach
    void close() {
        vitals.close();
    }

    @Test
    void chartedUrineAndWeightGiveARateOfTheHour() {
        // given
        chart("weight", 80.0, "kg", 0);
        chart("urine", 60.0, "mL", 0);

        // when
        List<JudgedReading> second = chart("urine", 40.0, "mL", 1);

        // then
        assertThat(second)
                .extracting(JudgedReading::getVariable, JudgedReading::getValue, JudgedReading::getVerdict)
                .containsExactly(
                        tuple("urine", 40.0, CleaningOutcomeRecord.KEPT),
                        tuple("urine_rate", 0.5, CleaningOutcomeRecord.KEPT));
    }

    @Test
    void retractedUrineTakesBackTheRateOfItsHour() {
        // given
        chart("weight", 80.0, "kg", 0);
        chart("urine", 60.0, "mL", 0);
        chart("urine", 40.0, "mL", 1);

        // when
        List<JudgedReading> retraction = sent("urine", 40.0, "mL", 1, MeasurementStatusRecord.RETRACTED);

        // then
        assertThat(retraction)
                .extracting(JudgedReading::getVariable, JudgedReading::getVerdict, JudgedReading::getWithdraws)
                .containsExactly(
                        tuple("urine", CleaningOutcomeRecord.RETRACTED, List.of(40.0)),
                        tuple("urine_rate", CleaningOutcomeRecord.RETRACTED, List.of(0.5)));
    }

    @Test
    void retractedUrineCorrectsTheRateOfTheNextHour() {
        // given
        chart("weight", 80.0, "kg", 0);
        chart("urine", 60.0, "mL", 0);
        chart("urine", 40.0, "mL", 1);
        chart("urine", 80.0, "mL", 2);

        // when: the 80 mL were collected for two hours then
        List<JudgedReading> retraction = sent("urine", 40.0, "mL", 1, MeasurementStatusRecord.RETRACTED);

        // then
        assertThat(retraction)
                .extracting(
                        JudgedReading::getVariable,
                        JudgedReading::getMeasuredAt,
                        JudgedReading::getValue,
                        JudgedReading::getWithdraws)
                .endsWith(tuple("urine_rate", WardStory.START.plus(Duration.ofHours(2)), 0.5, List.of(1.0)));
        assertThat(retraction).extracting(JudgedReading::getIndex).containsExactly(0, -2, -3);
    }

    @Test
    void withoutAnyEarlierUrineTheRateOfTheNextHourIsTakenBack() {
        // given
        chart("weight", 80.0, "kg", 0);
        chart("urine", 60.0, "mL", 0);
        chart("urine", 80.0, "mL", 1);

        // when
        List<JudgedReading> retraction = sent("urine", 60.0, "mL", 0, MeasurementStatusRecord.RETRACTED);

        // then
        assertThat(retraction)
                .extracting(JudgedReading::getVariable, JudgedReading::getVerdict, JudgedReading::getWithdraws)
                .containsExactly(
                        tuple("urine", CleaningOutcomeRecord.RETRACTED, List.of(60.0)),
                        tuple("urine_rate", CleaningOutcomeRecord.RETRACTED, List.of(1.0)));
    }

    @Test
    void theFirstUrineOfAPatientHasNoRate() {
        // given
        chart("weight", 80.0, "kg", 0);

        // when
        List<JudgedReading> first = chart("urine", 60.0, "mL", 0);

        // then
        assertThat(first).extracting(JudgedReading::getVariable).containsExactly("urine");
    }

    @Test
    void theNextPatientsRateUsesNeitherTheWeightNorTheUrineOfTheOneBefore() {
        // given: the first patient leaves after two hours, the next one comes an hour later and has no weight yet
        chart("weight", 50.0, "kg", 0);
        chart("urine", 60.0, "mL", 1);
        Instant left = WardStory.START.plus(Duration.ofHours(2));
        stays = List.of(stay("first", WardStory.START, left), stay("next", left.plus(Duration.ofHours(1)), null));
        chart("urine", 90.0, "mL", 4);

        // when
        List<JudgedReading> withoutWeight = chart("urine", 90.0, "mL", 6);
        chart("weight", 100.0, "kg", 7);
        List<JudgedReading> withWeight = chart("urine", 90.0, "mL", 8);

        // then
        assertThat(withoutWeight).extracting(JudgedReading::getVariable).containsExactly("urine");
        assertThat(withWeight)
                .extracting(JudgedReading::getVariable, JudgedReading::getValue)
                .containsExactly(tuple("urine", 90.0), tuple("urine_rate", 0.45));
    }

    @Test
    void theFirstUrineOfTheNextPatientHasNoRate() {
        // given
        chart("urine", 60.0, "mL", 1);
        Instant left = WardStory.START.plus(Duration.ofHours(2));
        stays = List.of(stay("first", WardStory.START, left), stay("next", left, null));
        chart("weight", 100.0, "kg", 3);

        // when
        List<JudgedReading> first = chart("urine", 90.0, "mL", 4);

        // then
        assertThat(first).extracting(JudgedReading::getVariable).containsExactly("urine");
    }

    @Test
    void theRateUsesAWeightAndAUrineThatWereChartedBeforeALateAdmission() {
        // given: the former patient left, the next one is weighed, and is admitted an hour later
        chart("weight", 50.0, "kg", 0);
        Instant left = WardStory.START.plus(Duration.ofHours(2));
        stays = List.of(stay("first", WardStory.START, left), stay("next", left.plus(Duration.ofHours(2)), null));
        chart("weight", 100.0, "kg", 3);
        chart("urine", 60.0, "mL", 3);

        // when
        List<JudgedReading> charted = chart("urine", 100.0, "mL", 5);

        // then
        assertThat(charted)
                .extracting(JudgedReading::getVariable, JudgedReading::getValue)
                .containsExactly(tuple("urine", 100.0), tuple("urine_rate", 0.5));
    }

    @Test
    void urineThatIsTakenBackChangesNoRateOfTheNextPatient() {
        // given
        chart("weight", 80.0, "kg", 0);
        chart("urine", 60.0, "mL", 1);
        Instant left = WardStory.START.plus(Duration.ofHours(2));
        stays = List.of(stay("first", WardStory.START, left), stay("next", left, null));
        chart("urine", 90.0, "mL", 4);

        // when
        List<JudgedReading> retraction = sent("urine", 60.0, "mL", 1, MeasurementStatusRecord.RETRACTED);

        // then
        assertThat(retraction).extracting(JudgedReading::getVariable).containsExactly("urine");
    }

    private List<JudgedReading> chart(String variable, Double value, String unit, int hour) {
        return sent(variable, value, unit, hour, MeasurementStatusRecord.VALID);
    }

    private List<JudgedReading> sent(
            String variable, Double value, String unit, int hour, MeasurementStatusRecord status) {
        Instant at = WardStory.START.plus(Duration.ofHours(hour));
        vitals.tell(new BedStays("REA/A3", stays));
        vitals.tell(Observation.newBuilder()
                .setSource("test")
                .setDevice("charting")
                .setBed("REA/A3")
                .setMessageId(variable + hour + status)
                .setSequence(0)
                .setDeviceTime(at)
                .setReceivedTime(at)
                .setReadings(List.of(new ReadingRecord(variable, value, null, unit, status, at, "")))
                .build());
        return vitals.clean().stream()
                .flatMap(observation -> observation.getReadings().stream())
                .toList();
    }
}
