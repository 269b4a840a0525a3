package org.vigie.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.platform.command.CommandRunner;

/** Tests the parts of {@code ./vigie play} that need no ward. */
class PlaybackDryRunTest {
    @TempDir
    Path directory;

    private record PrintedOutput(int status, List<String> out, String err) {}

    private static PrintedOutput play(Object... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int status = CommandRunner.of(new PlayCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(words);
        return new PrintedOutput(status, out.toString().lines().toList(), err.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private void mapping(String time) throws IOException {
        file(
                "mapping.csv",
                "column,variable,unit\nt,time," + time + "\nFC,hr,/min\nT,temp,[degF]\nX,xyz,1\nP,abp_mean,V\n");
    }

    /** The page's example, word for word. */
    @Test
    void theWorkedExampleOfThePageIsPrinted() throws Exception {
        // given
        String page = Files.readString(Path.of(System.getProperty("vigie.repository"), "docs/protocols/files.md"));
        file("mapping.csv", block(page, "$ cat study/mapping.csv"));
        file("a.csv", block(page, "$ cat study/a.csv"));
        // when
        PrintedOutput printed = play(directory, "--dry-run");
        // then
        assertThat(printed.status()).isZero();
        String expected = block(page, "$ ./vigie play study --dry-run").replace("study/", directory + "/");
        assertThat(printed.out()).containsExactlyElementsOf(expected.lines().toList());
    }

    /** What the page shows behind a command, up to the next one or the end of the block. */
    private static String block(String page, String command) {
        String rest = page.substring(page.indexOf(command) + command.length() + 1);
        return rest.substring(
                0,
                Math.min(rest.indexOf("\n$ ") < 0 ? rest.length() : rest.indexOf("\n$ "), rest.indexOf("\n```")) + 1);
    }

    @Test
    void everyValueIsAnObservationInTheCataloguesUnitOrLeftOutWithItsReason() throws Exception {
        // given
        mapping("iso UTC");
        Path table = file("a.csv", "t,FC,T,X,P\n2026-03-05T08:00:00,80,98.6,1,1\n2026-03-05T08:00:01,-1,,2,2\n");
        // when
        PrintedOutput printed = play(table, "--dry-run");
        // then
        assertThat(printed.out())
                .containsExactly("{\"file\":\"" + table + "\",\"error\":null,\"observations\":["
                        + "{\"channel\":\"FC\",\"time\":\"2026-03-05T08:00:00Z\",\"variable\":\"hr\",\"value\":80.0,\"unit\":\"/min\",\"status\":\"VALID\"},"
                        + "{\"channel\":\"T\",\"time\":\"2026-03-05T08:00:00Z\",\"variable\":\"temp\",\"value\":37.0,\"unit\":\"Cel\",\"status\":\"VALID\"}"
                        + "],\"dropped\":["
                        + "{\"channel\":\"X\",\"value\":\"\",\"reason\":\"unmapped code: no variable of the catalogue is known by this name (2 values)\"},"
                        + "{\"channel\":\"P\",\"value\":\"\",\"reason\":\"unknown unit: 'V' cannot be converted to mm[Hg] (2 values)\"},"
                        + "{\"channel\":\"FC\",\"value\":\"-1.0\",\"reason\":\"no measurement\"}]}");
    }

    @Test
    void aFileThatCannotBeReadHasItsLineAndTheOthersHaveTheirs() throws Exception {
        // given
        mapping("s");
        file("a.csv", "t,FC\n0,80\n");
        file("b.csv", "t,FC,T,X,P\n0,80,,,\n");
        file("c.edf", "no edf");
        file("d.hea", "d 1 1 1\nd.dat 16 10/bpm 0 0 0 0 0 HR\n");
        file("e.txt", "notes of a nurse");
        // when
        PrintedOutput printed = play(directory, "--dry-run");
        // then
        assertThat(printed.status()).isEqualTo(1);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).hasSize(4);
        assertThat(printed.out().get(0))
                .contains("a.csv: line 1: the header must have the column 'T'", "\"observations\":[]");
        assertThat(printed.out().get(1)).contains("\"error\":null", "\"value\":80.0");
        assertThat(printed.out().get(2)).contains("c.edf: no EDF header");
        assertThat(printed.out().get(3)).contains("d.dat is missing");
    }

    @Test
    void aTableWithoutAMappingIsRefusedWithWhatItNeeds() throws Exception {
        // when
        PrintedOutput printed = play(file("a.csv", "t,FC\n0,80\n"), "--dry-run");

        // then
        assertThat(printed.status()).isEqualTo(1);
        assertThat(printed.out().get(0)).contains("\"error\":\"a.csv: needs a mapping.csv beside it");
    }

    @Test
    void aThousandObservationsArePrintedByDefaultAndAllOnRequest() throws Exception {
        // given
        mapping("s");
        StringBuilder table = new StringBuilder("t,FC,T,X,P\n");
        for (int second = 0; second < 1_200; second++) {
            table.append(second).append(",80,98.6,,\n");
        }
        Path file = file("a.csv", table.toString());
        // when
        PrintedOutput some = play(file, "--dry-run");
        PrintedOutput all = play("--all", "--dry-run", file);
        // then
        assertThat(some.out().get(0).split("\"channel\"", -1)).hasSize(1_001);
        assertThat(some.err())
                .isEqualTo("play: " + file + ": 1000 of 2400 observations are printed; --all prints all\n");
        assertThat(all.out().get(0).split("\"channel\"", -1)).hasSize(2_401);
        assertThat(all.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--dry-rn, --dry-run",
        "--bedd A/1, --bed",
        "--speed, --speed",
        "--speed fast --bed A/1, fast",
        "--bed A, '--bed: must be UNIT/BED, was ''A'''",
        "--zone Paris --dry-run, Paris"
    })
    void wrongArgumentsAreRefusedWithAHintAtTheHelp(String arguments, String named) {
        // when
        PrintedOutput printed = play((Object[]) ("study " + arguments).split(" ", -1));

        // then
        assertThat(printed.status()).isEqualTo(2);
        assertThat(printed.err()).startsWith("play: ").contains(named).contains("'play --help'");
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void wrongDataIsReportedInOneSentence() throws Exception {
        // when
        PrintedOutput missing = play(directory.resolve("none"), "--bed", "A/1");

        // then
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err())
                .isEqualTo("play: " + directory.resolve("none") + ": there is no such file or directory\n");
        PrintedOutput broken = play(file("c.edf", "no edf"), "--bed", "A/1");
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).isEqualTo("play: c.edf: no EDF header\n");
    }

    @Test
    void helpIsPrintedOnStandardOutput() {
        // when
        PrintedOutput printed = play("--help");

        // then
        assertThat(printed.status()).isZero();
        assertThat(printed.out().get(0)).startsWith("Usage: play");
        assertThat(printed.err()).isEmpty();
    }
}
