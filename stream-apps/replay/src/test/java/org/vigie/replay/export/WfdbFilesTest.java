package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.wfdb.WfdbReader;

/** Reads the records of an export with the reader that also reads PhysioNet's own records. */
class WfdbFilesTest {
    private static final int SEED = 17;

    @TempDir
    Path directory;

    private ExportDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = ExportDatabase.open();
        database.execute(
                "CREATE TABLE clean (stay VARCHAR, variable VARCHAR, unit VARCHAR, value DOUBLE, measured_at TIMESTAMP)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void eachVariableIsASignalWithItsUnitAndOneValueASecond() throws Exception {
        // given
        add("a", "hr", "/min", 80, "2026-03-01 08:00:00.200");
        add("a", "hr", "/min", 81, "2026-03-01 08:00:00.900");
        add("a", "hr", "/min", 84, "2026-03-01 08:00:03");
        add("a", "temp", "Cel", 37.25, "2026-03-01 08:00:01");
        add("b", "spo2", "%", 97, "2026-03-01 09:00:00");
        // when
        new WfdbFiles(database, directory).write();
        // then
        assertThat(Files.readAllLines(directory.resolve("RECORDS"))).containsExactly("a", "b");
        SignalFile record = read("a");
        assertThat(record.start()).contains(LocalDateTime.of(2026, 3, 1, 8, 0));
        assertThat(record.signals()).extracting(SampledSignal::name).containsExactly("hr", "temp");
        assertThat(record.signals()).extracting(SampledSignal::unit).containsExactly("/min", "Cel");
        assertThat(record.signals().get(0).samples()).containsExactly(81, Double.NaN, Double.NaN, 84);
        assertThat(record.signals().get(1).samples()).containsExactly(Double.NaN, 37.25, Double.NaN, Double.NaN);
    }

    @Test
    void theChecksumAndTheFirstSampleOfTheHeaderAreThoseOfTheSamples() throws Exception {
        // given
        add("a", "hr", "/min", 80, "2026-03-01 08:00:00");
        add("a", "hr", "/min", 90, "2026-03-01 08:00:01");
        // when
        new WfdbFiles(database, directory).write();
        // then: a step of 1/100, and 8000 + 9000
        assertThat(Files.readAllLines(directory.resolve("a.hea")))
                .startsWith("a 1 1 2 08:00:00 01/03/2026", "a.dat 16 100(0)//min 16 0 8000 17000 0 hr");
    }

    @Test
    void valuesOfAnySizeComeBackWithinHalfAStep() throws Exception {
        // given
        var random = new Random(SEED);
        double[] values = new double[200];
        for (int second = 0; second < values.length; second++) {
            values[second] = (random.nextDouble() - 0.5) * Math.pow(10, second % 7);
            add(
                    "a",
                    "v" + second % 7,
                    "1",
                    values[second],
                    "2026-03-01 08:%02d:%02d".formatted(second / 60, second % 60));
        }
        // when
        new WfdbFiles(database, directory).write();
        // then
        SignalFile record = read("a");
        for (int second = 0; second < values.length; second++) {
            SampledSignal signal = record.signals().get(second % 7);
            double step = Math.max(1e-3, Math.pow(10, second % 7) / 6_000);
            assertThat(signal.samples()[second])
                    .as("seed %d, second %d", SEED, second)
                    .isEqualTo(values[second], within(step));
        }
    }

    @Test
    void aReadingWithAWrongYearIsToldAndFillsNoDisk() throws Exception {
        // given
        add("a", "hr", "/min", 80, "1970-01-01 00:00:00");
        add("a", "hr", "/min", 80, "2026-03-01 08:00:00");
        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WfdbFiles(database, directory).write())
                .withMessageContaining(
                        "stay a span more than 60 days, from 1970-01-01T00:00:00Z to 2026-03-01T08:00:00Z");
    }

    private SignalFile read(String record) throws IOException {
        return WfdbReader.numerics(directory.resolve(record + ".hea"));
    }

    private void add(String stay, String variable, String unit, double value, String at) throws SQLException {
        database.execute(
                "INSERT INTO clean VALUES ('%s', '%s', '%s', %s, '%s')".formatted(stay, variable, unit, value, at));
    }
}
