package org.vigie.recordings.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.datasets.BidmcReader;
import org.vigie.recordings.datasets.MimicIvDemoReader;
import org.vigie.recordings.datasets.Physionet2012Reader;

/** Reads published data sets: BIDMC, PhysioNet-2012 and MIMIC-IV demo. A data set as large as PhysioNet-2012 is not read whole. */
public final class RecordedDataSets {
    private static final int MOST = 100;

    private RecordedDataSets() {}

    /**
     * Reads the data set at a place.
     *
     * @param place {@code data} with the folders of the sets in it, or such a folder itself
     * @return its recordings; empty when it is no data set
     */
    public static List<StayRecording> find(Path place) throws IOException {
        Path whole = place.toAbsolutePath();
        List<StayRecording> recordings = find(place, "");
        return recordings.isEmpty() && whole.getParent() != null
                ? find(whole.getParent(), String.valueOf(whole.getFileName()))
                : recordings;
    }

    /** @param folder the folder of the wanted set; empty when any is wanted */
    private static List<StayRecording> find(Path directory, String folder) throws IOException {
        if (isWanted(folder, "bidmc") && BidmcReader.isIn(directory)) {
            return BidmcReader.read(directory);
        }
        if (isWanted(folder, "physionet2012") && Physionet2012Reader.isIn(directory)) {
            return Physionet2012Reader.read(directory, 0, MOST);
        }
        if (isWanted(folder, "mimic-iv-demo") && MimicIvDemoReader.isIn(directory)) {
            return MimicIvDemoReader.read(directory, 0, MOST);
        }
        return List.of();
    }

    private static boolean isWanted(String folder, String set) {
        return folder.isEmpty() || folder.equals(set);
    }
}
