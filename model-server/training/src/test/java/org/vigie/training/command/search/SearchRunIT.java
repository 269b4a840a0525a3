package org.vigie.training.command.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.CommandAnswer;
import org.vigie.training.SmallSet;
import org.vigie.training.search.SearchTrial;

/** Runs the whole command on a small made-up set. */
class SearchRunIT {
    @TempDir
    static Path folder;

    private static List<SearchTrial> best;
    private static List<JsonNode> trees;

    @BeforeAll
    static void search() throws IOException {
        SmallSet.write(folder, "a", 96, 1);
        StringBuilder folds = new StringBuilder("RecordID,fold\n");
        for (int id = 1; id <= 96; id++) {
            folds.append(id).append(',').append(id % 3 == 0 ? 1 : 0).append('\n');
        }
        Files.writeString(folder.resolve("physionet2012-set-a-folds.csv"), folds);
        best = run("trees", 4, 12);
        trees = lines("trees");
    }

    @Test
    void everySettingIsTriedOnTheFirstRungAndHalfOfThemOnTheNext() {
        assertThat(trees).extracting(line -> line.path("rung").asInt()).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 3, 3);
        assertThat(trees)
                .extracting(line -> line.path("effort").asDouble())
                .containsExactly(.25, .25, .25, .25, .25, .5, .5, .5, 1.0, 1.0);
    }

    @Test
    void theHalfWithTheLowestLossContinues() {
        // given
        List<String> ranked = drawn(1).stream()
                .sorted(Comparator.comparingDouble(SearchRunIT::loss))
                .map(SearchRunIT::config)
                .toList();

        // when, then
        assertThat(drawn(2)).extracting(SearchRunIT::config).containsExactlyElementsOf(ranked.subList(0, 2));
    }

    @Test
    void whatShipsIsTriedOnEveryRung() {
        assertThat(trees)
                .filteredOn(line -> line.path("what").asText().endsWith("what ships"))
                .extracting(line -> line.path("rung").asInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void theBestFullTrialsComeFirst() {
        assertThat(best).hasSize(2).isSortedAccordingTo(Comparator.comparingDouble(SearchTrial::loss));
        assertThat(best).allSatisfy(trial -> assertThat(trial.effort()).isEqualTo(1));
        assertThat(best.get(0).results().lastEntry().getValue().auroc()).isGreaterThan(0.9);
    }

    @Test
    void theSameSeedWritesTheSameLogBehindWhatIsThere() throws IOException {
        // when
        run("trees", 4, 12);

        // then
        List<JsonNode> both = lines("trees");
        assertThat(both).hasSize(2 * trees.size());
        assertThat(both.subList(trees.size(), both.size()))
                .extracting(line -> line.path("results"))
                .containsExactlyElementsOf(
                        trees.stream().map(line -> line.path("results")).toList());
    }

    @Test
    void networksAreSearchedTheSameWay() throws IOException {
        // when
        run("nets", 1, 1);

        // then
        assertThat(lines("nets")).hasSize(6).allSatisfy(line -> {
            assertThat(line.path("config").path("architecture").asText()).isIn("LSTM", "GRU", "CNN", "CNN_LSTM");
            assertThat(line.path("results")
                            .path("set A, by its folds")
                            .path("48")
                            .path("auroc")
                            .asDouble())
                    .isBetween(0.0, 1.0);
        });
    }

    @Test
    void searchAnswersWithTheBestTrialsAsJson() throws IOException {
        // when
        JsonNode answer = CommandAnswer.json(
                new SearchCommand(),
                "--data",
                folder.toString(),
                "--log",
                folder.resolve("json").toString(),
                "--settings",
                "1",
                "--rounds",
                "4",
                "--json");
        // then
        assertThat(answer.isArray()).isTrue();
        assertThat(answer).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.path("config")).isNotEmpty();
            assertThat(trial.path("results")).isNotEmpty();
        });
    }

    private static List<JsonNode> drawn(int rung) {
        return trees.stream()
                .filter(line -> line.path("rung").asInt() == rung)
                .filter(line -> !line.path("what").asText().endsWith("what ships"))
                .toList();
    }

    private static double loss(JsonNode line) {
        double sum = 0;
        for (JsonNode hours : line.path("results").path("set A, by its folds")) {
            sum += hours.path("logLoss").asDouble();
        }
        return sum;
    }

    private static String config(JsonNode line) {
        return line.path("config").toString();
    }

    private static List<SearchTrial> run(String kind, int settings, int effort) throws IOException {
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new SearchRun(
                        SearchOptions.parse(String.format(
                                        Locale.ROOT,
                                        "--data %s --log %s --of %s --settings %d --rounds %d --epochs %d",
                                        folder,
                                        folder.resolve(kind),
                                        kind,
                                        settings,
                                        effort,
                                        effort)
                                .split(" ", -1)),
                        silent)
                .run();
    }

    private static List<JsonNode> lines(String kind) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(kind))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
