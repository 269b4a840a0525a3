package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.feature.Statics.Sex;
import org.vigie.signal.feature.Statics.Unit;

class ChallengeReaderTest {
    private static final String HEAD =
            "Time,Parameter,Value\n00:00,RecordID,132539\n00:00,Age,54\n00:00,Gender,0\n00:00,Height,170.2\n00:00,ICUType,4\n00:00,Weight,80\n";

    @TempDir
    Path folder;

    @Test
    void aStayIsReadWithItsPatient() throws IOException {
        Recording stay = only(HEAD + "00:07,HR,73\n");

        assertThat(stay.id()).isEqualTo(132539);
        assertThat(stay.statics()).isEqualTo(new Statics(54, Sex.FEMALE, 170.2, 80, Unit.SURGICAL));
        assertThat(stay.measurements()).singleElement().satisfies(measurement -> {
            assertThat(measurement.since()).isEqualTo(Duration.ofMinutes(7));
            assertThat(measurement.variable().name()).isEqualTo("hr");
            assertThat(measurement.value()).isEqualTo(73);
        });
    }

    @Test
    void minusOneMeansNotRecorded() throws IOException {
        Recording stay = only(
                "Time,Parameter,Value\n00:00,RecordID,1\n00:00,Age,54\n00:00,Gender,-1\n00:00,Height,-1\n00:00,ICUType,2\n00:00,Weight,-1\n01:00,Weight,82\n");

        assertThat(stay.statics().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(stay.statics().heightCm()).isNaN();
        assertThat(stay.statics().weightKg()).isNaN();
        assertThat(values(stay)).containsExactly(82.0);
    }

    @Test
    void theFirstWeightDescribesThePatientAndLaterOnesAreASeries() throws IOException {
        Recording stay = only(HEAD + "00:07,Weight,81\n01:07,Weight,82\n");

        assertThat(stay.statics().weightKg()).isEqualTo(80);
        assertThat(values(stay)).containsExactly(81.0, 82.0);
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
    void troponinHasAnotherNameInTheFilesThanOnTheChallengesPage() throws IOException {
        assertThat(only(HEAD + "01:00,TroponinT,0.3\n01:00,TroponinI,2\n").measurements())
                .extracting(measurement -> measurement.variable().name())
                .containsExactly("troponin_t", "troponin_i");
    }

    @Test
    void aRowThatCannotBeUsedIsCountedUnderItsReason() throws IOException {
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
                + "\n"
                + "10:46,HR,80\n");

        assertThat(values(cohort.recordings().get(0))).containsExactly(80.0);
        assertThat(cohort.faults())
                .isEqualTo(Map.of(
                        Fault.NO_NAME, 1,
                        Fault.UNKNOWN_NAME, 1,
                        Fault.NOT_A_NUMBER, 2,
                        Fault.MALFORMED, 2,
                        Fault.OUTSIDE_HARD_RANGE, 2,
                        Fault.OUTSIDE_SOFT_RANGE, 1));
    }

    @Test
    void hourFortyEightIsReadAndTwoValuesOfAMinuteAreBothKept() throws IOException {
        Recording stay = only(HEAD + "05:00,HR,80\n05:00,HR,90\n48:00,HR,70\n");

        assertThat(values(stay)).containsExactly(80.0, 90.0, 70.0);
        assertThat(stay.measurements().get(2).since()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aStayWithoutASeriesIsStillAStay() throws IOException {
        assertThat(only(HEAD).measurements()).isEmpty();
    }

    @Test
    void anArchiveHoldsTheSameStaysAsItsFolder() throws IOException {
        String second = HEAD.replace("132539", "132538") + "01:00,HR,60\n" + "02:00,HR,61\n".repeat(60);
        Files.writeString(folder.resolve("132539.txt"), HEAD + "00:07,HR,73\n");
        Files.writeString(folder.resolve("132538.txt"), second);
        Files.writeString(folder.resolve("README"), "not a stay");
        Path archive = TarGz.of(
                folder.resolve("set.tar.gz"),
                List.of("set-a/", "set-a/132539.txt", "set-a/132538.txt"),
                List.of("", HEAD + "00:07,HR,73\n", second));

        Cohort unpacked = ChallengeReader.read("a", folder);

        assertThat(unpacked.recordings()).extracting(Recording::id).containsExactly(132538, 132539);
        assertThat(ChallengeReader.read("a", archive)).isEqualTo(unpacked);
    }

    @Test
    void anArchiveThatWasCutSaysSo() throws IOException {
        Path archive =
                TarGz.of(folder.resolve("set.tar.gz"), List.of("set-a/1.txt"), List.of("Time,Parameter,Value\n"));
        Path cut = TarGz.cut(archive, 520);

        assertThatThrownBy(() -> ChallengeReader.read("a", cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends in the middle of set-a/1.txt");
    }

    @Test
    void aFolderWithoutStaysIsRefused() {
        assertThatThrownBy(() -> ChallengeReader.read("a", folder)).hasMessageContaining("holds no stay");
    }

    private Cohort read(String text) throws IOException {
        Files.write(folder.resolve("132539.txt"), text.getBytes(StandardCharsets.US_ASCII));
        return ChallengeReader.read("a", folder);
    }

    private Recording only(String text) throws IOException {
        return read(text).recordings().get(0);
    }

    private static List<Double> values(Recording stay) {
        return stay.measurements().stream().map(Measurement::value).toList();
    }
}
