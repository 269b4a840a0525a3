package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class Physionet2012CohortReaderTest {
    private static final String HEAD =
            "Time,Parameter,Value\n00:00,RecordID,132539\n00:00,Age,54\n00:00,Gender,0\n00:00,Height,170.2\n00:00,ICUType,4\n";
    private static final String WEIGHED = HEAD + "00:00,Weight,80\n";

    @TempDir
    Path folder;

    @Test
    void aStayIsReadWithItsPatient() throws IOException {
        // when
        RecordedStay stay = only(WEIGHED.replace("Weight,80", "Weight,-1") + "00:07,HR,73\n");

        // then
        assertThat(stay.id()).isEqualTo(132539);
        assertThat(stay.statics())
                .isEqualTo(new StaticFeatures(54, AdministrativeSex.FEMALE, 170.2, Double.NaN, UnitType.SURGICAL));
        assertThat(stay.measurements()).singleElement().satisfies(measurement -> {
            assertThat(measurement.since()).isEqualTo(Duration.ofMinutes(7));
            assertThat(measurement.variable().name()).isEqualTo("hr");
            assertThat(measurement.value()).isEqualTo(73);
        });
    }

    @Test
    void minusOneMeansNotRecorded() throws IOException {
        // when
        RecordedStay stay = only(
                "Time,Parameter,Value\n00:00,RecordID,1\n00:00,Age,54\n00:00,Gender,-1\n00:00,Height,-1\n00:00,ICUType,2\n00:00,Weight,-1\n01:00,Weight,82\n");

        // then
        assertThat(stay.statics().sex()).isEqualTo(AdministrativeSex.UNKNOWN);
        assertThat(stay.statics().heightCm()).isNaN();
        assertThat(stay.statics().weightKg()).isNaN();
        assertThat(values(stay)).containsExactly(82.0);
    }

    @Test
    void theWeightAtAdmissionDescribesThePatientAndBeginsItsSeries() throws IOException {
        // when
        RecordedStay stay = only(WEIGHED + "00:07,Weight,81\n01:07,Weight,82\n");

        // then
        assertThat(stay.statics().weightKg()).isEqualTo(80);
        assertThat(values(stay)).containsExactly(80.0, 81.0, 82.0);
    }

    @Test
    void aLostDecimalPointOfAPhIsPutBack() throws IOException {
        assertThat(values(only(HEAD + "01:00,pH,735\n02:00,pH,73.5\n03:00,pH,7.35\n")))
                .containsExactly(7.35, 7.35, 7.35);
    }

    @Test
    void inspiredOxygenIsAFractionThereAndAPercentageHere() throws IOException {
        assertThat(values(only(HEAD + "01:00,FiO2,0.5\n"))).containsExactly(50.0);
    }

    @Test
    void magnesiumIsReadInMilligramsAgainstTheChallengesPage() throws IOException {
        assertThat(only(HEAD + "01:00,Mg,2\n").measurements())
                .singleElement()
                .satisfies(measurement -> assertThat(measurement.value()).isEqualTo(0.823, within(0.001)));
    }

    @Test
    void troponinHasAnotherNameInTheFilesThanOnTheChallengesPage() throws IOException {
        assertThat(only(HEAD + "01:00,TroponinT,0.3\n01:00,TroponinI,2\n").measurements())
                .extracting(measurement -> measurement.variable().name())
                .containsExactly("troponin_t", "troponin_i");
    }

    @Test
    void aRowThatCannotBeUsedIsCountedUnderItsReason() throws IOException {
        // when
        Cohort cohort = read(HEAD
                + "10:45,,1.9\n"
                + "10:45,Mystery,1\n"
                + "10:45,HR,many\n"
                + "10:45,HR,NaN\n"
                + "10:45,HR\n"
                + "sometime,HR,80\n"
                + "10:45,SysABP,-12\n"
                + "10:45,Temp,-17.8\n"
                + "10:45,SysABP,0\n"
                + "10:45,Lactate,-1\n"
                + "10:45,Urine,80\n"
                + "10:45,Urine,80\n"
                + "10:45,Temp,36.5\n"
                + "10:45,Temp,38.5\n"
                + "\n"
                + "10:46,HR,80\n");

        // then
        assertThat(values(cohort.recordings().get(0))).containsExactly(80.0, 36.5, 80.0);
        assertThat(cohort.faults())
                .isEqualTo(Map.of(
                        UnusedRowReason.NO_NAME, 1,
                        UnusedRowReason.UNKNOWN_NAME, 1,
                        UnusedRowReason.NOT_A_NUMBER, 2,
                        UnusedRowReason.MALFORMED, 2,
                        UnusedRowReason.NOT_RECORDED, 1,
                        UnusedRowReason.OUT_OF_RANGE, 2,
                        UnusedRowReason.FLAT_LINE, 1,
                        UnusedRowReason.DUPLICATE, 1,
                        UnusedRowReason.SPIKE, 1));
    }

    @Test
    void whatIsImplausibleButPossibleIsKeptAsItIsLive() throws IOException {
        assertThat(values(only(HEAD + "01:00,HR,12\n02:00,Temp,30\n"))).containsExactly(12.0, 30.0);
    }

    @Test
    void windowsLineEndsAByteOrderMarkAndAMissingHeadDoNoHarm() throws IOException {
        // given
        RecordedStay plain = only(HEAD + "00:07,HR,73\n");

        // when, then
        assertThat(only(HEAD.replace("\n", "\r\n") + "00:07,HR,73\r\n")).isEqualTo(plain);
        assertThat(only(HEAD.replace("Time,Parameter,Value\n", "") + "00:07,HR,73"))
                .isEqualTo(plain);
        assertThat(only("\uFEFF" + HEAD + "00:07,HR,73\n")).isEqualTo(plain);
    }

    @Test
    void aFileWithOnlyItsHeadOrWithNothingIsAStayOfWhichNothingIsKnown() throws IOException {
        // given
        RecordedStay unknown = new RecordedStay(132539, StaticFeatures.UNKNOWN, List.of());

        // when, then
        assertThat(only("Time,Parameter,Value\n")).isEqualTo(unknown);
        assertThat(only("")).isEqualTo(unknown);
    }

    @Test
    void hourFortyEightIsReadAndTwoValuesOfAMinuteAreBothKept() throws IOException {
        // when
        RecordedStay stay = only(HEAD + "05:00,HR,80\n05:00,HR,90\n48:00,HR,70\n");

        // then
        assertThat(values(stay)).containsExactly(80.0, 90.0, 70.0);
        assertThat(stay.measurements().get(2).since()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aStayWithoutASeriesIsStillAStay() throws IOException {
        assertThat(only(HEAD).measurements()).isEmpty();
    }

    @Test
    void anArchiveHoldsTheSameStaysAsItsFolder() throws IOException {
        // given
        String second = HEAD.replace("132539", "132538") + "01:00,HR,60\n" + "02:00,HR,61\n".repeat(60);
        Files.writeString(folder.resolve("132539.txt"), HEAD + "00:07,HR,73\n");
        Files.writeString(folder.resolve("132538.txt"), second);
        Files.writeString(folder.resolve("README"), "not a stay");
        Path archive = TarGzWriter.of(
                folder.resolve("set.tar.gz"),
                List.of("set-a/", "set-a/132539.txt", "set-a/132538.txt"),
                List.of("", HEAD + "00:07,HR,73\n", second));

        // when
        Cohort unpacked = Physionet2012CohortReader.read("a", folder);

        // then
        assertThat(unpacked.recordings()).extracting(RecordedStay::id).containsExactly(132538, 132539);
        assertThat(Physionet2012CohortReader.read("a", archive)).isEqualTo(unpacked);
    }

    @Test
    void theStaysOfASetAreFoundWhereverTheyLieAndNothingElseIs() throws IOException {
        // given
        Path archive = TarGzWriter.of(
                folder.resolve("set-c.tar.gz"),
                List.of(
                        "./",
                        "./set-c/",
                        "./set-c/._7.txt",
                        "./set-c/7.txt",
                        "./set-c/8.TXT",
                        "set-c/9.csv",
                        "a/b/1a.txt"),
                List.of("", "", "Mac", HEAD, HEAD, HEAD, HEAD));

        // when
        Files.createDirectories(folder.resolve("sets/set-c"));
        Files.writeString(folder.resolve("sets/set-c/7.txt"), HEAD);

        // then
        assertThat(Physionet2012CohortReader.read("c", archive).recordings())
                .extracting(RecordedStay::id)
                .containsExactly(7, 8, 9);
        assertThat(Physionet2012CohortReader.read("c", folder.resolve("sets")).recordings())
                .extracting(RecordedStay::id)
                .containsExactly(7);
    }

    @Test
    void aStayThatIsThereTwiceIsRefused() throws IOException {
        // given
        Path archive = TarGzWriter.of(folder.resolve("set.tar.gz"), List.of("a/7.txt", "b/7.txt"), List.of(HEAD, HEAD));

        // when, then
        assertThatThrownBy(() -> Physionet2012CohortReader.read("c", archive))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stay 7 is there twice");
    }

    @Test
    void whatIsNoArchiveIsRefusedByItsName() throws IOException {
        // given
        Path text = Files.writeString(folder.resolve("set.txt"), "no archive");
        Path zipped =
                TarGzWriter.write(folder.resolve("set.gz"), "x".repeat(600).getBytes(StandardCharsets.US_ASCII));

        // when, then
        assertThatThrownBy(() -> Physionet2012CohortReader.read("c", text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("set.txt: not a .tar.gz");
        assertThatThrownBy(() -> Physionet2012CohortReader.read("c", zipped))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("set.gz: not a .tar.gz");
        assertThatThrownBy(() -> Physionet2012CohortReader.read("c", folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere: no such set");
    }

    @Test
    void aTruncatedArchiveIsReported() throws IOException {
        // given
        Path archive =
                TarGzWriter.of(folder.resolve("set.tar.gz"), List.of("set-a/1.txt"), List.of("Time,Parameter,Value\n"));
        Path cut = TarGzWriter.cut(archive, 520);

        // when, then
        assertThatThrownBy(() -> Physionet2012CohortReader.read("a", cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends in the middle of set-a/1.txt");
    }

    @Test
    void aFolderWithoutStaysIsRefused() {
        assertThatThrownBy(() -> Physionet2012CohortReader.read("a", folder)).hasMessageContaining("holds no stay");
    }

    private Cohort read(String text) throws IOException {
        Files.write(folder.resolve("132539.txt"), text.getBytes(StandardCharsets.UTF_8));
        return Physionet2012CohortReader.read("a", folder);
    }

    private RecordedStay only(String text) throws IOException {
        return read(text).recordings().get(0);
    }

    private static List<Double> values(RecordedStay stay) {
        return stay.measurements().stream().map(RecordedMeasurement::value).toList();
    }
}
