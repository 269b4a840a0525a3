package org.vigie.training.command.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.cohort.TarGzWriter;

/** Runs the whole command with the shipped model on stays with every known defect of the data. */
class PredictionRunIT {
    private static final String SHIPPED = Path.of(
                    System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1")
            .toString();
    private static final String HEAD = """
            Time,Parameter,Value
            00:00,RecordID,1
            00:00,Age,70
            00:00,Gender,1
            00:00,Height,-1
            00:00,ICUType,3
            00:00,Weight,-1
            """;
    private static final Map<Integer, String> STAYS = Map.of(
            1, HEAD + "01:00,HR,80\n05:00,SysABP,120\n30:00,Lactate,9\n48:00,HR,180\n",
            2, HEAD + "01:00,HR,80\n05:00,SysABP,120\n",
            3, HEAD + "01:00,HR,80\n05:00,SysABP,120\n10:45,,1.9\n06:00,SysABP,-12\n06:00,Temp,-17.8\n07:00,HR\n,,\n",
            4, HEAD,
            5, "Time,Parameter,Value\n",
            6, "",
            7, HEAD + "01:00,pH,735\n01:00,pH,7.35\n02:00,MechVent,1\n03:00,HR,-1\n04:00,HR,many\n");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private Path set;
    private Path csv;

    @BeforeEach
    void write() throws IOException {
        csv = folder.resolve("out/predictions.csv");
        set = Files.createDirectory(folder.resolve("set"));
        for (Map.Entry<Integer, String> stay : STAYS.entrySet()) {
            Files.writeString(set.resolve(stay.getKey() + ".txt"), stay.getValue());
        }
    }

    @Test
    void everyStayIsAnsweredAtEachHourWhateverItsRowsAreWorth() throws IOException {
        // when
        predict(set, "6,48");

        // then
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0))
                .isEqualTo("RecordID,hours,probability,los_days,survival_1,survival_7,survival_30,abstained");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.replaceAll("^(\\d+,\\d+).*", "$1"))
                .containsExactly(
                        "1,6", "1,48", "2,6", "2,48", "3,6", "3,48", "4,6", "4,48", "5,6", "5,48", "6,6", "6,48", "7,6",
                        "7,48");
        assertThat(answers().values())
                .allSatisfy(probability -> assertThat(probability).isBetween(0.0005, 0.9995));
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("7 stays, 3 of them without a usable value", "NO_NAME", "48 h seen: 7 answers");
    }

    @Test
    void whatCameLaterAndWhatIsNotUsableDoNotChangeAnAnswer() throws IOException {
        // when
        predict(set, "6,48");

        // then
        Map<String, Double> answers = answers();
        assertThat(answers.get("1,6")).isEqualTo(answers.get("2,6"), within(1e-6));
        assertThat(answers.get("3,48")).isEqualTo(answers.get("2,48"), within(1e-6));
        assertThat(answers.get("1,48")).isGreaterThan(answers.get("2,48"));
    }

    @Test
    void withJsonStandardOutputHoldsOneObjectThatNamesTheFile() throws IOException {
        // given
        var out = new StringWriter();
        var err = new StringWriter();
        var command = CommandRunner.of(new PredictCommand(), new PrintWriter(out), new PrintWriter(err));
        // when
        int code = command.execute(
                "--model", SHIPPED, "--data", set.toString(), "--hours", "24", "--out", csv.toString(), "--json");
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.path("model").asText()).isEqualTo("survival-lstm");
        assertThat(answer.path("stays").asInt()).isEqualTo(STAYS.size());
        assertThat(answer.path("hours")).hasSize(1);
        assertThat(answer.path("file").asText()).isEqualTo(csv.toString());
    }

    @Test
    void anArchiveGivesTheAnswersOfItsFolder() throws IOException {
        // given
        List<Integer> ids = STAYS.keySet().stream().sorted().toList();
        Path archive = TarGzWriter.of(
                folder.resolve("set.tar.gz"),
                ids.stream().map(id -> "set/" + id + ".txt").toList(),
                ids.stream().map(STAYS::get).toList());
        predict(set, "24");
        List<String> unpacked = Files.readAllLines(csv);

        // when
        predict(archive, "24");

        // then
        assertThat(Files.readAllLines(csv)).isEqualTo(unpacked);
    }

    @Test
    void aModelThatDiffersFromItsCardWritesNoPredictions() throws IOException {
        // given
        Path damaged = Files.createDirectory(folder.resolve("damaged"));

        // when
        Files.copy(Path.of(SHIPPED, "model-card.json"), damaged.resolve("model-card.json"));
        Files.writeString(damaged.resolve("saved_model.pb"), "no model");

        // then
        assertThat(exit("--model", damaged.toString(), "--data", set.toString(), "--out", csv.toString()))
                .isEqualTo(2);
        assertThat(csv).doesNotExist();
    }

    @Test
    void aSetThatIsNotThereAndx() {
        assertThat(exit("--model", SHIPPED, "--data", folder + "/none", "--out", csv.toString()))
                .isEqualTo(2);
        assertThat(exit("--model", SHIPPED, "--out", csv.toString())).isEqualTo(2);
        assertThat(exit("--help")).isZero();
    }

    private static int exit(String... arguments) {
        return CommandRunner.run(new PredictCommand(), arguments);
    }

    private void predict(Path data, String hours) throws IOException {
        PredictOptions options = PredictOptions.parse(
                "--model", SHIPPED, "--data", data.toString(), "--hours", hours, "--out", csv.toString());
        new PredictionRun(options, new PrintStream(console, true, StandardCharsets.UTF_8)).run();
    }

    private Map<String, Double> answers() throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        fields -> fields[0] + "," + fields[1], fields -> Double.parseDouble(fields[2])));
    }
}
