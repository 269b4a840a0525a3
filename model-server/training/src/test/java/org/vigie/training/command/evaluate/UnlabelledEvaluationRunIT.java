package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.SmallSet;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.UnlabelledReport;

/** Runs the whole command on a made-up set without outcomes; its septic stays have a fast heart rate. */
class UnlabelledEvaluationRunIT {
    private static final String MODEL = Path.of(System.getProperty("vigie.repository"))
            .resolve(BundlePredictor.SHIPPED)
            .toString();

    @TempDir
    Path folder;

    @Test
    void theReportHoldsWhatCanBeComputedAndNamesWhatCannot() throws IOException {
        // given
        Path set = Files.createDirectory(folder.resolve("set"));
        for (int id = 1; id <= 40; id++) {
            Files.writeString(set.resolve("p00" + id + ".psv"), stay(id));
        }
        SmallSet.write(folder, "a", 12, 3);

        // when
        UnlabelledReport report = run(
                set,
                "--format",
                "physionet2019",
                "--hours",
                "6,12",
                "--reference",
                folder.resolve("set-a").toString());

        // then
        assertThat(report.associations()).hasSize(2);
        assertThat(report.associations().get(1).spread().stays()).isEqualTo(36);
        assertThat(report.associations().get(1).laterSepsis().cases()).isEqualTo(10);
        assertThat(report.associations().get(1).laterSepsis().auroc().value()).isGreaterThan(0.6);
        assertThat(report.reference().get(0).stays()).isEqualTo(12);
        assertThat(report.coverage())
                .filteredOn(coverage -> coverage.series().equals("Heart rate (ECG)"))
                .singleElement()
                .satisfies(coverage -> assertThat(coverage.hours()).isEqualTo(1));
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
        assertThat(json.at("/associations/0/sepsis/stays").asInt()).isEqualTo(40);
        assertThat(Files.readString(folder.resolve("report/report.html")))
                .contains("Who died is not known in this set", "AUROC for sepsis labelled later")
                .doesNotContain("http", "<script");
    }

    private UnlabelledReport run(Path set, String... more) throws IOException {
        String[] base = {
            "--model",
            MODEL,
            "--data",
            set.toString(),
            "--report",
            folder.resolve("report").toString(),
            "--resamples",
            "20"
        };
        String[] all = new String[base.length + more.length];
        System.arraycopy(base, 0, all, 0, base.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return new UnlabelledEvaluationRun(
                        EvaluateOptions.parse(all),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** Every fourth has sepsis from hour 14; every tenth leaves after 8 hours, before it. */
    private static String stay(int id) {
        boolean septic = id % 4 == 1;
        StringBuilder text = new StringBuilder("HR|SBP|Age|Gender|Unit1|Unit2|ICULOS|SepsisLabel\n");
        for (int hour = 1; hour <= (id % 10 == 0 ? 8 : 20); hour++) {
            text.append(septic ? 130 : 75)
                    .append('|')
                    .append(septic ? 85 : 125)
                    .append("|60|1|1|0|")
                    .append(hour)
                    .append('|')
                    .append(septic && hour >= 15 ? 1 : 0)
                    .append('\n');
        }
        return text.toString();
    }
}
