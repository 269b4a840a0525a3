package org.vigie.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WardScenarioTest {
    private static final Instant LIVE = Instant.parse("2026-03-01T08:00:00Z");
    private static final String HEADER = "patient,at_s,every_s,script\n";
    /** Seconds from the onset of a desaturation to its end. */
    private static final int LENGTH = 100;

    @TempDir
    Path directory;

    @Test
    void anEpisodeIsOfAnIntervalFromItsOnsetUntilItsEnd() throws IOException {
        // given
        WardScenario scenario = scenario("1,60,,desaturation\n");

        // when, then: both ends of the interval and of the episode are exclusive at the later instant
        assertThat(onsets(scenario, 0, 60)).isEmpty();
        assertThat(onsets(scenario, 0, 61)).containsExactly(60L);
        assertThat(onsets(scenario, 60 + LENGTH - 1, 1_000)).containsExactly(60L);
        assertThat(onsets(scenario, 60 + LENGTH, 1_000)).isEmpty();
    }

    @Test
    void aRepeatedEpisodeIsFoundInEveryPartOfTheDayOnce() throws IOException {
        // given
        WardScenario scenario = scenario("1,60,300,desaturation\n");

        // when
        Set<Long> day = onsets(scenario, 0, 86_400).stream().collect(Collectors.toSet());
        Set<Long> parts = IntStream.range(0, 86_400 / 70 + 1)
                .boxed()
                .flatMap(part -> onsets(scenario, part * 70L, (part + 1) * 70L).stream())
                .filter(onset -> onset < 86_400)
                .collect(Collectors.toSet());

        // then
        assertThat(day).hasSize(288).isEqualTo(parts);
    }

    @Test
    void anEpisodeOfAnotherPatientIsNotThisOnes() throws IOException {
        assertThat(onsets(scenario("2,60,,desaturation\n"), 0, 1_000)).isEmpty();
    }

    @Test
    void transfersComeInTheOrderOfTheirTime() throws IOException {
        // when
        List<ScriptedTransfer> transfers =
                scenario("3,600,,transfer\n1,60,,transfer\n").transfers();

        // then
        assertThat(transfers)
                .containsExactly(
                        new ScriptedTransfer(1, LIVE.plusSeconds(60)), new ScriptedTransfer(3, LIVE.plusSeconds(600)));
    }

    @Test
    void onlyAScriptThatMovesThePressureNeedsALine() throws IOException {
        // given
        WardScenario scenario = scenario("1,60,,desaturation\n1,600,,shock\n2,60,,transfer\n3,60,,fever\n");

        // when, then
        assertThat(scenario.needsArterialLine(1)).isTrue();
        assertThat(scenario.needsArterialLine(2)).isFalse();
        assertThat(scenario.needsArterialLine(3)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,60,,shok        | scripts: must be one of",
                "1,soon,,fever     | scripts: line 2: at_s must be a whole number, was 'soon'",
                "one,60,,fever     | scripts: line 2: patient must be a whole number, was 'one'",
                "1,60,often,fever  | scripts: line 2: every_s must be a whole number, was 'often'",
                "1,99999999999,,fever | scripts: line 2: at_s must be a whole number, was '99999999999'",
                "0,60,,fever       | scripts: patient must be positive and at_s not negative, was 0,60",
                "1,-1,,fever       | scripts: patient must be positive and at_s not negative, was 1,-1",
                "1,60,100,desaturation | scripts: every_s must exceed the desaturation's length of 100 s, was 100",
                "1,60,-5,desaturation  | scripts: every_s must exceed the desaturation's length of 100 s, was -5"
            })
    void aLineThatMakesNoSenseIsRefusedWhenTheScenarioIsRead(String line, String message) {
        assertThatThrownBy(() -> scenario(line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aTableWithoutAColumnIsRefused() throws IOException {
        // given
        Path table = Files.writeString(directory.resolve("mine.csv"), "patient,at_s,script\n1,60,fever\n");

        // when, then
        assertThatThrownBy(() -> WardScenario.load(table.toString(), LIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scripts: line 2: must have the columns patient,at_s,every_s,script; has no every_s");
    }

    @Test
    void aNameThatIsNeitherAScenarioNorAFileIsRefusedWithTheNames() {
        assertThatThrownBy(() -> WardScenario.load("loud", LIVE))
                .hasMessage("scripts: must be one of [quiet, demo, twelve] or a readable file, was loud");
    }

    private WardScenario scenario(String lines) throws IOException {
        Path table = Files.writeString(directory.resolve("mine.csv"), HEADER + lines);
        return WardScenario.load(table.toString(), LIVE);
    }

    private static List<Long> onsets(WardScenario scenario, long from, long until) {
        return scenario.episodes(1, LIVE.plusSeconds(from), LIVE.plusSeconds(until)).stream()
                .map(episode -> Duration.between(LIVE, episode.onset()).toSeconds())
                .toList();
    }
}
