package org.vigie.gateway.play;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordedDataSets;
import org.vigie.recordings.load.RecordingFileReader;
import org.vigie.recordings.load.RecordingFiles;

/** Prints what recordings would become, one JSON line for each file: readings in the catalogue's units, and what is left out and why. */
final class PlaybackDryRun {
    private static final int MOST = 1_000;

    private final RecordingFileReader reader;
    private final int most;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param all whether more than {@value #MOST} observations of a file are printed */
    PlaybackDryRun(ZoneId zone, boolean all, PrintWriter out, PrintWriter err) {
        this.reader = new RecordingFileReader(zone);
        this.most = all ? Integer.MAX_VALUE : MOST;
        this.out = out;
        this.err = err;
    }

    /** @return 0 when every file was read, 1 otherwise */
    int run(Path place) throws IOException {
        if (!Files.exists(place)) {
            return refuse(place, "there is no such file or directory");
        }
        List<StayRecording> set = RecordedDataSets.find(place);
        for (StayRecording recording : set) {
            print(place + "#" + recording.id(), recording);
        }
        return set.isEmpty() ? printFiles(place) : 0;
    }

    private int printFiles(Path place) throws IOException {
        List<Path> files = RecordingFiles.files(place);
        if (files.isEmpty()) {
            return refuse(place, RecordingFiles.nothingToPlay(place).getMessage());
        }
        int status = 0;
        for (Path file : files) {
            status = Math.max(status, print(file));
        }
        return status;
    }

    private int print(Path file) throws IOException {
        StayRecording recording;
        try {
            recording = reader.read(file);
        } catch (MalformedRecordingFile | NoSuchFileException e) {
            return refuse(file, e.getMessage());
        } catch (IOException | RuntimeException e) {
            return refuse(file, "cannot be read: " + e);
        }
        print(file.toString(), recording);
        return 0;
    }

    private int refuse(Path file, String error) throws IOException {
        new DryRunJsonLine(out, file.toString(), error).close();
        return 1;
    }

    private void print(String file, StayRecording recording) throws IOException {
        try (DryRunJsonLine line = new DryRunJsonLine(out, file, null)) {
            int count = line.write(recording, most);
            if (count > most) {
                err.println(
                        "play: " + file + ": " + most + " of " + count + " observations are printed; --all prints all");
            }
        }
    }
}
