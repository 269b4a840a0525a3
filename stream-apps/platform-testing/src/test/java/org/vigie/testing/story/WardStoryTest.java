package org.vigie.testing.story;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;

/** Tests that stories become the expected messages. */
class WardStoryTest {
    private final WardStory ward = new WardStory();

    @Test
    void aStoryBecomesOneMessageEachStep() {
        // given
        ward.bed("A3").heartRate("82 84 -").saturation("97 off 98").every(2, SECONDS);

        // when
        List<Observation> sent = ward.observations();

        // then
        assertThat(sent).extracting(Observation::getMessageId).containsExactly("A3-0", "A3-1", "A3-2");
        assertThat(sent.get(1).getReceivedTime()).isEqualTo(WardStory.START.plusSeconds(2));
        assertThat(sent.get(1).getReadings())
                .extracting(ReadingRecord::getVariable, ReadingRecord::getValue, ReadingRecord::getText)
                .containsExactly(tuple("hr", 84.0, null), tuple("spo2", null, "off"));
        assertThat(sent.get(2).getReadings()).hasSize(1);
    }

    @Test
    void bedsShareOneClock() {
        // when
        ward.bed("A3").heartRate("80 81").every(2, SECONDS);
        ward.bed("A4").silent(Duration.ofSeconds(1)).heartRate("70").every(1, SECONDS);

        // then
        assertThat(ward.observations()).extracting(Observation::getBed).containsExactly("REA/A3", "REA/A4", "REA/A3");
    }

    @Test
    void aMessageThatComesAgainIsTheSameButForItsReceivedTime() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS).again();

        // when
        List<Observation> sent = ward.observations();

        // then
        assertThat(sent.get(1).getMessageId()).isEqualTo(sent.get(0).getMessageId());
        assertThat(sent.get(1).getReceivedTime()).isAfter(sent.get(0).getReceivedTime());
    }

    @Test
    void oneStoryYieldsRawAndCleanRecordsOfTheSameMessages() {
        // given
        BedStory bed = ward.bed("A3").saturation("97x2 84").every(1, SECONDS);

        // when
        List<CleanObservation> clean = bed.cleanObservations();

        // then
        assertThat(clean)
                .extracting(CleanObservation::getMessageId)
                .isEqualTo(bed.observations().stream()
                        .map(Observation::getMessageId)
                        .toList());
        assertThat(clean)
                .flatExtracting(CleanObservation::getReadings)
                .extracting(JudgedReading::getValue, JudgedReading::getVerdict)
                .containsExactly(
                        tuple(97.0, CleaningOutcomeRecord.KEPT),
                        tuple(97.0, CleaningOutcomeRecord.KEPT),
                        tuple(84.0, CleaningOutcomeRecord.KEPT));
        assertThat(clean).extracting(CleanObservation::getStay).containsOnly("stay-A3");
    }

    @Test
    void theReadingsOfAMonitorWhoseClockIsOffHaveTheTimeOfTheirReceipt() {
        // given
        BedStory bed =
                ward.bed("A3").clock(Duration.ofHours(-1)).heartRate("80").every(1, SECONDS);

        // when
        JudgedReading reading = bed.cleanObservations().get(0).getReadings().get(0);

        // then
        assertThat(reading.getMeasuredAt()).isEqualTo(WardStory.START.minus(Duration.ofHours(1)));
        assertThat(reading.getAsOf()).isEqualTo(WardStory.START);
    }

    @Test
    void oneMessageIsWrittenReadingByReading() {
        // when
        CleanObservation clean = ward.bed("REA/A3", "stay-1")
                .at("PT10M")
                .kept("rr", 12)
                .from("CO2", true)
                .withdrawn("hr", 184)
                .clean();

        // then
        assertThat(clean.getReceivedTime()).isEqualTo(WardStory.ADMITTED.plus(Duration.ofMinutes(10)));
        assertThat(clean.getReadings())
                .extracting(JudgedReading::getVerdict, JudgedReading::getChannel, JudgedReading::getWithdraws)
                .containsExactly(
                        tuple(CleaningOutcomeRecord.KEPT, "CO2", List.of()),
                        tuple(CleaningOutcomeRecord.RETRACTED, "", List.of(184.0)));
    }

    @Test
    void anAlarmIsWrittenEntryByEntry() {
        // given
        AlertStory alarm = ward.bed("A3").alert("a1").rule("hr_high", "hr").value(152, 120);

        // when
        List<Alert> entries = List.of(alarm.raised(), alarm.cleared(WardStory.at(60)));

        // then
        assertThat(entries)
                .extracting(Alert::getBed, Alert::getRule, Alert::getState, Alert::getAt)
                .containsExactly(
                        tuple("REA/A3", "hr_high", AlertStateRecord.RAISED, WardStory.at(15)),
                        tuple("REA/A3", "hr_high", AlertStateRecord.CLEARED, WardStory.at(60)));
    }

    @Test
    void aBedTellsItsTriageWithASecondOpinion() {
        // when
        TriageAssessmentRecord triage = ward.bed("A3")
                .triage()
                .level(TriageLevelRecord.TRI_2)
                .news2(5, 7)
                .secondOpinion(3, true, "température absente", "temperature missing")
                .assessed(WardStory.at(60));

        // then
        assertThat(triage.getBed()).isEqualTo("REA/A3");
        assertThat(triage.getMissing()).containsExactly("temp", "consciousness");
        assertThat(triage.getReasonsEn()).containsExactly("NEWS2 5 or more");
        assertThat(triage.getSecondLook().getLevel()).isEqualTo(3);
    }

    @Test
    void aLimitOfAPatientBeginsWithACommandAndEndsWithoutOne() {
        // given
        PatientLimitStory limit = ward.bed("A3").limit("spo2", "BELOW", 85);

        // when
        Alert set = limit.set(WardStory.START, Duration.ofMinutes(30));
        Alert expired = limit.expired(WardStory.at(1_800));

        // then
        assertThat(set.getCommand().getExpiresAt()).isEqualTo(WardStory.at(1_800));
        assertThat(expired.getCommand()).isNull();
        assertThat(List.of(set, expired)).allSatisfy(entry -> {
            assertThat(entry.getAlert()).isEmpty();
            assertThat(entry.getLimits()).hasSize(1);
        });
    }
}
