package org.vigie.recordings.wfdb;

import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordingFileReader;

/** Writes small WFDB records and reads them. */
abstract class WfdbFiles {
    @TempDir
    Path directory;

    Path text(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    void samples(String name, int... values) throws IOException {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        Files.write(directory.resolve(name), bytes);
    }

    static List<Tuple> values(StayRecording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream()
                        .map(value -> tuple(
                                row.at().toSeconds(),
                                value.channel(),
                                value.value().orElse(Double.NaN),
                                value.unit())))
                .toList();
    }

    static StayRecording recording(Path header) throws IOException {
        return new RecordingFileReader(ZoneOffset.UTC).read(header);
    }
}
