package org.vigie.recordings.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;

/** Tests that a defect in a published stay costs its own value, and is reported with its line. */
class PublishedStayDefectsTest {
    @Test
    void inPhysionet2012AValueWithoutATimeOrANumberIsLeftOutWithItsLine() {
        // when
        StayRecording stay = Physionet2012Reader.recording("""
                Time,Parameter,Value
                00:00,RecordID,7
                7,HR,73
                00:61,HR,74
                01:00,HR,high
                02:00,HR,75
                01:30,HR,76
                01:30,Temp,36.6
                """);

        // then
        assertThat(stay.leftOut())
                .containsExactly(
                        leftOut(
                                "HR",
                                "73",
                                "no time: 7 (hours and minutes since admission are expected, 07:30) (line 3)"),
                        leftOut(
                                "HR",
                                "74",
                                "no time: 00:61 (hours and minutes since admission are expected, 07:30) (line 4)"),
                        leftOut("HR", "high", "not a number (line 5)"),
                        leftOut("HR", "76", "the time goes back (line 7)"));
        assertThat(stay.rows()).hasSize(2);
    }

    @Test
    void inPhysionet2012TheFirstOfTwoFactsCountsAndAWeightIsAlsoAValue() {
        // when
        StayRecording stay = Physionet2012Reader.recording("""
                Time,Parameter,Value
                00:00,Weight,81
                00:00,Age,54
                00:00,Age,-1
                00:00,Gender,7
                00:00,ICUType,9
                05:00,Weight,82
                """);

        // then
        assertThat(stay.person())
                .isEqualTo(new StayRecording.RecordedPatient(
                        54.0, AdministrativeSexRecord.UNKNOWN, null, 81.0, UnitTypeRecord.UNKNOWN));
        assertThat(stay.rows())
                .extracting(StayRecording.RecordedRow::at)
                .containsExactly(Duration.ZERO, Duration.ofHours(5));
    }

    @Test
    void inPhysionet2019ATextIsLeftOutAndAnEmptyFieldIsNoDefect() {
        // when
        StayRecording stay = Physionet2019Reader.read("p1", "HR|SBP|Temp\n80||NaN\nhigh|120|36.6\n");

        // then
        assertThat(stay.leftOut()).containsExactly(leftOut("HR", "high", "not a number (line 3)"));
        assertThat(stay.length()).isEqualTo(Duration.ofHours(2));
        assertThat(stay.rows()).hasSize(2);
    }

    @Test
    void inPhysionet2019ATableWithoutHoursIsAStayOfNobody() {
        // when
        StayRecording stay = Physionet2019Reader.read("p1", "HR|SBP\n");

        // then
        assertThat(stay.rows()).isEmpty();
        assertThat(stay.length()).isZero();
        assertThat(stay.person().sex()).isEqualTo(AdministrativeSexRecord.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"0, FEMALE", "1, MALE", "NaN, UNKNOWN", "2, UNKNOWN"})
    void inPhysionet2019AGenderThatIsNeitherIsUnknown(String gender, AdministrativeSexRecord sex) {
        assertThat(Physionet2019Reader.read("p1", "HR|Gender\n80|" + gender + "\n")
                        .person()
                        .sex())
                .isEqualTo(sex);
    }

    private static LeftOutEntry leftOut(String channel, String value, String reason) {
        return new LeftOutEntry(channel, value, reason);
    }
}
