package org.vigie.recordings.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.io.TarArchiveReader;

/**
 * Reads the PhysioNet/CinC Challenge 2012 (Silva 2012), set A: the first 48 hours of a stay as {@code Time,Parameter,Value}. The facts of the
 * stay stand at 00:00, -1 where unknown; weight is both a fact and a series. A row without a parameter name is sent under the code
 * {@code unnamed}, so that it is refused and counted downstream and not lost here.
 */
public final class Physionet2012Reader {
    private static final String ARCHIVE = "physionet2012/set-a.tar.gz";

    private Physionet2012Reader() {}

    /** Returns true when the archive lies in a folder. */
    public static boolean isIn(Path directory) {
        return directory.resolve(ARCHIVE).toFile().isFile();
    }

    /** Reads {@code count} stays in the archive's order, after {@code skip} others. */
    public static List<StayRecording> read(Path directory, int skip, int count) throws IOException {
        List<StayRecording> recordings = new ArrayList<>();
        int[] passed = {0};
        TarArchiveReader.read(directory.resolve(ARCHIVE), (name, text) -> {
            if (passed[0]++ >= skip) {
                recordings.add(recording(text));
            }
            return recordings.size() < count;
        });
        return recordings;
    }

    /** Reads the text of one stay. */
    public static StayRecording recording(String text) {
        Physionet2012Stay stay = new Physionet2012Stay();
        CsvTables.rows(text).forEach(stay::add);
        return stay.recording();
    }
}
