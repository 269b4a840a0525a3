package org.vigie.triage.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;

/** Trains a model from a file of made-up visits and applies it. */
class TriageTrainingIT {
    @Test
    void aTrainedModelCanBeApplied(@TempDir Path folder) throws Exception {
        // given
        Path data = Files.createDirectories(folder.resolve("ktas"));
        Files.writeString(data.resolve("ktas-dev.csv"), visits(60));

        // when
        int trained = triage("train", "--data", folder.toString(), "--out", folder + "/out", "--repeats", "1");
        int asked = triage(
                "predict",
                "--in",
                data + "/ktas-dev.csv",
                "--out",
                folder + "/levels.csv",
                "--model",
                folder + "/out/triage-ktas/1");

        // then
        assertThat(List.of(trained, asked)).containsOnly(0);
        assertThat(Files.readAllLines(folder.resolve("levels.csv"))).hasSize(61);
        assertThat(Files.readString(folder.resolve("out/triage.md")))
                .contains("# triage-ktas 1", "Not measured: the data were missing.");
    }

    @Test
    void withJsonTheCardIsTheAnswer(@TempDir Path folder) throws Exception {
        // given
        Path data = Files.createDirectories(folder.resolve("ktas"));
        Files.writeString(data.resolve("ktas-dev.csv"), visits(60));
        var out = new StringWriter();
        var err = new StringWriter();

        // when
        int code = CommandRunner.of(new TriageCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute("train", "--data", folder.toString(), "--out", folder + "/out", "--repeats", "1", "--json");

        // then
        assertThat(code).as(err.toString()).isZero();
        JsonNode card = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
        assertThat(card.path("name").asText()).isEqualTo("triage-ktas");
        assertThat(card.path("version").asText()).isEqualTo("1");
    }

    private static int triage(String... arguments) {
        return CommandRunner.run(new TriageCommand(), arguments);
    }

    private static String visits(int count) {
        Random random = new Random(3);
        StringJoiner file = new StringJoiner("\r\n", "", "\r\n").add("Age;HR;Mental;Chief_complain;KTAS_expert");
        for (int i = 0; i < count; i++) {
            int level = 1 + i % 5;
            file.add(String.join(
                    ";",
                    String.valueOf(20 + random.nextInt(60)),
                    String.valueOf(160 - 20 * level + random.nextInt(20)),
                    level == 1 ? "4" : "1",
                    level < 3 ? "chest pain" : "rash",
                    String.valueOf(level)));
        }
        return file.toString();
    }
}
