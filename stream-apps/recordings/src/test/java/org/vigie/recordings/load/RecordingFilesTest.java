package org.vigie.recordings.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;

class RecordingFilesTest {
    private static final String HOURS = "HR|Age|Gender\n80|61|0\n";
    private static final String STAY = "Time,Parameter,Value\n00:00,RecordID,7\n00:07,HR,73\n";

    @TempDir
    Path directory;

    @Test
    void theFilesOfAFolderAreReadInTheOrderOfTheirNames() throws IOException {
        // given
        write("b.psv", HOURS);
        write("a.txt", STAY);
        write("notes.txt", "nothing that is played");
        write("README.md", "# read me");

        // when
        List<StayRecording> recordings = RecordingFiles.load(directory);

        // then
        assertThat(recordings).extracting(StayRecording::id).containsExactly("physionet2012-7", "physionet2019-b");
    }

    @Test
    void aTableWithoutAMappingIsListedAndNotPlayed() throws IOException {
        // given
        Path table = write("a.csv", "t,FC\n0,80\n");

        // when, then
        assertThat(RecordingFiles.files(directory)).containsExactly(table);
        assertThat(RecordingFiles.playable(directory)).isEmpty();
        assertThatThrownBy(() -> RecordingFiles.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(directory + ": holds no recording that can be played");
    }

    @Test
    void aTableThatIsAskedForByItsNameSaysThatItNeedsAMapping() throws IOException {
        // given
        Path table = write("a.csv", "t,FC\n0,80\n");

        // when, then
        assertThatThrownBy(() -> RecordingFiles.load(table))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("a.csv: needs a mapping.csv beside it");
    }

    @Test
    void theSegmentsOfARecordAreNoRecordingsOfTheirOwn() throws IOException {
        // given
        Path whole = write("whole.hea", "whole/2 1 1 20\npart1 10\npart2 10\n");
        write("part1.hea", "part1 1 1 10\n");
        write("part2.hea", "part2 1 1 10\n");

        // when, then
        assertThat(RecordingFiles.files(directory)).containsExactly(whole);
    }

    @Test
    void aHeaderThatCannotBeReadIsListedSoThatItsReadingGivesTheError() throws IOException {
        // given
        Path broken = write("broken.hea", "!\n");

        // when, then
        assertThat(RecordingFiles.files(directory)).containsExactly(broken);
        assertThatThrownBy(() -> RecordingFiles.load(directory))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageContaining("broken.hea");
    }

    @Test
    void aPlaceThatDoesNotExistHoldsNoRecording() throws IOException {
        assertThat(RecordingFiles.files(directory.resolve("none.edf"))).isEmpty();
    }

    @Test
    void aTableOfPhysionetWithoutItsColumnsIsRefusedByItsName() throws IOException {
        // given
        Path twice = write("twice.psv", "HR|HR|Age\n80|81|61\n");
        Path less = write("less.txt", "Time,Parameter,Value of\n00:07,HR,73\n");

        // when, then
        assertThatThrownBy(() -> RecordingFiles.load(twice))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("twice.psv: no table of PhysioNet");
        assertThatThrownBy(() -> RecordingFiles.load(less))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("less.txt: no table of PhysioNet");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
